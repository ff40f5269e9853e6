/** What is bad about a way: what it runs through, along and across. */
import { contains, grow, overlap } from "./geometry";
import { sumOver } from "./rect-index";
import type { Rect } from "./scene";
import { type Port, type Scenery, segmentsOf } from "./scenery";
import { ARROW_LANE } from "./sizes";
import type { End, Way } from "./ways";

const THROUGH_SOLID = 5000;
const THROUGH_TEXT = 1600;
const THROUGH_LABEL = 1200;
const THROUGH_HULL = 60;
/** A subnet that an arrow has nothing to do with. */
const THROUGH_FRAME = 80;
const ALONG_LINE = 1500;
const ACROSS_LINE = 150;
const ALONG_EDGE = 250;
const PORT_TAKEN = 1500;
/** Least distances to cards, to lines that run alongside, and to outlines that do. */
const KEEP_OFF = 8;
const LINE_GAP = 12;
const EDGE_GAP = 11;
/** Further inside its own end than any outline recedes, an arrow would cross it. */
const OWN_INSET = 20;

const isTaken = (port: Port, scenery: Scenery): boolean =>
  (scenery.ports.get(port.end) ?? []).some(
    (other) => other.side === port.side && Math.abs(other.at - port.at) < ARROW_LANE,
  );

const isAcross = (a: Rect, b: Rect): boolean => a.width > 0 !== b.width > 0;

const count = (rects: readonly Rect[], area: Rect): number => {
  let sum = 0;
  for (const rect of rects) if (overlap(area, rect)) sum += 1;
  return sum;
};

/** The scenery as one arrow sees it. */
export type View = Readonly<{
  scenery: Scenery;
  /** What lies in these ends of the arrow is not in the way... */
  ends: readonly Rect[];
  /** ... but the ends themselves are: an arrow leaves them at once. */
  own: readonly Rect[];
  hulls: readonly Rect[];
  frames: readonly Rect[];
}>;

export const viewOf = (from: End, to: End, scenery: Scenery): View => {
  const bounds = [from, to].map((end) => end.outline.bounds);
  const ends = [from, to].filter((end) => end.outline.kind !== "polygon").map((end) => end.outline.bounds);
  return {
    scenery,
    ends,
    own: ends.map((end) => grow(end, -OWN_INSET)),
    hulls: scenery.hulls.filter((hull) => !bounds.some((end) => contains(hull, end) || contains(end, hull))),
    frames: scenery.frames.filter((frame) => !bounds.some((end) => overlap(frame, end))),
  };
};

const solidPenalty = (segment: Rect, { scenery, ends, own }: View): number => {
  const inTheWay = (solid: Rect): number => (ends.some((end) => contains(end, solid)) ? 0 : THROUGH_SOLID);
  return sumOver(scenery.solidIndex, grow(segment, KEEP_OFF), inTheWay) + count(own, segment) * THROUGH_SOLID;
};

/** Whether the way runs over no card and no outside end. */
export const isClear = (way: Way, view: View): boolean =>
  segmentsOf(way.points).every((segment) => solidPenalty(segment, view) === 0);

const linePenalty = (segment: Rect, { scenery }: View): number => {
  const close = grow(segment, 1);
  return sumOver(scenery.lineIndex, grow(segment, LINE_GAP - 1), (line) => {
    if (!isAcross(segment, line)) return ALONG_LINE;
    return overlap(close, line) ? ACROSS_LINE : 0;
  });
};

const otherPenalty = (segment: Rect, { scenery, hulls, frames }: View): number =>
  sumOver(scenery.textIndex, grow(segment, 2), () => THROUGH_TEXT) +
  sumOver(scenery.labelIndex, grow(segment, 4), () => THROUGH_LABEL) +
  sumOver(scenery.edgeIndex, grow(segment, EDGE_GAP), (edge) => (isAcross(segment, edge) ? 0 : ALONG_EDGE)) +
  count(hulls, segment) * THROUGH_HULL +
  count(frames, segment) * THROUGH_FRAME;

/** The way's own cost with all penalties; where that exceeds the limit, some number beyond it. The worst come first. */
export const penaltyOf = (way: Way, view: View, limit: number): number => {
  let cost = way.cost;
  for (const port of way.ports) if (isTaken(port, view.scenery)) cost += PORT_TAKEN;
  const segments = segmentsOf(way.points);
  for (const penalty of [solidPenalty, linePenalty, otherPenalty])
    for (const segment of segments) {
      if (cost >= limit) return cost;
      cost += penalty(segment, view);
    }
  return cost;
};
