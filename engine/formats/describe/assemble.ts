/** Puts records together as a network in which every id is there once and everything that is named is there. */
import { isIdText } from "../../model/id";
import { type Network, TABLE_NAMES, type TableName } from "../../model/network";
import { wearerIdOf } from "../../model/network-interface";
import type { Input } from "../json-source";
import { withoutDangling } from "./dangling";

type RecordOf<T extends TableName> = Network[T][keyof Network[T]];

/** The records of each table, perhaps with ids that others have too, and with parents that are nowhere. */
export type Records = Readonly<{ [T in TableName]: readonly RecordOf<T>[] }>;

const ID_KEYS: Readonly<Record<TableName, string>> = {
  vpcs: "vpcId",
  subnets: "subnetId",
  instances: "instanceId",
  dbInstances: "dbInstanceId",
  managedResources: "managedResourceId",
  loadBalancers: "loadBalancerId",
  networkInterfaces: "networkInterfaceId",
  securityGroups: "groupId",
  prefixLists: "prefixListId",
  networkAcls: "networkAclId",
  routeTables: "routeTableId",
  internetGateways: "internetGatewayId",
  egressOnlyInternetGateways: "egressOnlyInternetGatewayId",
  natGateways: "natGatewayId",
  vpcPeeringConnections: "vpcPeeringConnectionId",
  transitGateways: "transitGatewayId",
  transitGatewayAttachments: "transitGatewayAttachmentId",
  transitGatewayRouteTables: "transitGatewayRouteTableId",
  vpcEndpoints: "vpcEndpointId",
  ipRanges: "ipRangeId",
};

const idIn = (table: TableName, record: unknown): string =>
  String(Object.getOwnPropertyDescriptor(Object(record), ID_KEYS[table])?.value);

const inVpc = ({ vpcId }: { vpcId: string }): readonly string[] => [vpcId];
const ofTransitGateway = ({ transitGatewayId }: { transitGatewayId: string }): readonly string[] => [
  transitGatewayId,
];

/** What has to be there for a record to be drawn. */
const PARENTS: { readonly [T in TableName]?: (record: RecordOf<T>) => readonly string[] } = {
  subnets: inVpc,
  securityGroups: inVpc,
  networkAcls: inVpc,
  routeTables: inVpc,
  egressOnlyInternetGateways: inVpc,
  vpcEndpoints: inVpc,
  natGateways: ({ subnetId }) => [subnetId],
  networkInterfaces: ({ subnetId, attachment }) => [subnetId, wearerIdOf(attachment) ?? subnetId],
  vpcPeeringConnections: ({ requesterVpcId, accepterVpcId }) => [requesterVpcId, accepterVpcId],
  transitGatewayAttachments: ({ transitGatewayId, vpcId }) => [transitGatewayId, vpcId],
  transitGatewayRouteTables: ofTransitGateway,
};

/** Parents before children: an interface's owner may be an endpoint. */
const IN_ORDER: readonly TableName[] = [
  ...TABLE_NAMES.filter((name) => name !== "networkInterfaces"),
  "networkInterfaces",
];

/** Keeps the first record of each id that can be one, and of those the ones whose parents were kept. */
function keptRecords(records: Records, { notes, paths }: Input): Records {
  const kept = new Set<string>();
  const mayStay = (id: string, parents: readonly string[]): boolean => {
    const path = paths.get(id) ?? "";
    if (!isIdText(id)) notes.add("badId", path, { id });
    else if (kept.has(id)) notes.add("idOfAnotherKind", path, { id });
    else if (parents.some((parent) => !kept.has(parent)))
      notes.add("noParent", path, { id, parent: "VPC, subnet or owner" });
    else return true;
    return false;
  };
  const keep = <T extends TableName>(table: T): readonly [T, readonly RecordOf<T>[]] => {
    const own = records[table].filter((record) => {
      const id = idIn(table, record);
      const stays = mayStay(id, PARENTS[table]?.(record) ?? []);
      if (stays) kept.add(id);
      return stays;
    });
    return [table, own];
  };
  return Object.fromEntries(IN_ORDER.map((name) => keep(name))) as Records;
}

/** Tables whose records stand where their interfaces are. */
const WEARERS = ["instances", "dbInstances", "managedResources", "loadBalancers", "vpcEndpoints"] as const;

/** Things without an interface lie in no subnet and could not be drawn. */
function withoutHomeless(records: Records, { notes, paths }: Input): Records {
  const owners = new Set(records.networkInterfaces.map(({ attachment }) => wearerIdOf(attachment)));
  const housed = WEARERS.map((table) => {
    const own = (records[table] as readonly object[]).filter((record) => {
      const id = idIn(table, record);
      const isHoused =
        owners.has(id) || ("vpcEndpointType" in record && record.vpcEndpointType === "gateway");
      if (!isHoused) notes.add("noInterface", paths.get(id) ?? "", { name: id });
      return isHoused;
    });
    return [table, own];
  });
  return { ...records, ...Object.fromEntries(housed) };
}

const tablesOf = (records: Records): Network =>
  Object.fromEntries(
    TABLE_NAMES.map((table) => [
      table,
      Object.fromEntries(
        (records[table] as readonly object[]).map((record) => [idIn(table, record), record]),
      ),
    ]),
  ) as Network;

/** The network of these records; what cannot stand in one is left out and told. */
export const assemble = (records: Records, input: Input): Network =>
  withoutDangling(tablesOf(withoutHomeless(keptRecords(records, input), input)), input);
