import type { AnalysisUpdate } from "./analysis/answer";
import { interfacePairs } from "./analysis/reach/interface-pairs";
import { pairRules, tierPairRules } from "./analysis/reach/pair-rules";
import { pathDelta, settle } from "./analysis/reach/path-delta";
import { createReachIndex } from "./analysis/reach/reach-index";
import { updateIndex } from "./analysis/reach/reach-update";
import { EMPTY_NETWORK, type Network } from "./model/network";
import { changesBetween } from "./model/network-changes";
import type { Engine } from "./worker-api";

/**
 * What is answered from the index. Explaining a packet needs the network only and is the larger part of the code, so the
 * worker brings it in when it is first asked to; `asked` is the network such a question is about, another object after each
 * change, since explaining remembers by network.
 */
export type IndexedEngine = Omit<Engine, "test"> & Readonly<{ asked(): Network }>;

/** An index over an empty network. It keeps its own copy; what it is given it never changes. */
export function createIndexedEngine(): IndexedEngine {
  let index = createReachIndex();
  let asked = index.network;
  const load = (network: Network): AnalysisUpdate => {
    index = createReachIndex();
    const update = finished(updateIndex(index, changesBetween(EMPTY_NETWORK, network)));
    asked = { ...index.network };
    settle(index);
    return { fresh: true, ...update };
  };
  load(EMPTY_NETWORK);
  return {
    asked: () => asked,
    load,
    apply(changes) {
      const update = finished(updateIndex(index, changes));
      asked = { ...index.network };
      return { fresh: false, ...update };
    },
    delta: () => pathDelta(index),
    settle() {
      const delta = pathDelta(index);
      settle(index);
      return delta;
    },
    interfacePairs: (query) => interfacePairs(index, query),
    pairRules: (from, to) => pairRules(index, from, to),
    tierPairRules: (from, to) => tierPairRules(index, from, to),
  };
}

function finished<Value>(work: Generator<void, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
