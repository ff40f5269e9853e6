import type { Direction } from "../../model/security-group";
import { type Block, oneEnd } from "./block";
import type { InterfaceEnd } from "./end";
import { type PointId, pointsWearing } from "./point";
import type { ReachIndex } from "./reach-index";
import { changedWays } from "./refresh-ways";
import type { Row } from "./row";
import { isCellChanged, otherAddresses, otherGroups } from "./row-change";
import { tiersAt } from "./stale-pairs";
import { pairKey, type TierState } from "./tier";
import type { StalePairs } from "./tier-pair-state";

/** Where pairs of which anything is another are brought, each once: one by one, or by blocks. */
export type Sink = Readonly<{
  pair(sender: number, receiver: number): void;
  block(block: Block, isLeftOut: (member: number) => boolean): void;
  /** All pairs of two tiers but those with ends that are others; false if they have to be brought one by one. */
  tiers(from: TierState, to: TierState): boolean;
}>;

/**
 * Goes through the pairs of ends of which anything is another than at the last settlement: an end itself, what a row says of
 * an address, the way between two sites, or what passes from or to the outside.
 */
export function visitChangedPairs(index: ReachIndex, sink: Sink): void {
  visitChangedEnds(index, sink);
  if (index.waysBefore === null) visitChangedTiers(index, sink);
  else visitChangedCells(index, sink);
  visitChangedWays(index, sink);
  visitChangedParts(index, sink);
}

function visitChangedEnds(index: ReachIndex, sink: Sink): void {
  const { endsBefore, tiers } = index;
  const isChanged = (slot: number): boolean => endsBefore.has(slot);
  for (const slot of endsBefore.keys()) {
    const one = oneEnd(index, slot);
    for (const tier of tiers.values()) {
      sink.block({ slot, one, tier, isSending: true }, isChanged);
      sink.block({ slot, one, tier, isSending: false }, isChanged);
    }
    for (const other of endsBefore.keys()) if (other !== slot) sink.pair(slot, other);
  }
}

/** Points of which a row says something else now, or that it may see otherwise as strangers. */
function changedPoints({ points, strangers }: ReachIndex, row: Row): ReadonlySet<PointId> {
  const changed = new Set<PointId>(strangers.get(row) ?? []);
  for (const family of FAMILIES) {
    for (const point of otherAddresses(row, points.sorted[family])) changed.add(point);
    for (const groupSet of otherGroups(row, family)) {
      for (const point of pointsWearing(points, groupSet)) {
        if (points.families[point] === family) changed.add(point);
      }
    }
  }
  return changed;
}

const FAMILIES = [4, 6] as const;

const isChanged = (index: ReachIndex, row: Row, point: PointId): boolean =>
  isCellChanged(row, index.points, point) || index.strangers.get(row)?.has(point) === true;

/** While ways are as they were, by pairs of tiers: those whose rules are others with those they say something else of. */
function visitChangedTiers(index: ReachIndex, sink: Sink): void {
  const isNew = (slot: number): boolean => index.endsBefore.has(slot);
  for (const [from, to] of changedTiers(index).values()) {
    if (sink.tiers(from, to)) continue;
    for (const slot of to.members) {
      if (!isNew(slot)) sink.block({ slot, one: oneEnd(index, slot), tier: from, isSending: false }, isNew);
    }
  }
}

function changedTiers(index: ReachIndex): StalePairs {
  const pairs: StalePairs = new Map();
  for (const row of index.changedRows) {
    const others = tiersAt(index, changedPoints(index, row));
    for (const tier of index.users.get(row) ?? []) {
      for (const other of others) {
        const [from, to] = row.direction === "egress" ? [tier, other] : [other, tier];
        pairs.set(pairKey(from, to), [from, to]);
      }
    }
  }
  return pairs;
}

function visitChangedCells(index: ReachIndex, sink: Sink): void {
  for (const row of index.changedRows) {
    for (const tier of index.users.get(row) ?? []) visitCellsOf(index, tier, row, sink);
  }
}

/** What a receiver's rules say is left out where the sender's say something else too: that was visited from there. */
function visitCellsOf(index: ReachIndex, tier: TierState, row: Row, sink: Sink): void {
  const { points, endsBefore, ends } = index;
  const isSending = row.direction === "ingress";
  for (const point of changedPoints(index, row)) {
    const slot = points.slots[point] ?? -1;
    const end = ends.list[slot];
    if (endsBefore.has(slot) || end?.kind !== "interface") continue;
    if (!isFirstMention(index, tier, row, point, end)) continue;
    const egress = isSending ? (index.tierOfSlot[slot]?.rows.egress ?? []) : [];
    const isToldTwice = egress.some((own) => index.changedRows.has(own));
    sink.block(
      { slot, one: oneEnd(index, slot), tier, isSending },
      (member) => endsBefore.has(member) || (isToldTwice && isTold(index, "egress", slot, member)),
    );
  }
}

/** An end with several addresses, or a tier with several rows, comes up but once. */
function isFirstMention(
  index: ReachIndex,
  tier: TierState,
  row: Row,
  point: PointId,
  end: InterfaceEnd,
): boolean {
  for (const other of tier.rows[row.direction]) {
    if (other === row) break;
    if (index.changedRows.has(other) && end.points.some((own) => isChanged(index, other, own))) return false;
  }
  for (const own of end.points) {
    if (own === point) return true;
    if (isChanged(index, row, own)) return false;
  }
  return true;
}

/** Do the rules of `own` say something else of `other` in this direction? */
function isTold(index: ReachIndex, direction: Direction, own: number, other: number): boolean {
  const end = index.ends.list[other];
  if (end?.kind !== "interface") return false;
  for (const row of index.tierOfSlot[own]?.rows[direction] ?? []) {
    if (!index.changedRows.has(row)) continue;
    if (end.points.some((point) => isChanged(index, row, point))) return true;
  }
  return false;
}

const SLOTS = 2 ** 24;

function visitChangedWays(index: ReachIndex, sink: Sink): void {
  const { waysBefore, points, endsBefore } = index;
  if (waysBefore === null) return;
  const visited = new Set<number>();
  const slotOf = (point: PointId): number => points.slots[point] ?? -1;
  const isNew = (point: PointId): boolean => endsBefore.has(slotOf(point));
  const visitOne = (sender: number, receiver: number): void => {
    const key = sender * SLOTS + receiver;
    if (sender === receiver || visited.has(key)) return;
    visited.add(key);
    const isKnown = isTold(index, "egress", sender, receiver) || isTold(index, "ingress", receiver, sender);
    if (!isKnown) sink.pair(sender, receiver);
  };
  for (const [senders, receivers] of changedWays(index, waysBefore, () => true, isNew)) {
    const slots = receivers.points.map(slotOf);
    for (const source of senders.points) for (const receiver of slots) visitOne(slotOf(source), receiver);
  }
}

/** Pairs of an interface and an outside end that are both as they were. */
function visitChangedParts(index: ReachIndex, sink: Sink): void {
  const { waysBefore, tiers } = index;
  const touched = [...tiers.values()].filter(
    ({ tier, outside }) => tier.kind === "interfaces" && (waysBefore !== null || outside.before.size > 0),
  );
  if (touched.length === 0) return;
  const { endsBefore, ends } = index;
  const slots = [...ends.list.keys()].filter(
    (slot) => ends.list[slot]?.kind === "outside" && !endsBefore.has(slot),
  );
  for (const { members } of touched) {
    for (const member of members) {
      if (endsBefore.has(member)) continue;
      for (const slot of slots) {
        sink.pair(member, slot);
        sink.pair(slot, member);
      }
    }
  }
}
