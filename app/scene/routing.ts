/** Chooses the best of an arrow's ways, with a spot for its label, given what stands and runs there already. */
import type { Point, Size } from "../document/diagram";
import { gapBetween } from "./geometry";
import { bestSpot } from "./labels";
import { loopWays } from "./loops";
import { penaltyOf, type View, viewOf } from "./penalties";
import type { Rect } from "./scene";
import type { Port, Scenery } from "./scenery";
import { BEND, type Detail, type End, type Way, waysBetween } from "./ways";

export type Route = Readonly<{ points: readonly Point[]; ports: readonly [Port, Port]; label: Rect | null }>;

/**
 * How much work an arrow is worth. Ways are tried from the shortest on; beyond `tries` of a kind a better one is not worth
 * the time, unless the best is bad, which allows for so many again.
 */
export type Effort = Detail & Readonly<{ tries: number }>;
export const FULL_EFFORT: Effort = { tries: 120, places: 6, channels: 8 };
export const LITTLE_EFFORT: Effort = { tries: 32, places: 3, channels: 4 };
const PATIENCE = 2;
const BAD = 600;
const NO_SPOT = 2500;
/** What a loop's stretch is longer than its label. */
const LOOP_SLACK = 40;

type Found = Readonly<{ route: Route | null; cost: number }>;
type Search = Readonly<{ view: View; label: Size | null; effort: Effort }>;

const isEnough = (tried: number, { cost }: Found, { effort: { tries } }: Search): boolean =>
  tried >= tries * PATIENCE || (tried >= tries && cost < BAD);

const better = (way: Way, found: Found, { view, label }: Search): Found => {
  const cost = penaltyOf(way, view, found.cost);
  if (cost >= found.cost) return found;
  const spot = label === null ? null : bestSpot(way.points, label, view.scenery);
  const total = label === null ? cost : cost + (spot?.cost ?? NO_SPOT);
  if (total >= found.cost) return found;
  return { cost: total, route: { points: way.points, ports: way.ports, label: spot?.rect ?? null } };
};

const bestOf = (ways: readonly Way[], start: Found, search: Search): Found => {
  let found = start;
  for (const [index, way] of ways.toSorted((a, b) => a.cost - b.cost).entries()) {
    if (way.cost >= found.cost || isEnough(index, found, search)) break;
    found = better(way, found, search);
  }
  return found;
};

/**
 * The best route between two ends, or around a corner where both are the same. `label` is the size of a text to find a spot
 * for; `effort` bounds the work. Where all ways are barred it is the least bad one; null only where there is no way at all.
 */
export const routeBetween = (
  from: End,
  to: End,
  label: Size | null,
  scenery: Scenery,
  effort = FULL_EFFORT,
): Route | null => {
  const search: Search = { view: viewOf(from, to, scenery), label, effort };
  let found: Found = { route: null, cost: Number.POSITIVE_INFINITY };
  if (from.id === to.id) {
    const along = label === null ? 0 : label.width + LOOP_SLACK;
    return bestOf([...loopWays(from, along)], found, search).route;
  }
  const least = gapBetween(from.outline.bounds, to.outline.bounds);
  for (const { bends, ways } of waysBetween(from, to, scenery, effort)) {
    found = bestOf(ways, found, search);
    if (found.cost < least + (bends + 1) * BEND) break;
  }
  return found.route;
};
