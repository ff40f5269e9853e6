import type { AnalysisUpdate, Network, Tier, TierId, TierPair } from "../../engine";
import { type AnalysisState, tierPairKey } from "../store/state";

/** The map with these entries put in and these keys gone; the same map where there is nothing to do. */
const patched = <Key, Value>(
  held: ReadonlyMap<Key, Value>,
  put: readonly (readonly [Key, Value])[],
  gone: readonly Key[],
): ReadonlyMap<Key, Value> => {
  if (put.length === 0 && gone.length === 0) return held;
  const next = new Map(held);
  for (const key of gone) next.delete(key);
  for (const [key, value] of put) next.set(key, value);
  return next;
};

/**
 * The answer after one more update, about `network` once it is complete: until then it is the old answer, partly renewed. What the update does not name stays the same object, so that views
 * draw only what changed.
 */
export const mergeUpdate = (
  held: AnalysisState,
  update: AnalysisUpdate,
  network: Network,
): AnalysisState => ({
  network: update.isComplete ? network : held.network,
  tiers: patched(
    update.fresh ? new Map<TierId, Tier>() : held.tiers,
    update.tiers.map((tier) => [tier.tierId, tier] as const),
    update.removedTiers,
  ),
  tierPairs: patched(
    update.fresh ? new Map<string, TierPair>() : held.tierPairs,
    update.tierPairs.map((pair) => [tierPairKey(pair.from, pair.to), pair] as const),
    update.removedTierPairs.map(({ from, to }) => tierPairKey(from, to)),
  ),
  paths: update.paths,
  coverage: update.coverage,
  restarting: false,
});
