/** What is bad about a way: what it runs through, along and across. */
import { contains, grow, overlap } from "./geometry";
import type { Rect } from "./scene";
import { type Port, type Scenery, segmentsOf } from "./scenery";
import { ARROW_LANE } from "./sizes";
import type { End, Way } from "./ways";

const THROUGH_SOLID = 5000;
const THROUGH_TEXT = 800;
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

const isTaken = (port: Port, ports: readonly Port[]): boolean =>
  ports.some(
    (other) =>
      other.end === port.end && other.side === port.side && Math.abs(other.at - port.at) < ARROW_LANE,
  );

const isAcross = (a: Rect, b: Rect): boolean => a.width > 0 !== b.width > 0;

const linePenalty = (segment: Rect, lines: readonly Rect[]): number => {
  const around = grow(segment, LINE_GAP - 1);
  let penalty = 0;
  for (const line of lines) {
    if (!overlap(around, line)) continue;
    if (!isAcross(segment, line)) penalty += ALONG_LINE;
    else if (overlap(grow(segment, 1), line)) penalty += ACROSS_LINE;
  }
  return penalty;
};

const edgesOf = ({ x, y, width, height }: Rect): readonly Rect[] => [
  { x, y, width, height: 0 },
  { x, y: y + height, width, height: 0 },
  { x, y, width: 0, height },
  { x: x + width, y, width: 0, height },
];

/** Running along an outline makes both hard to see. */
const edgePenalty = (segment: Rect, edges: readonly Rect[]): number => {
  const around = grow(segment, EDGE_GAP);
  let penalty = 0;
  for (const edge of edges) if (!isAcross(segment, edge) && overlap(around, edge)) penalty += ALONG_EDGE;
  return penalty;
};

const hits = (segment: Rect, rects: readonly Rect[], margin: number): number => {
  const around = grow(segment, margin);
  let count = 0;
  for (const rect of rects) if (overlap(around, rect)) count += 1;
  return count;
};

/** The scenery as one arrow sees it. */
export type View = Readonly<{
  scenery: Scenery;
  /** What lies in the arrow's own ends is not in the way... */
  solids: readonly Rect[];
  /** ... but the ends themselves are: an arrow leaves them at once. */
  own: readonly Rect[];
  hulls: readonly Rect[];
  frames: readonly Rect[];
  edges: readonly Rect[];
}>;

export const viewOf = (from: End, to: End, scenery: Scenery): View => {
  const ends = [from, to].map((end) => end.outline.bounds);
  const closed = [from, to].filter((end) => end.outline.kind !== "polygon").map((end) => end.outline.bounds);
  return {
    scenery,
    solids: scenery.solids.filter((rect) => !closed.some((end) => contains(end, rect))),
    own: closed.map((end) => grow(end, -OWN_INSET)),
    hulls: scenery.hulls.filter((hull) => !ends.some((end) => contains(hull, end) || contains(end, hull))),
    frames: scenery.frames.filter((frame) => !ends.some((end) => overlap(frame, end))),
    edges: [...scenery.hulls, ...scenery.frames].flatMap(edgesOf),
  };
};

/** The way's own cost with all penalties; where that exceeds the limit, some number beyond it. */
export const penaltyOf = (
  way: Way,
  { scenery, solids, own, hulls, frames, edges }: View,
  limit: number,
): number => {
  let cost = way.cost;
  for (const port of way.ports) if (isTaken(port, scenery.ports)) cost += PORT_TAKEN;
  for (const segment of segmentsOf(way.points)) {
    if (cost >= limit) return cost;
    cost += (hits(segment, solids, KEEP_OFF) + hits(segment, own, 0)) * THROUGH_SOLID;
    cost += hits(segment, scenery.texts, 2) * THROUGH_TEXT;
    cost += hits(segment, scenery.labels, 4) * THROUGH_LABEL;
    cost += hits(segment, hulls, 0) * THROUGH_HULL + hits(segment, frames, 0) * THROUGH_FRAME;
    cost += linePenalty(segment, scenery.lines) + edgePenalty(segment, edges);
  }
  return cost;
};
