import { wearerIdOf } from "../../model/network-interface";
import { INTERNET, type TierId } from "../answer";
import type { ReachIndex } from "./reach-index";
import { isPairTold, markAll, markPair } from "./stale-pairs";
import { pairKey, type TierState } from "./tier";
import { beyondInternet, isSamePair, tierPairState } from "./tier-pair";
import { tierTraffic } from "./tier-traffic";

/**
 * Works out anew what passes between the stale pairs of tiers, and tells those that are others now: first those with the
 * Internet, since what ranges have beyond it is told from them, then those of the tiers in focus.
 */
export function* refreshPairs(index: ReachIndex): Generator<void, void> {
  markRanges(index);
  for (const isTurn of TURNS) {
    for (const [key, pair] of index.stale) {
      if (!isTurn(index, pair)) continue;
      index.stale.delete(key);
      refreshPair(index, pair);
      yield;
    }
  }
}

type Pair = readonly [TierState, TierState];

const TURNS: readonly ((index: ReachIndex, pair: Pair) => boolean)[] = [
  (_index, pair) => pair.some(isInternet),
  ({ focus }, pair) => pair.some(({ tier }) => focus.has(tier.tierId)),
  () => true,
];

const isInternet = ({ tier }: TierState): boolean => tier.kind === "internet";

/** What a range may is told beside what the Internet may: with a pair of the one go those of the others. */
function markRanges(index: ReachIndex): void {
  const ranges = [...index.tiers.values()].filter((state) => state.tier.kind === "ipRange");
  for (const [from, to] of [...index.stale.values()]) {
    for (const range of ranges) {
      if (isInternet(from)) markPair(index, range, to);
      if (isInternet(to)) markPair(index, from, range);
    }
  }
}

function refreshPair(index: ReachIndex, pair: Pair): void {
  const [from, to] = pair;
  const key = pairKey(from, to);
  const before = index.tierPairs.get(key);
  const traffic = tierTraffic(index, from, to);
  if (traffic.pairs === 0) {
    if (before !== undefined) forget(index, key);
    return;
  }
  const isRange = from.tier.kind === "ipRange" || to.tier.kind === "ipRange";
  const beyond = isRange ? beyondInternet(index.sets, traffic, internetTraffic(index, pair)) : null;
  if (before !== undefined && isSamePair(before, traffic, beyond)) return;
  const state = tierPairState(index.sets, pair, traffic, beyond);
  index.tierPairs.set(key, state);
  if (!index.isVast) index.paths += traffic.pairs - (before?.traffic.pairs ?? 0);
  index.told.tierPairs.push(state.pair);
}

function internetTraffic(index: ReachIndex, [from, to]: readonly [TierState, TierState]) {
  const internet = index.tiers.get(INTERNET);
  if (internet === undefined) return null;
  const key = from.tier.kind === "ipRange" ? pairKey(internet, to) : pairKey(from, internet);
  return index.tierPairs.get(key)?.traffic ?? null;
}

function forget(index: ReachIndex, key: number): void {
  const before = index.tierPairs.get(key);
  if (before === undefined) return;
  if (!index.isVast) index.paths -= before.traffic.pairs;
  index.tierPairs.delete(key);
  index.told.removedTierPairs.push({ from: before.pair.from, to: before.pair.to });
}

/** Forgets the pairs of tiers that are gone. */
export function forgetPairsOf(index: ReachIndex, retired: readonly TierState[]): void {
  if (retired.length === 0) return;
  const others = [...index.tiers.values(), ...retired];
  for (const gone of retired) {
    for (const other of others) {
      for (const key of [pairKey(gone, other), pairKey(other, gone)]) {
        forget(index, key);
        index.stale.delete(key);
      }
    }
  }
}

/**
 * From now on the pairs of the tiers that have to do with these ids come first: their own, or those of an interface, what it
 * is attached to, a group or a subnet. Of a vast design only they are told, and those with the outside.
 */
export function focusOn(index: ReachIndex, ids: ReadonlySet<string>): void {
  index.focusIds = ids;
  refocus(index);
}

/** Finds the tiers that the focus is on by now. */
export function refocus(index: ReachIndex): void {
  const focus = [...index.tiers.values()].filter((state) => isAbout(index, state, index.focusIds));
  const before = index.focus;
  index.focus = new Set(focus.map((state) => state.tier.tierId));
  if (!index.isVast) return;
  tellFocusOnly(index);
  for (const state of focus) if (!before.has(state.tier.tierId)) markAll(index, state);
}

/** Forgets pairs that are not told of a vast design. Its paths are counted apart. */
function tellFocusOnly(index: ReachIndex): void {
  for (const [key, { pair }] of index.tierPairs) {
    if (![pair.from, pair.to].some((id) => index.focus.has(id) || isOutside(index, id))) forget(index, key);
  }
  for (const [key, [from, to]] of index.stale) if (!isPairTold(index, from, to)) index.stale.delete(key);
}

/** Works out all pairs of a design that is vast no more; its paths are those of its pairs again. */
export function tellAll(index: ReachIndex): void {
  index.paths = 0;
  for (const { traffic } of index.tierPairs.values()) index.paths += traffic.pairs;
  for (const state of index.tiers.values()) markAll(index, state);
}

const isOutside = ({ tiers }: ReachIndex, id: TierId): boolean => tiers.get(id)?.tier.kind !== "interfaces";

function isAbout({ ends }: ReachIndex, { tier, members }: TierState, ids: ReadonlySet<string>): boolean {
  if (ids.has(tier.tierId) || tier.groupIds.some((id) => ids.has(id))) return true;
  return members.some((slot) => {
    const end = ends.list[slot];
    if (end?.kind !== "interface") return false;
    const { record, subnetId } = end.facts;
    return [end.endId, subnetId, wearerIdOf(record.attachment)].some((id) => id !== null && ids.has(id));
  });
}
