/** What is measured, set up as in the worker, behind the few verbs that measuring needs: the one file here that knows the engine's index. */
import type { EndId, InterfacePairs, PathDelta } from "../analysis/answer";
import type { PairsQuery } from "../analysis/question";
import { countPaths } from "../analysis/reach/count-paths";
import { interfacePairs } from "../analysis/reach/interface-pairs";
import { pathDelta } from "../analysis/reach/path-delta";
import { createReachIndex, type ReachIndex } from "../analysis/reach/reach-index";
import { refreshIndex } from "../analysis/reach/reach-update";
import { refreshPairs } from "../analysis/reach/refresh-pairs";
import { settle } from "../analysis/reach/settle";
import { TOLD_TIERS } from "../analysis/reach/told";
import { EMPTY_NETWORK, type Network } from "../model/network";
import { changesBetween, type NetworkChanges } from "../model/network-changes";
import { upkeep } from "../questions";

/** What was done since the network was loaded; counts have no noise, so tests may hold them. */
export type Counts = Readonly<{ rows: number; cells: number; ways: number; pairs: number; sets: number }>;

export type Subject = Readonly<{
  /** Reads a network: rules, rows, ways, tiers. */
  compile(network: Network): void;
  /** Decides for every ordered pair of ends whether anything passes; how many there are with something. */
  allPairs(): number;
  /** Works out the sets of traffic between tiers that the page shows; how many pairs of tiers have any. */
  tell(): number;
  /** Brings changes in and says what they opened and closed; the next edit counts from there. */
  edit(changes: NetworkChanges): PathDelta;
  /** Between which pairs that start or end at these anything passes. */
  highlight(ends: readonly EndId[]): InterfacePairs;
  /** The same with what passes. */
  pairsOf(ends: readonly EndId[]): InterfacePairs;
  everyPair(): InterfacePairs;
  counts(): Counts;
}>;

export function createSubject(): Subject {
  let index = createReachIndex(TOLD_TIERS);
  const ask = (query: PairsQuery) => interfacePairs(index, query);
  return {
    compile(network) {
      index = createReachIndex(TOLD_TIERS);
      finished(refreshIndex(index, changesBetween(EMPTY_NETWORK, network), null));
      settle(index);
    },
    allPairs: () => finished(countPaths(index)),
    tell() {
      finished(refreshPairs(index));
      return index.tierPairs.size;
    },
    edit(changes) {
      finished(refreshIndex(index, changes, upkeep.rows));
      const delta = pathDelta(index);
      settle(index);
      return delta;
    },
    highlight: (ends) => ask({ kind: "ends", ends, traffic: false }),
    pairsOf: (ends) => ask({ kind: "ends", ends }),
    everyPair: () => ask({ kind: "all" }),
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
