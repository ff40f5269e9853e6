/** Which route a packet takes: in a subnet's table, and in a transit gateway's. */

import { type Network, recordOf } from "../model/network";
import type { PrefixList } from "../model/prefix-list";
import type { Route, RouteTable } from "../model/route-table";
import type {
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
} from "../model/transit-gateway";
import { type Address, type Cidr, cidrContains, formatCidr } from "../net/cidr";
import { longestPrefix, type PrefixMap, prefixMapOf, type RankedBlock } from "../net/prefix-map";
import type { Topology } from "./topology";
import { cidrsOf, rememberedBy, type SubnetPlace, vpcBlocks } from "./topology-places";

/** A route's destination as written; it names the route within its table. */
export const routeText = ({ destination }: Route): string => {
  switch (destination.kind) {
    case "cidrIpv4":
      return destination.cidrIpv4;
    case "cidrIpv6":
      return destination.cidrIpv6;
    case "prefixList":
      return destination.prefixListId;
  }
};

/** A list's blocks of its own family. */
const listBlocks: (list: PrefixList) => readonly Cidr[] = rememberedBy((list) => {
  const family = list.addressFamily === "IPv4" ? 4 : 6;
  return cidrsOf(list.entries.map(({ cidr }) => cidr)).filter((cidr) => cidr.family === family);
});

const listOf = (network: Network, { destination }: Route): PrefixList | null =>
  destination.kind === "prefixList"
    ? (recordOf(network.prefixLists, destination.prefixListId) ?? null)
    : null;

/** The addresses that a route is for; none where its list is gone. */
export function routeBlocks(network: Network, route: Route): readonly Cidr[] {
  const list = listOf(network, route);
  if (list !== null) return listBlocks(list);
  if (route.destination.kind === "prefixList") return [];
  const family = route.destination.kind === "cidrIpv4" ? 4 : 6;
  return cidrsOf([routeText(route)]).filter((cidr) => cidr.family === family);
}

/** A table ready to be looked up, with the lists that it was made from. */
type Compiled = Readonly<{ lists: readonly (PrefixList | null)[]; routes: PrefixMap<Route> }>;

const compiledTables = new WeakMap<RouteTable, Compiled>();

/** At equal length a static CIDR comes before a prefix list, and that before what is propagated. */
const rankOf = ({ isPropagated, destination }: Route): number => {
  if (isPropagated) return 2;
  return destination.kind === "prefixList" ? 1 : 0;
};

function compiled(network: Network, table: RouteTable): PrefixMap<Route> {
  const lists = table.routes.map((route) => listOf(network, route));
  const known = compiledTables.get(table);
  if (known?.lists.every((list, at) => list === lists[at])) return known.routes;
  const blocks = table.routes.flatMap((route) =>
    routeBlocks(network, route).map((cidr) => ({ cidr, rank: rankOf(route), value: route })),
  );
  const routes = prefixMapOf(blocks);
  compiledTables.set(table, { lists, routes });
  return routes;
}

/** Once a topology, since its prefix lists stay the same. */
const tablesIn = new WeakMap<Topology, Map<RouteTable, PrefixMap<Route>>>();

function tableIn(topology: Topology, table: RouteTable): PrefixMap<Route> {
  const tables = tablesIn.get(topology) ?? new Map<RouteTable, PrefixMap<Route>>();
  const known = tables.get(table);
  if (known !== undefined) return known;
  const routes = compiled(topology.network, table);
  tablesIn.set(topology, tables.set(table, routes));
  return routes;
}

/**
 * The route from a subnet to an address by the longest prefix; null where there is none. The local route, for each CIDR of
 * the VPC, comes first at equal length. https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function routeFrom(
  topology: Topology,
  from: SubnetPlace,
  destination: Address,
): Route | "local" | null {
  const { routeTable, vpc } = from;
  let local = -1;
  for (const block of vpc.blocks) {
    if (block.prefixLength > local && cidrContains(block, destination)) local = block.prefixLength;
  }
  const hit = routeTable === null ? null : longestPrefix(tableIn(topology, routeTable), destination);
  if (local >= 0 && local >= (hit?.prefixLength ?? -1)) return "local";
  return hit?.value ?? null;
}

const propagatedRoutes = (
  network: Network,
  attachment: TransitGatewayAttachment,
): readonly RankedBlock<TransitGatewayRoute>[] => {
  const vpc = recordOf(network.vpcs, attachment.vpcId);
  const attachmentId = attachment.transitGatewayAttachmentId;
  return (vpc === undefined ? [] : vpcBlocks(vpc)).map((cidr) => ({
    cidr,
    rank: 1,
    value: { cidr: formatCidr(cidr), attachmentId },
  }));
};

type TransitTables = Map<TransitGatewayRouteTable, PrefixMap<TransitGatewayRoute>>;

const transitTablesIn = new WeakMap<Topology, TransitTables>();

function transitTable(topology: Topology, table: TransitGatewayRouteTable): PrefixMap<TransitGatewayRoute> {
  const tables: TransitTables = transitTablesIn.get(topology) ?? new Map();
  const known = tables.get(table);
  if (known !== undefined) return known;
  const { network } = topology;
  const routes = prefixMapOf([
    ...table.routes.flatMap((value) => cidrsOf([value.cidr]).map((cidr) => ({ cidr, rank: 0, value }))),
    ...table.propagatedFrom
      .flatMap((id) => recordOf(network.transitGatewayAttachments, id) ?? [])
      .flatMap((attachment) => propagatedRoutes(network, attachment)),
  ]);
  transitTablesIn.set(topology, tables.set(table, routes));
  return routes;
}

/** The route of a transit gateway's table to an address: longest prefix, static before propagated; null where there is none. */
export const transitRoute = (
  topology: Topology,
  table: TransitGatewayRouteTable,
  destination: Address,
): TransitGatewayRoute | null => longestPrefix(transitTable(topology, table), destination)?.value ?? null;
