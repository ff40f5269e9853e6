import {
  compareInterfaces,
  deviceIndexOf,
  type Network,
  type NetworkInterface,
  recordsOf,
  type SecurityGroupId,
  type SubnetId,
  wearerIdOf,
} from "../../engine";
import type { Size } from "../document/diagram";
import { headOf } from "./card-heads";
import { groupBy } from "./group-by";
import type { Card, CardRow, Chip } from "./scene";
import { CARD_HEADER, CARD_WIDTH, cardSize, NAT_SIZE, ROW_HEIGHT } from "./sizes";

/** A card before it has a place. */
export type CardContent = Omit<Card, "rect" | "parentId"> & Readonly<{ parentId: SubnetId }>;

const ownerOf = ({ attachment, networkInterfaceId }: NetworkInterface): string =>
  wearerIdOf(attachment) ?? networkInterfaceId;

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
    name: name || `eth${deviceIndexOf(networkInterface)}`,
    privateIp: privateIpAddresses[0]?.privateIpAddress ?? ipv6Addresses[0] ?? "",
    publicIp,
    otherSubnet: subnetId === card ? null : (network.subnets[subnetId]?.name ?? subnetId),
    chips: groupIds.flatMap((groupId) => chips.get(groupId) ?? []),
  };
};

const wearerCards = (network: Network, chips: ReadonlyMap<SecurityGroupId, Chip>): readonly CardContent[] => {
  const owners = groupBy(recordsOf(network.networkInterfaces), ownerOf);
  return [...owners.values()].flatMap((interfaces) => {
    const ordered = interfaces.toSorted(compareInterfaces);
    const [first] = ordered;
    if (first === undefined || network.subnets[first.subnetId] === undefined) return [];
    const rows = ordered.map((one, index) => rowOf(network, chips, first.subnetId, one, index));
    return [{ ...headOf(network, first), parentId: first.subnetId, rows, addresses: null }];
  });
};

const natCards = (network: Network): readonly CardContent[] =>
  recordsOf(network.natGateways).flatMap(
    ({ natGatewayId: id, name, subnetId, connectivityType, state, addresses: [first] }) => {
      if (network.subnets[subnetId] === undefined) return [];
      const kind = connectivityType === "public" ? "NAT gateway" : "Private NAT gateway";
      const subtitle = state === "available" ? kind : `${kind} · ${state}`;
      const addresses = { privateIp: first?.privateIpAddress ?? "", publicIp: first?.publicIp ?? null };
      return [
        { kind: "natGateway", id, parentId: subnetId, title: name || id, subtitle, rows: [], addresses },
      ];
    },
  );

/**
 * A card for every wearer of groups and every unattached interface, with a row for each interface, the primary one first;
 * it belongs to the subnet of that one. And a card for every NAT gateway.
 */
export const cardContents = (
  network: Network,
  chips: ReadonlyMap<SecurityGroupId, Chip>,
): readonly CardContent[] => [...wearerCards(network, chips), ...natCards(network)];

export const sizeOfCard = ({ kind, rows }: Pick<Card, "kind" | "rows">): Size =>
  kind === "natGateway" ? NAT_SIZE : cardSize(rows.length);
