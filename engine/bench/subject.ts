/** What is measured, behind the few verbs that measuring needs: the one file here that knows the engine's index. */
import type { AnalysisUpdate, EndId, InterfacePairs, PathDelta } from "../analysis/answer";
import { interfacePairs } from "../analysis/reach/interface-pairs";
import { pathDelta, settle } from "../analysis/reach/path-delta";
import { createReachIndex, type ReachIndex } from "../analysis/reach/reach-index";
import { refreshIndex, updateIndex } from "../analysis/reach/reach-update";
import { refreshPairs } from "../analysis/reach/refresh-pairs";
import type { StalePairs } from "../analysis/reach/stale-pairs";
import type { TierState } from "../analysis/reach/tier";
import { EMPTY_NETWORK, type Network } from "../model/network";
import { changesBetween, type NetworkChanges } from "../model/network-changes";

/** What was done since the network was loaded; counts have no noise, so tests may hold them. */
export type Counts = Readonly<{ rows: number; cells: number; ways: number; pairs: number; sets: number }>;

export type Subject = Readonly<{
  /** Reads a network: rules, rows, ways, tiers. */
  compile(network: Network): void;
  /** Decides all pairs of what was compiled; the number of paths. */
  allPairs(): number;
  apply(changes: NetworkChanges): Omit<AnalysisUpdate, "fresh">;
  /** What changed since the last settlement; counts on from here. */
  settle(): PathDelta;
  /** All pairs that start or end at an interface. */
  highlight(end: EndId): InterfacePairs;
  everyPair(): InterfacePairs;
  paths(): number;
  counts(): Counts;
}>;

export function createSubject(): Subject {
  let index = createReachIndex();
  let stale: StalePairs = new Map();
  let retired: readonly TierState[] = [];
  return {
    compile(network) {
      index = createReachIndex();
      stale = new Map();
      retired = finished(refreshIndex(index, changesBetween(EMPTY_NETWORK, network), stale)).regrouping
        .retired;
    },
    allPairs() {
      finished(refreshPairs(index, stale, retired));
      settle(index);
      return index.paths;
    },
    apply: (changes) => finished(updateIndex(index, changes)),
    settle() {
      const delta = pathDelta(index);
      settle(index);
      return delta;
    },
    highlight: (end) => interfacePairs(index, { kind: "ends", ends: [end] }),
    everyPair: () => interfacePairs(index, { kind: "all" }),
    paths: () => index.paths,
    counts: () => countsOf(index),
  };
}

const countsOf = ({ counts, sets }: ReachIndex): Counts => ({
  rows: counts.rows,
  cells: counts.cells,
  ways: counts.ways,
  pairs: counts.pairs,
  sets: sets.next.length,
});

function finished<Value>(work: Generator<void, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
