import type { AnalysisUpdate } from "./analysis/answer";
import { explain } from "./analysis/explain";
import { interfacePairs } from "./analysis/interface-pairs";
import { pairRules, tierPairRules } from "./analysis/pair-rules";
import { pathDelta, settle } from "./analysis/path-delta";
import { createReachIndex } from "./analysis/reach-index";
import { updateIndex } from "./analysis/reach-update";
import { EMPTY_NETWORK, type Network } from "./model/network";
import { changesBetween } from "./network-changes";
import type { Engine } from "./worker-api";

/** An engine with an empty network. It keeps its own copy; what it is given it never changes. */
export function createEngine(): Engine {
  let index = createReachIndex();
  /** The network as questions see it: another object after each change, since explaining remembers by network. */
  let asked = index.network;
  const load = (network: Network): AnalysisUpdate => {
    index = createReachIndex();
    asked = index.network;
    const update = updateIndex(index, changesBetween(EMPTY_NETWORK, network));
    settle(index);
    return { fresh: true, ...update };
  };
  load(EMPTY_NETWORK);
  return {
    load,
    apply(changes) {
      asked = { ...index.network };
      return { fresh: false, ...updateIndex(index, changes) };
    },
    delta: () => pathDelta(index),
    settle() {
      const delta = pathDelta(index);
      settle(index);
      return delta;
    },
    test: (question) => explain(asked, question),
    interfacePairs: (query) => interfacePairs(index, query),
    pairRules: (from, to) => pairRules(index, from, to),
    tierPairRules: (from, to) => tierPairRules(index, from, to),
  };
}
