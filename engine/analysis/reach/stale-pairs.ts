import type { PointId } from "./point";
import type { ReachIndex } from "./reach-index";
import { pairKey, type TierState } from "./tier";

/** Pairs that are not told are not marked: they are worked out when somebody looks. */
export function markPair(index: ReachIndex, from: TierState, to: TierState): void {
  if (isPairTold(index, from, to)) index.stale.set(pairKey(from, to), [from, to]);
}

export const isPairTold = (
  { isVast, focus }: ReachIndex,
  { tier: from }: TierState,
  { tier: to }: TierState,
): boolean => {
  if (from.kind !== "interfaces" && to.kind !== "interfaces") return false;
  if (!isVast) return true;
  return (
    from.kind !== "interfaces" || to.kind !== "interfaces" || focus.has(from.tierId) || focus.has(to.tierId)
  );
};

/** A tier and every other, both ways. */
export function markAll(index: ReachIndex, state: TierState): void {
  for (const other of index.tiers.values()) {
    markPair(index, state, other);
    markPair(index, other, state);
  }
}

export function tiersAt({ points, tierOfSlot }: ReachIndex, at: Iterable<PointId>): ReadonlySet<TierState> {
  const found = new Set<TierState>();
  for (const point of at) {
    const state = tierOfSlot[points.slots[point] ?? -1];
    if (state) found.add(state);
  }
  return found;
}
