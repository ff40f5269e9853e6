import type { Direction } from "../model/security-group";
import { haveSameAddresses } from "./end";
import type { ReachIndex } from "./reach-index";
import type { TierState } from "./tier";

/**
 * Ends that were in one tier at the last settlement and are in one tier now; null for the time when they were not there.
 * They are compared together. `isComparable`: they stand for the same addresses as before, so that what all addresses
 * have may be compared too.
 */
export type Cohort = Readonly<{
  number: number;
  before: TierState | null;
  now: TierState | null;
  isComparable: boolean;
  slots: number[];
}>;

/** A sending and a receiving cohort. */
export type CohortPair = readonly [Cohort, Cohort];

export type Cohorts = Readonly<{ all: readonly Cohort[]; ofSlot: ReadonlyMap<number, Cohort> }>;

export function cohortsOf(index: ReachIndex): Cohorts {
  const byKey = new Map<string, Cohort>();
  const ofSlot = new Map<number, Cohort>();
  for (const slot of index.ends.list.keys()) {
    const kind = kindOfSlot(index, slot);
    if (kind.before === null && kind.now === null) continue;
    const key = `${kind.before?.number} ${kind.now?.number} ${kind.isComparable}`;
    const cohort = byKey.get(key) ?? { ...kind, number: byKey.size, slots: [] };
    cohort.slots.push(slot);
    byKey.set(key, cohort);
    ofSlot.set(slot, cohort);
  }
  return { all: [...byKey.values()], ofSlot };
}

function kindOfSlot(index: ReachIndex, slot: number): Pick<Cohort, "before" | "now" | "isComparable"> {
  const now = index.tierOfSlot[slot] ?? null;
  const before = index.endsBefore.get(slot);
  if (before === undefined) return { before: now, now, isComparable: true };
  const end = index.ends.list[slot] ?? null;
  const isComparable = before !== null && end !== null && haveSameAddresses(before.end, end);
  return { before: before?.tier ?? null, now, isComparable };
}

/** The pairs of cohorts between which something may be another than before. */
export function changedCohortPairs(index: ReachIndex, { all, ofSlot }: Cohorts): readonly CohortPair[] {
  const pairs = new Map<number, CohortPair>();
  const put = (pair: CohortPair) => pairs.set(pair[0].number * all.length + pair[1].number, pair);
  for (const moved of all.filter(({ before, now }) => before !== now)) {
    for (const other of all) {
      put([moved, other]);
      put([other, moved]);
    }
  }
  const seenFrom = (state: TierState, direction: Direction, cohort: Cohort) => {
    for (const own of all) {
      if (own.before !== state && own.now !== state) continue;
      put(direction === "egress" ? [own, cohort] : [cohort, own]);
    }
  };
  for (const state of index.tiers.values()) {
    for (const direction of ["egress", "ingress"] as const) {
      const seen = [...state.viewsBefore[direction].keys()].flatMap((slot) => ofSlot.get(slot) ?? []);
      for (const cohort of new Set(seen)) seenFrom(state, direction, cohort);
    }
  }
  return [...pairs.values()];
}
