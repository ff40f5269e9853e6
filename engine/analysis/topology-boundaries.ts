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

type Boundaries = Readonly<Record<Family, readonly bigint[]>>;

/**
 * All addresses at which an ACL entry, a route, a list in a route, a transit gateway's route, a VPC's block or what is on the
 * Internet begins, or ends (the first address behind it), sorted. From one to before the next all addresses fare alike: as
 * outside ends, and as those of interfaces of one subnet. (What a gateway's own address is, is told by ends, not by numbers.)
 */
export const wayBoundaries = (topology: Topology, family: Family): readonly bigint[] =>
  boundariesOf(topology)[family];

/** Those of them that ways turn at; ACLs do not turn them. */
export const routeBoundaries = (topology: Topology, family: Family): readonly bigint[] =>
  routeBoundariesOf(topology)[family];

const boundariesOf = rememberedBy(
  (topology: Topology): Boundaries => sorted([...routeCidrs(topology), ...aclCidrs(topology)]),
);

const routeBoundariesOf = rememberedBy((topology: Topology): Boundaries => sorted(routeCidrs(topology)));

function sorted(cidrs: Iterable<Cidr>): Boundaries {
  const found = { 4: new Set<bigint>(), 6: new Set<bigint>() };
  const put = (family: Family, { first, last }: Pick<Cidr, "first" | "last">) => {
    found[family].add(first).add(last + 1n);
  };
  for (const cidr of cidrs) put(cidr.family, cidr);
  for (const family of [4, 6] as const) for (const range of INTERNET_ADDRESSES[family]) put(family, range);
  const inOrder = (values: ReadonlySet<bigint>) => [...values].sort((a, b) => (a < b ? -1 : Number(a > b)));
  return { 4: inOrder(found[4]), 6: inOrder(found[6]) };
}

function* aclCidrs({ network }: Topology): Generator<Cidr> {
  for (const acl of recordsOf(network.networkAcls)) yield* aclBlocks(acl);
}

function* routeCidrs({ network }: Topology): Generator<Cidr> {
  for (const vpc of recordsOf(network.vpcs)) yield* vpcBlocks(vpc);
  for (const table of recordsOf(network.routeTables))
    for (const route of table.routes) yield* routeBlocks(network, route);
  for (const table of recordsOf(network.transitGatewayRouteTables)) yield* transitBlocks(table);
}
