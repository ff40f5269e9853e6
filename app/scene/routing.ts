/** Chooses the best of an arrow's ways, with a spot for its label, given what stands and runs there already. */
import type { Point, Size } from "../document/diagram";
import { bestSpot } from "./labels";
import { loopWays } from "./loops";
import { penaltyOf, viewOf } from "./penalties";
import type { Rect } from "./scene";
import type { Port, Scenery } from "./scenery";
import { type End, type Way, waysBetween } from "./ways";

export type Route = Readonly<{ points: readonly Point[]; ports: readonly [Port, Port]; label: Rect | null }>;

/** Ways are tried from the shortest on. Beyond so many a better one is not worth the time, unless the best is bad. */
const TRIES = 240;
const MOST_TRIES = 900;
const BAD = 600;
const NO_SPOT = 2500;
/** What a loop's stretch is longer than its label. */
const LOOP_SLACK = 40;

const waysOf = (from: End, to: End, label: Size | null, scenery: Scenery): readonly Way[] => {
  const along = label === null ? 0 : label.width + LOOP_SLACK;
  const ways = from.id === to.id ? loopWays(from, along) : waysBetween(from, to, scenery);
  return [...ways].toSorted((a, b) => a.cost - b.cost);
};

const isEnough = (tried: number, least: number, tries: number): boolean =>
  tried >= MOST_TRIES || (tried >= tries && least < BAD);

/**
 * The best route between two ends, or around a corner where both are the same. `label` is the size of a text to find a spot
 * for; `tries` bounds the work. Where all ways are barred it is the least bad one; null only where there is no way at all.
 */
export const routeBetween = (
  from: End,
  to: End,
  label: Size | null,
  scenery: Scenery,
  tries = TRIES,
): Route | null => {
  const view = viewOf(from, to, scenery);
  let best: Route | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, way] of waysOf(from, to, label, scenery).entries()) {
    if (way.cost >= least || isEnough(index, least, tries)) break;
    const cost = penaltyOf(way, view, least);
    if (cost >= least) continue;
    const spot = label === null ? null : bestSpot(way.points, label, scenery);
    const total = label === null ? cost : cost + (spot?.cost ?? NO_SPOT);
    if (total >= least) continue;
    least = total;
    best = { points: way.points, ports: way.ports, label: spot?.rect ?? null };
  }
  return best;
};
