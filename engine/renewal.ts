import { createReachIndex, type ReachIndex } from "./analysis/reach/reach-index";
import { refreshPairs } from "./analysis/reach/refresh-pairs";
import { createTold } from "./analysis/reach/told";
import { type IndexedEngine, loading, type Upkeep } from "./indexed-engine";
import type { Network } from "./model/network";

type Wiring = Pick<IndexedEngine, "asked" | "ready" | "replace"> &
  Readonly<{
    /** Ends a slice of work. */
    isTimeUp: () => boolean;
    upkeep: () => Upkeep;
    /** Is an index that holds so much, and began with so much, to be made anew? */
    isWorn?: (held: Held, begunWith: Held) => boolean;
  }>;

type Work = Readonly<{ of: Network; index: ReachIndex; steps: Iterator<void, void> }>;

/** What edits leave behind: sets of traffic, and sites where nobody stands any more. */
type Held = Readonly<{ sets: number; sites: number }>;

const holdsTwice = (held: Held, begunWith: Held): boolean =>
  held.sets > Math.max(200_000, 2 * begunWith.sets) || held.sites > Math.max(1000, 2 * begunWith.sites);

/**
 * Sets of traffic and sites are kept once and never let go, so a day of edits would fill the memory. An index that holds twice
 * what it began with is made anew from its network, slice by slice, and takes the old one's place. Gives what does a slice, to
 * be called while nothing is asked; false when there is no more to do. An edit meanwhile makes it begin again later.
 */
export function createRenewal(wiring: Wiring): () => boolean {
  const { asked, ready, replace, isTimeUp, isWorn = holdsTwice } = wiring;
  let begun: Readonly<{ index: ReachIndex; held: Held }> | null = null;
  let work: Work | null = null;
  const worn = (): ReachIndex | null => {
    const index = ready();
    if (begun?.index !== index) begun = { index, held: heldBy(index) };
    return isSettled(index) && isWorn(heldBy(index), begun.held) ? index : null;
  };
  return () => {
    const index = worn();
    if (work?.of !== asked()) work = index === null ? null : startWork(index, asked(), wiring.upkeep);
    while (work !== null) {
      if (work.steps.next().done === true) {
        replace(work.index);
        work = null;
      } else if (isTimeUp()) return true;
    }
    return false;
  };
}

const heldBy = ({ sets, sites }: ReachIndex): Held => ({ sets: sets.next.length, sites: sites.list.length });

const isSettled = ({ changedRows, endsBefore, waysBefore }: ReachIndex): boolean =>
  changedRows.size === 0 && endsBefore.size === 0 && waysBefore === null;

function startWork(old: ReachIndex, of: Network, upkeep: Wiring["upkeep"]): Work {
  const index = createReachIndex(old.toldTiers);
  return { of, index, steps: renewing(old, index, of, upkeep) };
}

/** All of it has been told of the old index. */
function* renewing(
  old: ReachIndex,
  index: ReachIndex,
  network: Network,
  upkeep: Wiring["upkeep"],
): Generator<void, void> {
  index.focusIds = old.focusIds;
  yield* loading(upkeep, index, network);
  yield* refreshPairs(index);
  index.told = createTold();
}
