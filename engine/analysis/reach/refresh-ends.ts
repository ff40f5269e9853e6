import type { NetworkInterfaceId } from "../../model/id";
import { recordOf, recordsOf } from "../../model/network";
import type { Replaced } from "../../model/network-changes";
import { type NetworkInterface, wearerIdOf } from "../../model/network-interface";
import { keyOf } from "../../net/address-map";
import type { Family } from "../../net/cidr";
import { type AnyEnd, endAt, type InterfaceEnd, slotFor } from "./end";
import { groupSetOf } from "./group-set";
import { areSameFacts, type InterfaceFacts, interfaceFacts } from "./interface-facts";
import { addPoints, familyAt, type NewPoint, type PointId } from "./point";
import type { ReachIndex } from "./reach-index";
import { siteOf } from "./site";
import { tierIdOf } from "./tier";

export type ChangedEnds = Readonly<{ slots: readonly number[]; points: readonly PointId[] }>;

/** Works out anew the interfaces that a change touched: the slots of which something is another, and their new points. */
export function refreshInterfaces(index: ReachIndex, replaced: Replaced): ChangedEnds {
  const changed = touchedInterfaces(index, replaced).flatMap((id) => changedFacts(index, id));
  if (changed.length > 1) changed.sort(byTier);
  const added = changed.map(({ slot, facts }) => (facts === null ? [] : newPoints(index, slot, facts)));
  const points = addPoints(index.points, added.flat());
  let next = 0;
  for (const [at, { id, facts }] of changed.entries()) {
    const count = added[at]?.length ?? 0;
    const own = points.slice(next, next + count);
    next += count;
    replaceEnd(index, id, facts && interfaceEnd(index, facts, own));
  }
  return { slots: changed.map(({ slot }) => slot), points };
}

type ChangedFacts = Readonly<{ id: NetworkInterfaceId; slot: number; facts: InterfaceFacts | null }>;

/** Those of a tier get numbers side by side, since they are looked at together. */
function byTier({ facts: a }: ChangedFacts, { facts: b }: ChangedFacts): number {
  const [first, second] = [a, b].map((facts) => `${facts?.vpcId} ${facts?.groupIds.join("+")}`);
  return (first ?? "") < (second ?? "") ? -1 : first === second ? 0 : 1;
}

function changedFacts(index: ReachIndex, id: NetworkInterfaceId): readonly ChangedFacts[] {
  const before = endAt(index.ends, id);
  const facts = interfaceFacts(index.network, id);
  if (before === null && facts === null) return [];
  if (before?.kind === "interface" && facts !== null && areSameFacts(before.facts, facts)) return [];
  return [{ id, slot: slotFor(index.ends, id), facts }];
}

function touchedInterfaces(index: ReachIndex, replaced: Replaced): readonly NetworkInterfaceId[] {
  const touched = new Set([...replaced.networkInterfaces.keys()] as NetworkInterfaceId[]);
  const { subnets, securityGroups, instances, loadBalancers } = index.network;
  const subnetIds = changedIds(
    replaced.subnets,
    (id) => recordOf(subnets, id)?.vpcId,
    (was) => was?.vpcId,
  );
  const isThere = (record: unknown) => record !== undefined;
  const groupIds = changedIds(
    replaced.securityGroups,
    (id) => isThere(recordOf(securityGroups, id)),
    isThere,
  );
  const wearerIds = new Set([
    ...changedIds(
      replaced.instances,
      (id) => recordOf(instances, id)?.state,
      (was) => was?.state,
    ),
    ...changedIds(
      replaced.loadBalancers,
      (id) => recordOf(loadBalancers, id)?.loadBalancerType,
      (was) => was?.loadBalancerType,
    ),
  ]);
  if (subnetIds.size + groupIds.size + wearerIds.size === 0) return [...touched];
  for (const record of recordsOf<NetworkInterface>(index.network.networkInterfaces)) {
    const isTouched =
      subnetIds.has(record.subnetId) ||
      wearerIds.has(wearerIdOf(record.attachment) ?? "") ||
      record.groupIds.some((id) => groupIds.has(id));
    if (isTouched) touched.add(record.networkInterfaceId);
  }
  return [...touched];
}

/** The records of which this much is another now. */
function changedIds<Value>(
  replaced: ReadonlyMap<string, Value>,
  now: (id: string) => unknown,
  before: (was: Value) => unknown,
): ReadonlySet<string> {
  return new Set([...replaced].filter(([id, was]) => now(id) !== before(was)).map(([id]) => id));
}

/** A reference to a group means the addresses of its interfaces, so an interface's points carry its own groups. */
function newPoints(index: ReachIndex, slot: number, facts: InterfaceFacts): readonly NewPoint[] {
  if (!facts.isActive) return [];
  const groups = groupsOf(index, facts);
  return facts.addresses.map((address) => ({
    slot,
    family: address.family,
    key: keyOf(address.family, address.value),
    site: siteOf(index.sites, index.borders, facts, address),
    groups,
  }));
}

const groupsOf = (index: ReachIndex, { groupIds, isOpen }: InterfaceFacts) =>
  groupSetOf(index.groupSets, groupIds, isOpen);

const interfaceEnd = (
  index: ReachIndex,
  facts: InterfaceFacts,
  points: readonly PointId[],
): InterfaceEnd => ({
  kind: "interface",
  endId: facts.networkInterfaceId,
  tierId: tierIdOf(facts.vpcId, facts.groupIds, facts.isOpen),
  facts,
  groups: groupsOf(index, facts),
  points,
  ipv4: pointIn(index, points, 4),
  ipv6: pointIn(index, points, 6),
  isPlain:
    points.length < 2 ||
    (points.length === 2 && familyAt(index.points, points[0] ?? 0) === 4 && facts.addresses[1]?.family === 6),
});

const pointIn = (index: ReachIndex, points: readonly PointId[], family: Family): PointId =>
  points.find((point) => familyAt(index.points, point) === family) ?? -1;

/** Puts an end in its slot, and remembers the one that was there at the last settlement. */
export function replaceEnd(index: ReachIndex, endId: AnyEnd["endId"], now: AnyEnd | null): number {
  const slot = slotFor(index.ends, endId);
  const end = index.ends.list[slot] ?? null;
  if (!index.endsBefore.has(slot)) {
    const tier = index.tierOfSlot[slot] ?? null;
    index.endsBefore.set(slot, end === null || tier === null ? null : { end, tier });
  }
  if (end?.kind === "interface") index.gonePoints.push(...end.points);
  if ((end === null) !== (now === null)) index.order = null;
  index.ends.list[slot] = now;
  return slot;
}
