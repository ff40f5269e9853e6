import type { SubnetId } from "../../model/id";
import { type Network, recordOf, recordsOf } from "../../model/network";
import type { NetworkChanges, Replaced } from "../../model/network-changes";
import { type NetworkInterface, wearerIdOf } from "../../model/network-interface";
import type { RouteTable } from "../../model/route-table";
import type { Subnet } from "../../model/subnet";
import { TOPOLOGY_TABLES, type Topology, topologyOf } from "../topology";
import { wayBoundaries } from "../topology-boundaries";
import { createFaces } from "./face";
import { livePoints, type PointId } from "./point";
import { presentWays, type ReachIndex, type WayView } from "./reach-index";
import { type SiteId, siteOf } from "./site";
import { createWayMemory, freshWays, type WayKindId } from "./way-kind";
import { wayKind } from "./ways";

/**
 * Does a change touch what stands on ways and filters there: an interface that routes lead to, by itself or as its instance's,
 * or what it wears?
 */
export function touchesAppliances(
  { topology, routedTo }: ReachIndex,
  { securityGroups, prefixLists, networkInterfaces = {}, instances = {} }: NetworkChanges,
): boolean {
  if (routedTo.size === 0) return false;
  const hasAppliances = topology.appliances.size > 0;
  if (hasAppliances && (securityGroups !== undefined || prefixLists !== undefined)) return true;
  const standing = new Set<string>(applianceIds(topology));
  const isRoutedTo = (id: string) => routedTo.has(id) || standing.has(id);
  return (
    Object.keys(instances).some(isRoutedTo) ||
    Object.entries<NetworkInterface | null>(networkInterfaces).some(
      ([id, record]) => isRoutedTo(id) || isRoutedTo(wearerIdOf(record?.attachment ?? null) ?? ""),
    )
  );
}

const applianceIds = ({ appliances }: Topology): readonly string[] =>
  [...appliances.values()].map((each) => each.networkInterface.networkInterfaceId);

/** Interfaces and instances that a route leads to, there or not. */
const routeTargets = (network: Network): ReadonlySet<string> =>
  new Set(
    recordsOf<RouteTable>(network.routeTables)
      .flatMap(({ routes }) => routes.map(({ target }) => target))
      .filter(({ kind }) => kind === "networkInterface" || kind === "instance")
      .map(({ id }) => id),
  );

export const touchesWays = (changes: NetworkChanges): boolean =>
  TOPOLOGY_TABLES.some((table) => changes[table] !== undefined);

/** A copy of the ways as they are, with all that can be compared later walked. */
export function keptWays(index: ReachIndex, isComplete: boolean): WayView {
  const kept = { ...presentWays(index), sites: index.points.sites.slice() };
  if (isComplete) walkAll(index, kept);
  return kept;
}

/** Walks all ways of a view that may be compared later: what they depend on beside the view is about to be another. */
export function walkAll(index: ReachIndex, view: WayView): void {
  const sites = new Set(livePoints(index.points).map((point) => view.sites[point] ?? 0));
  for (const from of sites) for (const to of sites) wayKind(index, view, from, to);
}

/** Sites at which ways may be others now. */
export type StaleSites = (site: SiteId) => boolean;

/** Takes in routes, ACLs and gateways that are others. Ways between subnets that have nothing to do with it are kept. */
export function refreshWays(index: ReachIndex, replaced: Replaced, isApplianceTouched: boolean): StaleSites {
  const subnets = isApplianceTouched ? null : staleSubnets(index.network, index.topology.network, replaced);
  index.topology = topologyOf({ ...index.network });
  index.routedTo = routeTargets(index.network);
  index.sites.appliances = new Set(applianceIds(index.topology));
  index.borders = { 4: wayBoundaries(index.topology, 4), 6: wayBoundaries(index.topology, 6) };
  const isStale: StaleSites = (site) =>
    subnets === null || subnets.has(index.sites.list[site]?.subnetId ?? "");
  index.ways = subnets === null ? createWayMemory() : freshWays(index.ways, liveSites(index), isStale);
  index.outsideWays.clear();
  Object.assign(index.faces, createFaces());
  for (const end of index.ends.list) {
    if (end?.kind !== "interface") continue;
    for (const [at, point] of end.points.entries()) {
      const address = end.facts.addresses[at];
      if (address !== undefined)
        index.points.sites[point] = siteOf(index.sites, index.borders, end.facts, address);
    }
  }
  return isStale;
}

