/** Changing tables of records: always another table, never a changed one. */
import {
  isIdText,
  type Network,
  type NetworkInterface,
  type NetworkInterfaceId,
  ok,
  type Refusal,
  type RefusalReason,
  type Result,
  recordOf,
  refuse,
  type SecurityGroup,
  type SecurityGroupId,
  type Subnet,
  type SubnetId,
  type TableName,
} from "../../engine";

export type RecordIn<T extends TableName> = Network[T][keyof Network[T]];

/** The network with this record under its id; a record that was there keeps its place in the order. */
export const withRecord = <T extends TableName>(
  network: Network,
  table: T,
  id: string,
  record: RecordIn<T>,
): Network => ({ ...network, [table]: { ...network[table], [id]: record } });

export const withInterface = (network: Network, networkInterface: NetworkInterface): Network =>
  withRecord(network, "networkInterfaces", networkInterface.networkInterfaceId, networkInterface);

export const withGroup = (network: Network, group: SecurityGroup): Network =>
  withRecord(network, "securityGroups", group.groupId, group);

/** The record of this id, or the refusal that says so. */
export const findRecord = <T extends TableName>(
  network: Network,
  table: T,
  id: string,
  reason: RefusalReason,
): Result<RecordIn<T>, Refusal> => {
  const record = recordOf(network[table] as Readonly<Record<string, RecordIn<T>>>, id);
  return record === undefined ? refuse(reason, { id }) : ok(record);
};

export const findSubnet = (network: Network, id: SubnetId): Result<Subnet, Refusal> => {
  const subnet = recordOf(network.subnets, id);
  return subnet === undefined ? refuse("subnetNotFound", { id }) : ok(subnet);
};

export const findInterface = (
  network: Network,
  id: NetworkInterfaceId,
): Result<NetworkInterface, Refusal> => {
  const networkInterface = recordOf(network.networkInterfaces, id);
  return networkInterface === undefined ? refuse("interfaceNotFound", { id }) : ok(networkInterface);
};

export const findGroup = (network: Network, id: SecurityGroupId): Result<SecurityGroup, Refusal> => {
  const group = recordOf(network.securityGroups, id);
  return group === undefined ? refuse("groupNotFound", { id }) : ok(group);
};

/** Ids are made by callers: one that is in use already would overwrite what has it. */
export const checkNewIds = (network: Network, ids: readonly string[]): Result<void, Refusal> => {
  const taken = ids.find(
    (id, index) =>
      !isIdText(id) ||
      ids.indexOf(id) !== index ||
      Object.values(network).some((table) => Object.hasOwn(table, id)),
  );
  return taken === undefined ? ok(undefined) : refuse("idTaken", { id: taken });
};
