import type { AnalysisUpdate } from "./analysis/answer";
import { countPaths } from "./analysis/reach/count-paths";
import { interfacePairs } from "./analysis/reach/interface-pairs";
import { pairRules, tierPairRules } from "./analysis/reach/pair-rules";
import { pathDelta, settle } from "./analysis/reach/path-delta";
import { createReachIndex, type ReachIndex } from "./analysis/reach/reach-index";
import { refreshIndex } from "./analysis/reach/reach-update";
import { focusOn, refreshPairs } from "./analysis/reach/refresh-pairs";
import { takeTold } from "./analysis/reach/take-told";
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
type Work = Readonly<{ stage: "index" | "pairs"; steps: Iterator<void, void> }>;

/** What is kept between two calls. */
type Desk = {
  index: ReachIndex;
  asked: Network;
  work: Work | null;
  /** The next update is the first about another network. */
  isFresh: boolean;
  readonly isTimeUp: () => boolean;
  readonly toldTiers: number | undefined;
};

/** An index over an empty network. It keeps its own copy; what it is given it never changes. */
export function createIndexedEngine({ isTimeUp = () => false, toldTiers }: Options = {}): IndexedEngine {
  const index = createReachIndex(toldTiers);
  const desk: Desk = { index, asked: index.network, work: null, isFresh: false, isTimeUp, toldTiers };
  load(desk, EMPTY_NETWORK);
  return {
    asked: () => desk.asked,
    load: (network) => load(desk, network),
    apply: (changes) => apply(desk, changes),
    advance: () => advance(desk),
    focus(ids) {
      focusOn(readyIndex(desk), new Set(ids));
      desk.work ??= { stage: "pairs", steps: refreshPairs(desk.index) };
    },
    delta: () => pathDelta(readyIndex(desk)),
    settle() {
      const delta = pathDelta(readyIndex(desk));
      settle(desk.index);
      return delta;
    },
    interfacePairs: (query) => interfacePairs(readyIndex(desk), query),
    pairRules: (from, to) => pairRules(readyIndex(desk), from, to),
    tierPairRules: (from, to) => tierPairRules(readyIndex(desk), from, to),
  };
}

function load(desk: Desk, network: Network): AnalysisUpdate {
  desk.index = createReachIndex(desk.toldTiers);
  desk.asked = network;
  desk.isFresh = true;
  desk.work = { stage: "index", steps: loading(desk.index, network) };
  return advance(desk);
}

/** The index is brought to the changed network at once: what an edit touches is small. Pairs of tiers follow in slices. */
function apply(desk: Desk, changes: NetworkChanges): AnalysisUpdate {
  const index = readyIndex(desk);
  desk.work = { stage: "index", steps: applying(index, changes) };
  readyIndex(desk);
  desk.asked = { ...index.network };
  return advance(desk);
}

/** Works until the time is up, at least a step; tells what is another by then. */
function advance(desk: Desk): AnalysisUpdate {
  do step(desk);
  while (desk.work !== null && !desk.isTimeUp());
  const update = takeTold(desk.index, desk.isFresh, desk.work === null);
  desk.isFresh = false;
  return update;
}

function step(desk: Desk): void {
  const { work, index } = desk;
  if (work === null || work.steps.next().done !== true) return;
  desk.work = work.stage === "index" ? { stage: "pairs", steps: refreshPairs(index) } : null;
}

/** The index once it is about the whole network: questions wait for that, not for the pairs of tiers. */
function readyIndex(desk: Desk): ReachIndex {
  while (desk.work?.stage === "index") step(desk);
  return desk.index;
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
