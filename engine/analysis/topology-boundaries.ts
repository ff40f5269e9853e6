/** Where the addresses are cut by what ways look up. */

import { recordsOf } from "../model/network";
import type { NetworkAcl } from "../model/network-acl";
import type { TransitGatewayRouteTable } from "../model/transit-gateway";
import type { Cidr, Family } from "../net/cidr";
import { INTERNET_ADDRESSES } from "../net/internet-addresses";
import type { Topology } from "./topology";
import { cidrsOf, rememberedBy, vpcBlocks } from "./topology-places";
import { routeBlocks } from "./topology-routes";

const aclBlocks = rememberedBy((acl: NetworkAcl) =>
  cidrsOf(acl.entries.map(({ remote }) => (remote.kind === "cidrIpv4" ? remote.cidrIpv4 : remote.cidrIpv6))),
);

const transitBlocks = rememberedBy((table: TransitGatewayRouteTable) =>
  cidrsOf(table.routes.map(({ cidr }) => cidr)),
);

const boundaries = new WeakMap<Topology, Readonly<Record<Family, readonly bigint[]>>>();

/**
 * All addresses at which an ACL entry, a route, a list in a route, a transit gateway's route, a VPC's block or what is on the
 * Internet begins, or ends (the first address behind it), sorted. From one to before the next all addresses fare alike: as
 * outside ends, and as those of interfaces of one subnet. (What a gateway's own address is, is told by ends, not by numbers.)
 */
export function wayBoundaries(topology: Topology, family: Family): readonly bigint[] {
  const known = boundaries.get(topology) ?? { 4: sorted(topology, 4), 6: sorted(topology, 6) };
  boundaries.set(topology, known);
  return known[family];
}

function sorted(topology: Topology, family: Family): readonly bigint[] {
  const found = new Set<bigint>();
  const put = ({ first, last }: Pick<Cidr, "first" | "last">) => {
    found.add(first).add(last + 1n);
  };
  for (const cidr of cidrsIn(topology)) if (cidr.family === family) put(cidr);
  INTERNET_ADDRESSES[family].forEach(put);
  return [...found].sort((a, b) => (a < b ? -1 : Number(a > b)));
}

function* cidrsIn(topology: Topology): Generator<Cidr> {
  const { network } = topology;
  for (const vpc of recordsOf(network.vpcs)) yield* vpcBlocks(vpc);
  for (const acl of recordsOf(network.networkAcls)) yield* aclBlocks(acl);
  for (const table of recordsOf(network.routeTables))
    for (const route of table.routes) yield* routeBlocks(network, route);
  for (const table of recordsOf(network.transitGatewayRouteTables)) yield* transitBlocks(table);
}
