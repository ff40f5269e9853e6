import type { PointId } from "./point";
import type { ReachIndex } from "./reach-index";
import type { Row, TouchedCells } from "./row";
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

/** The tiers that look themselves up in a row. */
export function tiersByRow(
  { tiers }: ReachIndex,
  rows: ReadonlySet<Row>,
): ReadonlyMap<Row, readonly TierState[]> {
  const found = new Map<Row, TierState[]>();
  const put = (row: Row, state: TierState) => {
    if (!rows.has(row)) return;
    const own = found.get(row);
    if (own === undefined) found.set(row, [state]);
    else own.push(state);
  };
  if (rows.size === 0) return found;
  for (const state of tiers.values()) {
    for (const row of state.rows.egress) put(row, state);
    for (const row of state.rows.ingress) put(row, state);
  }
  return found;
}

/** Marks the tiers of a row with the tiers of the points that its rules say something else of. */
export function markCells(index: ReachIndex, cells: TouchedCells): void {
  const users = tiersByRow(index, new Set(cells.keys()));
  for (const [row, points] of cells) {
    const others = tiersAt(index, points);
    for (const state of users.get(row) ?? []) {
      for (const other of others) {
        if (row.direction === "egress") markPair(index, state, other);
        else markPair(index, other, state);
      }
    }
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
