import {
  type DbEngine,
  type Network,
  type NetworkInterface,
  recordsOf,
  type SecurityGroupId,
  type SubnetId,
  wearerIdOf,
} from "../../engine";
import { groupBy } from "./group-by";
import type { Card, CardRow, Chip } from "./scene";
import { CARD_HEADER, CARD_WIDTH, cardSize, ROW_HEIGHT } from "./sizes";

/** A card before it has a place. */
export type CardContent = Omit<Card, "rect" | "parentId"> & Readonly<{ parentId: SubnetId }>;

const ENGINE_NAMES: Readonly<Record<DbEngine, string>> = {
  postgres: "RDS PostgreSQL",
  mysql: "RDS MySQL",
  mariadb: "RDS MariaDB",
  sqlserver: "RDS SQL Server",
  oracle: "RDS Oracle",
};

const deviceIndex = ({ attachment }: NetworkInterface): number =>
  attachment?.kind === "instance" ? attachment.deviceIndex : 0;

const ownerOf = ({ attachment, networkInterfaceId }: NetworkInterface): string =>
  wearerIdOf(attachment) ?? networkInterfaceId;

const headOf = (
  network: Network,
  first: NetworkInterface,
): Pick<Card, "kind" | "id" | "title" | "subtitle"> => {
  const { attachment, networkInterfaceId: id, name } = first;
  if (attachment?.kind === "instance") {
    const instance = network.instances[attachment.instanceId];
    const state = instance === undefined || instance.state === "running" ? "" : ` · ${instance.state}`;
    const subtitle = `${instance?.instanceType ?? "instance"}${state}`;
    return {
      kind: "instance",
      id: attachment.instanceId,
      title: instance?.name || attachment.instanceId,
      subtitle,
    };
  }
  if (attachment?.kind === "dbInstance") {
    const db = network.dbInstances[attachment.dbInstanceId];
    const subtitle = db === undefined ? "RDS" : ENGINE_NAMES[db.engine];
    return {
      kind: "dbInstance",
      id: attachment.dbInstanceId,
      title: db?.name || attachment.dbInstanceId,
      subtitle,
    };
  }
  return { kind: "networkInterface", id, title: name || id, subtitle: "Network interface" };
};

const rowOf = (
  network: Network,
  chips: ReadonlyMap<SecurityGroupId, Chip>,
  card: SubnetId,
  networkInterface: NetworkInterface,
  index: number,
): CardRow => {
  const { networkInterfaceId, name, subnetId, privateIpAddresses, ipv6Addresses, groupIds } =
    networkInterface;
  const publicIp = privateIpAddresses.find((address) => address.publicIp !== null)?.publicIp ?? null;
  return {
    networkInterfaceId,
    rect: { x: 0, y: CARD_HEADER + index * ROW_HEIGHT, width: CARD_WIDTH, height: ROW_HEIGHT },
    name: name || `eth${deviceIndex(networkInterface)}`,
    privateIp: privateIpAddresses[0]?.privateIpAddress ?? ipv6Addresses[0] ?? "",
    publicIp,
    otherSubnet: subnetId === card ? null : (network.subnets[subnetId]?.name ?? subnetId),
    chips: groupIds.flatMap((groupId) => chips.get(groupId) ?? []),
  };
};

/**
 * A card for every instance, database and unattached interface, with a row for each of its interfaces in the order of
 * their device indexes. It belongs to the subnet of the first, the primary one.
 */
export const cardContents = (
  network: Network,
  chips: ReadonlyMap<SecurityGroupId, Chip>,
): readonly CardContent[] => {
  const owners = groupBy(recordsOf(network.networkInterfaces), ownerOf);
  return [...owners.values()].flatMap((interfaces) => {
    const ordered = interfaces.toSorted((a, b) => deviceIndex(a) - deviceIndex(b));
    const [first] = ordered;
    if (first === undefined || network.subnets[first.subnetId] === undefined) return [];
    const rows = ordered.map((one, index) => rowOf(network, chips, first.subnetId, one, index));
    return [{ ...headOf(network, first), parentId: first.subnetId, rows }];
  });
};

export const sizeOfCard = (card: Pick<Card, "rows">) => cardSize(card.rows.length);
