import { INTERNET, type TierId, type TierPair } from "../answer";
import type { ReachIndex } from "./reach-index";
import type { StalePairs } from "./stale-pairs";
import { pairKey, type TierState } from "./tier";
import { beyondInternet, isSamePair, tierPairState } from "./tier-pair";
import { tierTraffic } from "./tier-traffic";

export type PairChanges = Readonly<{
  tierPairs: readonly TierPair[];
  removedTierPairs: readonly Readonly<{ from: TierId; to: TierId }>[];
}>;

/** Works out anew what passes between the stale pairs of tiers; tells the pairs that are others now. */
export function* refreshPairs(
  index: ReachIndex,
  pairs: StalePairs,
  retired: readonly TierState[],
): Generator<void, PairChanges> {
  const removed = retired.flatMap((state) => removePairsOf(index, state, retired));
  const marked = [...pairs.values()].filter(([from, to]) => !(isOutside(from) && isOutside(to)));
  const isInternetPair = (pair: readonly TierState[]) => pair.some((state) => state.tier.kind === "internet");
  const first = marked.filter(isInternetPair);
  const rest = new Map(marked.map((pair) => [pairKey(...pair), pair]));
  for (const pair of first) {
    rest.delete(pairKey(...pair));
    for (const [key, ranged] of rangePairs(index, pair)) rest.set(key, ranged);
  }
  const results: PairResult[] = [];
  for (const pair of [...first, ...rest.values()]) {
    const result = refreshPair(index, pair);
    if (result !== null) results.push(result);
    yield;
  }
  return {
    tierPairs: results.flatMap((result) => (result.kind === "put" ? [result.pair] : [])),
    removedTierPairs: [
      ...removed,
      ...results.flatMap((result) => (result.kind === "removed" ? [result.ends] : [])),
    ],
  };
}

const isOutside = (state: TierState): boolean => state.tier.kind !== "interfaces";

/** The same pair with each range in the Internet's place: what a range may is told beside what the Internet may. */
function rangePairs(
  index: ReachIndex,
  [from, to]: readonly [TierState, TierState],
): readonly (readonly [number, readonly [TierState, TierState]])[] {
  const ranges = [...index.tiers.values()].filter((state) => state.tier.kind === "ipRange");
  return ranges.map((range) => {
    const pair = from.tier.kind === "internet" ? ([range, to] as const) : ([from, range] as const);
    return [pairKey(...pair), pair] as const;
  });
}

type PairResult =
  | Readonly<{ kind: "put"; pair: TierPair }>
  | Readonly<{ kind: "removed"; ends: Readonly<{ from: TierId; to: TierId }> }>;

/** Null where all is as it was. */
function refreshPair(index: ReachIndex, pair: readonly [TierState, TierState]): PairResult | null {
  const [from, to] = pair;
  const key = pairKey(from, to);
  const before = index.tierPairs.get(key);
  const traffic = tierTraffic(index, from, to);
  if (traffic.pairs === 0) {
    if (before === undefined) return null;
    forget(index, key);
    return { kind: "removed", ends: { from: from.tier.tierId, to: to.tier.tierId } };
  }
  const isRange = from.tier.kind === "ipRange" || to.tier.kind === "ipRange";
  const beyond = isRange ? beyondInternet(index.sets, traffic, internetTraffic(index, pair)) : null;
  if (before !== undefined && isSamePair(before, traffic, beyond)) return null;
  const state = tierPairState(index.sets, pair, traffic, beyond);
  index.tierPairs.set(key, state);
  index.paths += traffic.pairs - (before?.traffic.pairs ?? 0);
  return { kind: "put", pair: state.pair };
}

function internetTraffic(index: ReachIndex, [from, to]: readonly [TierState, TierState]) {
  const internet = index.tiers.get(INTERNET);
  if (internet === undefined) return null;
  const key = from.tier.kind === "ipRange" ? pairKey(internet, to) : pairKey(from, internet);
  return index.tierPairs.get(key)?.traffic ?? null;
}

function forget(index: ReachIndex, key: number): void {
  index.paths -= index.tierPairs.get(key)?.traffic.pairs ?? 0;
  index.tierPairs.delete(key);
}

/** Between two tiers that go at once the pair is told once. */
function removePairsOf(
  index: ReachIndex,
  gone: TierState,
  retired: readonly TierState[],
): PairChanges["removedTierPairs"] {
  const others = new Set([...index.tiers.values(), ...retired]);
  return [...others].flatMap((other) =>
    [[gone, other] as const, [other, gone] as const].flatMap(([from, to]) => {
      const key = pairKey(from, to);
      if (!index.tierPairs.has(key)) return [];
      forget(index, key);
      return [{ from: from.tier.tierId, to: to.tier.tierId }];
    }),
  );
}
