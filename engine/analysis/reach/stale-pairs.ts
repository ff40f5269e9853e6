import type { PointId } from "./point";
import type { ReachIndex } from "./reach-index";
import type { TouchedCells } from "./refresh-rows";
import type { Row } from "./row";
import { pairKey, type TierState } from "./tier";

/** Pairs of tiers between which something else may pass now, by `pairKey`. */
export type StalePairs = Map<number, readonly [TierState, TierState]>;

export const markPair = (pairs: StalePairs, from: TierState, to: TierState): void => {
  pairs.set(pairKey(from, to), [from, to]);
};

/** A tier and every other, both ways. */
export function markAll({ tiers }: ReachIndex, state: TierState, pairs: StalePairs): void {
  for (const other of tiers.values()) {
    markPair(pairs, state, other);
    markPair(pairs, other, state);
  }
}

/** The tiers that look themselves up in a row. */
export function tiersByRow(
  { tiers }: ReachIndex,
  rows: ReadonlySet<Row>,
): ReadonlyMap<Row, readonly TierState[]> {
  const found = new Map<Row, TierState[]>();
  for (const state of tiers.values()) {
    for (const row of [...state.rows.egress, ...state.rows.ingress]) {
      if (rows.has(row)) found.set(row, [...(found.get(row) ?? []), state]);
    }
  }
  return found;
}

/** Marks the tiers of a row with the tiers of the points that its rules say something else of. */
export function markCells(index: ReachIndex, cells: TouchedCells, pairs: StalePairs): void {
  const users = tiersByRow(index, new Set(cells.keys()));
  for (const [row, points] of cells) {
    const others = tiersAt(index, points);
    for (const state of users.get(row) ?? []) {
      for (const other of others) {
        if (row.direction === "egress") markPair(pairs, state, other);
        else markPair(pairs, other, state);
      }
    }
  }
}

export function tiersAt({ points, tierOfSlot }: ReachIndex, at: readonly PointId[]): ReadonlySet<TierState> {
  const found = new Set<TierState>();
  for (const point of at) {
    const state = tierOfSlot[points.slots[point] ?? -1];
    if (state) found.add(state);
  }
  return found;
}
