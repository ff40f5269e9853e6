import type { AnalysisUpdate } from "./analysis/answer";
import { countPaths } from "./analysis/reach/count-paths";
import { interfacePairs } from "./analysis/reach/interface-pairs";
import { pairRules, tierPairRules } from "./analysis/reach/pair-rules";
import { pathDelta, settle } from "./analysis/reach/path-delta";
import { createReachIndex, type ReachIndex } from "./analysis/reach/reach-index";
import { refreshIndex } from "./analysis/reach/reach-update";
import { focusOn, refreshPairs } from "./analysis/reach/refresh-pairs";
import { takeTold } from "./analysis/reach/told";
import { EMPTY_NETWORK, type Network } from "./model/network";
import { changesBetween, type NetworkChanges } from "./model/network-changes";
import type { Engine } from "./worker-api";

/**
 * What is answered from the index. Explaining a packet needs the network only and is the larger part of the code, so the
 * worker brings it in when it is first asked to; `asked` is the network such a question is about, another object after each
 * change, since explaining remembers by network.
 */
export type IndexedEngine = Omit<Engine, "test"> & Readonly<{ asked(): Network }>;

type Options = Readonly<{
  /** Ends a slice of work. Never, unless said otherwise: then every call does all there is to do. */
  isTimeUp?: () => boolean;
  /** Up to so many tiers all their pairs are told; of more only those in focus. */
  toldTiers?: number;
}>;

/** Work that is under way: the index is being brought to a network (`index`), or pairs of tiers are worked out (`pairs`). */
type Work = { stage: "index" | "pairs"; steps: Iterator<void, void> };

/** An index over an empty network. It keeps its own copy; what it is given it never changes. */
export function createIndexedEngine({ isTimeUp = () => false, toldTiers }: Options = {}): IndexedEngine {
  let index = createReachIndex(toldTiers);
  let asked = index.network;
  let work: Work | null = null;
  let isFresh = false;

  const finishIndex = (): void => {
    while (work?.stage === "index") step();
  };
  const step = (): void => {
    if (work === null || work.steps.next().done !== true) return;
    work = work.stage === "index" ? { stage: "pairs", steps: refreshPairs(index) } : null;
  };
  const advance = (): AnalysisUpdate => {
    do step();
    while (work !== null && !isTimeUp());
    const update = takeTold(index, isFresh, work === null);
    isFresh = false;
    return update;
  };
  const start = (steps: Iterator<void, void>): AnalysisUpdate => {
    work = { stage: "index", steps };
    return advance();
  };
  const load = (network: Network): AnalysisUpdate => {
    index = createReachIndex(toldTiers);
    asked = network;
    isFresh = true;
    return start(loading(index, network));
  };
  load(EMPTY_NETWORK);
  return {
    asked: () => asked,
    load,
    apply(changes) {
      finishIndex();
      const update = start(applying(index, changes));
      finishIndex();
      asked = { ...index.network };
      return update;
    },
    advance,
    focus(ids) {
      finishIndex();
      focusOn(index, new Set(ids));
      work ??= { stage: "pairs", steps: refreshPairs(index) };
    },
    delta() {
      finishIndex();
      return pathDelta(index);
    },
    settle() {
      finishIndex();
      const delta = pathDelta(index);
      settle(index);
      return delta;
    },
    interfacePairs(query) {
      finishIndex();
      return interfacePairs(index, query);
    },
    pairRules(from, to) {
      finishIndex();
      return pairRules(index, from, to);
    },
    tierPairRules(from, to) {
      finishIndex();
      return tierPairRules(index, from, to);
    },
  };
}

function* loading(index: ReachIndex, network: Network): Generator<void, void> {
  yield* refreshIndex(index, changesBetween(EMPTY_NETWORK, network));
  settle(index);
  if (index.isVast) index.pathsSettled = yield* countPaths(index);
  index.paths = index.pathsSettled;
}

/** Of a vast design the paths are counted once, and from then on by what changes. */
function* applying(index: ReachIndex, changes: NetworkChanges): Generator<void, void> {
  yield* refreshIndex(index, changes);
  if (!index.isVast) return;
  const { opened, closed } = pathDelta(index);
  index.paths = index.pathsSettled + opened - closed;
}
