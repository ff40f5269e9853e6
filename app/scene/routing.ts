/** Chooses the best of an arrow's ways, with a spot for its label, given what stands and runs there already. */
import type { Point, Size } from "../document/diagram";
import { gapBetween } from "./geometry";
import { bestSpot } from "./labels";
import { loopWays } from "./loops";
import { isClear, penaltyOf, type View, viewOf } from "./penalties";
import type { Rect } from "./scene";
import type { Port, Scenery } from "./scenery";
import { BEND, type Detail, type End, type Way, waysBetween } from "./ways";

/** `excess` tells how much longer or worse it is than a straight and free one would be. */
export type Route = Readonly<{
  points: readonly Point[];
  ports: readonly [Port, Port];
  label: Rect | null;
  excess: number;
}>;

/**
 * How much work an arrow is worth. Of each kind of ways, straight, with one bend and with two, as many as `tries` are looked
 * at closely, from the shortest on.
 */
export type Effort = Detail & Readonly<{ tries: number }>;
export const MUCH_EFFORT: Effort = { tries: 300, places: 8, channels: 20 };
export const FULL_EFFORT: Effort = { tries: 90, places: 6, channels: 12 };
export const LITTLE_EFFORT: Effort = { tries: 20, places: 3, channels: 6 };
/** A route that costs as much runs over something: worth another search, with the next greater effort. */
const BAD = 600;
const NO_SPOT = 2500;
/** What a loop's stretch is longer than its label. */
const LOOP_SLACK = 40;

type Found = Readonly<{ route: Omit<Route, "excess"> | null; cost: number }>;
const NOTHING: Found = { route: null, cost: Number.POSITIVE_INFINITY };

type Search = Readonly<{ view: View; label: Size | null; effort: Effort }>;

const better = (way: Way, found: Found, { view, label }: Search): Found => {
  const cost = penaltyOf(way, view, found.cost);
  if (cost >= found.cost) return found;
  const spot = label === null ? null : bestSpot(way.points, label, view.scenery);
  const total = label === null ? cost : cost + (spot?.cost ?? NO_SPOT);
  if (total >= found.cost) return found;
  return { cost: total, route: { points: way.points, ports: way.ports, label: spot?.rect ?? null } };
};

/** Those that run over cards are quickly passed by, but not for ever. */
const PASSED_BY = 8;

const bestOf = (ways: readonly Way[], start: Found, search: Search): Found => {
  let found = start;
  let tried = 0;
  const sorted = ways.toSorted((a, b) => a.cost - b.cost);
  for (const way of sorted.slice(0, search.effort.tries * PASSED_BY)) {
    if (way.cost >= found.cost || tried >= search.effort.tries) break;
    if (found.route !== null && !isClear(way, search.view)) continue;
    tried += 1;
    found = better(way, found, search);
  }
  return found;
};

/** No way can be shorter. */
const least = (from: End, to: End): number => gapBetween(from.outline.bounds, to.outline.bounds);

/** Around a corner. */
const bestLoop = (end: End, search: Search): Found => {
  const along = search.label === null ? 0 : search.label.width + LOOP_SLACK;
  return bestOf([...loopWays(end, along)], NOTHING, search);
};

/** Simple ways first; those with more bends only where they may be better than what was found. */
const bestWay = (from: End, to: End, search: Search): Found => {
  let found = NOTHING;
  for (const { bends, ways } of waysBetween(from, to, search.view.scenery, search.effort)) {
    found = bestOf(ways, found, search);
    if (found.cost < least(from, to) + (bends + 1) * BEND) break;
  }
  return found;
};

/**
 * The best route between two ends, or around a corner where both are the same, with a spot for a label of this size.
 * `efforts` are made one after the other until a route is good. Where all ways are barred it is the least bad one; null only
 * where there is no way at all.
 */
export const routeBetween = (
  from: End,
  to: End,
  label: Size | null,
  scenery: Scenery,
  efforts: readonly Effort[] = [FULL_EFFORT, MUCH_EFFORT],
): Route | null => {
  const view = viewOf(from, to, scenery);
  let found = NOTHING;
  for (const effort of efforts) {
    const search: Search = { view, label, effort };
    const next = from.id === to.id ? bestLoop(from, search) : bestWay(from, to, search);
    if (next.cost < found.cost) found = next;
    if (found.cost < least(from, to) + BAD) break;
  }
  return found.route === null ? null : { ...found.route, excess: found.cost - least(from, to) };
};