const liveSites = ({ points }: ReachIndex): ReadonlySet<SiteId> =>
  new Set(livePoints(points).map((point) => points.sites[point] ?? 0));

/** Null: all of them. Packets of other subnets go through one that holds a gateway, so all are stale with it. */
function staleSubnets(now: Network, before: Network, replaced: Replaced): ReadonlySet<string> | null {
  const own = new Set(["subnets", "networkAcls", "routeTables"]);
  const others = TOPOLOGY_TABLES.filter((table) => !own.has(table) && table !== "prefixLists");
  if (others.some((table) => replaced[table].size > 0)) return null;
  if (replaced.prefixLists.size > 0 && [now, before].some(routesByList)) return null;
  const stale = new Set<string>(replaced.subnets.keys());
  for (const network of [now, before]) {
    for (const subnet of recordsOf<Subnet>(network.subnets)) {
      if (isServedBy(network, subnet, replaced)) stale.add(subnet.subnetId);
    }
  }
  return [now, before].some((network) => isOnTheWay(network, stale)) ? null : stale;
}

const routesByList = (network: Network): boolean =>
  recordsOf<RouteTable>(network.routeTables).some(({ routes }) =>
    routes.some(({ destination }) => destination.kind === "prefixList"),
  );

/**
 * Is its ACL or route table among those that changed? Main and default ones serve who names none, or one that is gone; and
 * whether a VPC has any table at all decides whether its routes are judged.
 */
function isServedBy(network: Network, subnet: Subnet, { networkAcls, routeTables }: Replaced): boolean {
  const serves = (
    changed: ReadonlyMap<string, Serving | undefined>,
    table: Readonly<Record<string, Serving>>,
    id: string | null,
  ) =>
    [...changed].some(([each, was]) => {
      const now = recordOf(table, each);
      const isOwn = [was, now].some((record) => record?.vpcId === subnet.vpcId);
      return each === id || (isOwn && (was?.vpcId !== now?.vpcId || [was, now].some(isForAll)));
    });
  return (
    serves(networkAcls, network.networkAcls, subnet.networkAclId) ||
    serves(routeTables, network.routeTables, subnet.routeTableId)
  );
}

type Serving = Readonly<{ vpcId: string; isMain?: boolean; isDefault?: boolean }>;

const isForAll = (record: Serving | undefined): boolean =>
  record?.isMain === true || record?.isDefault === true;

function isOnTheWay(network: Network, subnetIds: ReadonlySet<string>): boolean {
  const holders: readonly SubnetId[] = [
    ...recordsOf(network.natGateways).map(({ subnetId }) => subnetId),
    ...recordsOf(network.transitGatewayAttachments).flatMap((each) => each.subnetIds),
  ];
  const appliances = topologyOf(network).appliances;
  return (
    holders.some((id) => subnetIds.has(id)) ||
    [...appliances.values()].some((each) => subnetIds.has(each.networkInterface.subnetId))
  );
}

/** Points that stood at one site and stand at one now. */
export type Movers = Readonly<{ from: SiteId; to: SiteId; points: PointId[] }>;

/** Pairs of such points between which the way is another kind now, sender first. */
export function* changedWays(
  index: ReachIndex,
  before: WayView,
  isStale: StaleSites,
  isLeftOut: (point: PointId) => boolean,
): Generator<readonly [Movers, Movers]> {
  const movers = [...moversOf(index, before, isLeftOut)];
  const isSame = ({ from, to }: Movers) => from === to && !isStale(to);
  const now = presentWays(index);
  const kind = (view: WayView, from: SiteId, to: SiteId): WayKindId => wayKind(index, view, from, to);
  for (const sender of movers) {
    for (const receiver of movers) {
      if (isSame(sender) && isSame(receiver)) continue;
      const was = kind(before, sender.from, receiver.from);
      if (was !== kind(now, sender.to, receiver.to)) yield [sender, receiver];
    }
  }
}

const SITES = 2 ** 24;

function moversOf(
  index: ReachIndex,
  before: WayView,
  isLeftOut: (point: PointId) => boolean,
): Iterable<Movers> {
  const movers = new Map<number, Movers>();
  for (const point of livePoints(index.points)) {
    if (isLeftOut(point)) continue;
    const [from, to] = [before.sites[point] ?? 0, index.points.sites[point] ?? 0];
    const own = movers.get(from * SITES + to) ?? { from, to, points: [] };
    own.points.push(point);
    movers.set(from * SITES + to, own);
  }
  return movers.values();
}
