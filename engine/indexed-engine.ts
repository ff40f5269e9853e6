import type { AnalysisUpdate, PathDelta } from "./analysis/answer";
import { createReachIndex, type ReachIndex } from "./analysis/reach/reach-index";
import { type RowUpkeep, refreshIndex } from "./analysis/reach/reach-update";
import { focusOn, refreshPairs } from "./analysis/reach/refresh-pairs";
import { settle } from "./analysis/reach/settle";
import { takeTold } from "./analysis/reach/take-told";
import { EMPTY_NETWORK, type Network } from "./model/network";
import { changesBetween, type NetworkChanges } from "./model/network-changes";
import type { Engine } from "./worker-api";

/**
 * The index with the work on it. What a first picture needs is here; questions about the index (`engine/questions.ts`) and
 * explaining come with the first of their kind, since they are the larger part of the code. `asked` is the network that a
 * question is about, another object after each change, since explaining remembers by network.
 */
export type IndexedEngine = Pick<Engine, "load" | "apply" | "advance" | "focus"> &
  Readonly<{
    asked(): Network;
    /** The index, once it is about the whole network: questions wait for that, not for the pairs of tiers. */
    ready(): ReachIndex;
    /** Puts another index of the same network in its place, unless something is under way. */
    replace(index: ReachIndex): void;
  }>;

/** What a first picture of most designs does without. */
export type Upkeep = Readonly<{
  rows: RowUpkeep;
  /** How the paths of a design are counted of which not all pairs of tiers are told. */
  allPaths(index: ReachIndex): Generator<void, number>;
  changedPaths(index: ReachIndex): Pick<PathDelta, "opened" | "closed">;
}>;

type Options = Readonly<{
  /** Ends a slice of work. Never, unless said otherwise: then every call does all there is to do. */
  isTimeUp?: () => boolean;
  /** Up to so many tiers all their pairs are told; of more only those in focus. */
  toldTiers?: number;
  /** Asked for with the first change, or where there are more tiers than `toldTiers`. */
  upkeep: () => Upkeep;
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
  readonly upkeep: () => Upkeep;
};

/** An index over an empty network. It keeps its own copy; what it is given it never changes. */
export function createIndexedEngine({ isTimeUp = () => false, toldTiers, upkeep }: Options): IndexedEngine {
  const index = createReachIndex(toldTiers);
  const desk: Desk = { index, asked: index.network, work: null, isFresh: false, isTimeUp, toldTiers, upkeep };
  load(desk, EMPTY_NETWORK);
  return {
    asked: () => desk.asked,
    ready: () => readyIndex(desk),
    load: (network) => load(desk, network),
    apply: (changes) => apply(desk, changes),
    advance: () => advance(desk),
    replace(renewed) {
      if (desk.work === null) desk.index = renewed;
    },
    focus(ids) {
      focusOn(readyIndex(desk), new Set(ids));
      desk.work ??= { stage: "pairs", steps: refreshPairs(desk.index) };
    },
  };
}

function load(desk: Desk, network: Network): AnalysisUpdate {
  desk.index = createReachIndex(desk.toldTiers);
  desk.asked = network;
  desk.isFresh = true;
  desk.work = { stage: "index", steps: loading(desk.upkeep, desk.index, network) };
  return advance(desk);
}

/** The index is brought to the changed network at once: what an edit touches is small. Pairs of tiers follow in slices. */
function apply(desk: Desk, changes: NetworkChanges): AnalysisUpdate {
  const index = readyIndex(desk);
  desk.work = { stage: "index", steps: applying(desk, index, changes) };
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

function readyIndex(desk: Desk): ReachIndex {
  while (desk.work?.stage === "index") step(desk);
  return desk.index;
}

/** Brings an empty index to a network. */
export function* loading(upkeep: Desk["upkeep"], index: ReachIndex, network: Network): Generator<void, void> {
  yield* refreshIndex(index, changesBetween(EMPTY_NETWORK, network), null);
  settle(index);
  if (index.isVast) index.pathsSettled = yield* upkeep().allPaths(index);
  index.paths = index.pathsSettled;
}

/** Of a vast design the paths are counted once, and from then on by what changes. */
function* applying(desk: Desk, index: ReachIndex, changes: NetworkChanges): Generator<void, void> {
  const { rows, allPaths, changedPaths } = desk.upkeep();
  const wasVast = index.isVast;
  yield* refreshIndex(index, changes, rows);
  if (!index.isVast) return;
  const { opened, closed } = changedPaths(index);
  if (!wasVast) index.pathsSettled = (yield* allPaths(index)) - opened + closed;
  index.paths = index.pathsSettled + opened - closed;
}
