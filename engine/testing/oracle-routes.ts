/** Which route a packet takes: longest prefix first, then the order that AWS gives equal ones. */

import type { TransitGatewayAttachmentId } from "../model/id";
import type { Network } from "../model/network";
import type { Route, RouteTable } from "../model/route-table";
import type { Subnet } from "../model/subnet";
import type { TransitGatewayRouteTable } from "../model/transit-gateway";
import { isIn, type PlainAddress } from "./oracle-address";
import { blocksOf, tellsRoutes } from "./oracle-places";

/** The subnet's own table, else its VPC's main one; null where there is neither. */
export const tableOf = (network: Network, subnet: Subnet): RouteTable | null => {
  const own = subnet.routeTableId === null ? undefined : network.routeTables[subnet.routeTableId];
  const main = Object.values<RouteTable>(network.routeTables).find(
    (table) => table.isMain && table.vpcId === subnet.vpcId,
  );
  return own ?? main ?? null;
};

const lengthOf = (block: string): number => Number(block.split("/")[1]);

const longest = (blocks: readonly string[], address: PlainAddress): number | null => {
  const lengths = blocks.filter((block) => isIn(block, address)).map(lengthOf);
  return lengths.length === 0 ? null : Math.max(...lengths);
};

const destinationBlocks = (network: Network, { destination }: Route): readonly string[] => {
  if (destination.kind === "cidrIpv4") return [destination.cidrIpv4];
  if (destination.kind === "cidrIpv6") return [destination.cidrIpv6];
  return (network.prefixLists[destination.prefixListId]?.entries ?? []).map((entry) => entry.cidr);
};

/** Lower wins among equal lengths; `local` is 0. */
const rankOf = (route: Route): number => {
  if (route.isPropagated) return 3;
  return route.destination.kind === "prefixList" ? 2 : 1;
};

/** `implied`: in a VPC without any route table, a way to the Internet is taken for granted. */
export type Choice = Route | "local" | "implied" | null;

/** The route of a subnet for an address; null where there is none. */
export const routeFor = (network: Network, subnet: Subnet, address: PlainAddress): Choice => {
  const vpc = network.vpcs[subnet.vpcId];
  const local = vpc === undefined ? null : longest(blocksOf(vpc), address);
  if (!tellsRoutes(network, subnet.vpcId)) return local === null ? "implied" : "local";
  const rows = (tableOf(network, subnet)?.routes ?? []).flatMap((route) => {
    const length = longest(destinationBlocks(network, route), address);
    return length === null ? [] : [{ choice: route as Choice, length, rank: rankOf(route) }];
  });
  const all = local === null ? rows : [{ choice: "local" as Choice, length: local, rank: 0 }, ...rows];
  const [first] = all.sort((one, other) => other.length - one.length || one.rank - other.rank);
  return first?.choice ?? null;
};

/** Where a transit gateway's table sends an address: to an attachment, into a blackhole, or nowhere. */
export const transitRouteFor = (
  network: Network,
  table: TransitGatewayRouteTable,
  address: PlainAddress,
): TransitGatewayAttachmentId | "blackhole" | null => {
  const still = table.routes.map((route) => ({
    blocks: [route.cidr],
    to: route.attachmentId ?? ("blackhole" as const),
    rank: 0,
  }));
  const learnt = table.propagatedFrom.map((to) => {
    const attachment = network.transitGatewayAttachments[to];
    const vpc = attachment === undefined ? undefined : network.vpcs[attachment.vpcId];
    return { blocks: vpc === undefined ? [] : blocksOf(vpc), to, rank: 1 };
  });
  const [first] = [...still, ...learnt]
    .map((row) => ({ ...row, length: longest(row.blocks, address) ?? -1 }))
    .filter((row) => row.length >= 0)
    .sort((one, other) => other.length - one.length || one.rank - other.rank);
  return first?.to ?? null;
};
