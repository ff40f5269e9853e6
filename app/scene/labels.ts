/** Where the text of an arrow stands: on its line, and on nothing else. */
import type { Point, Size } from "../document/diagram";
import { contains, grow, overlap } from "./geometry";
import { isAnyIn, sumOver } from "./rect-index";
import type { Rect } from "./scene";
import { type Scenery, segmentsOf } from "./scenery";

/** `cost` grows with what the label covers or how badly it fits its stretch of line. */
export type Spot = Readonly<{ rect: Rect; cost: number }>;

/** Between spots that are tried: along a line, down a line, and in the search beside it. */
const STEP = { along: 12, down: 4, ring: 12 };
const MOST_STEPS = 16;
/** Length of line that should be seen on both sides of a label. */
const SEEN = 16;
const COVERS_LINE = 400;
const COVERS_OUTLINE = 10;
/** Between frames, a label is easier to see than in one. */
const IN_FRAME = 5;
const TOO_LONG = 12;
const OFF_MIDDLE = 0.4;

const centered = (x: number, y: number, { width, height }: Size): Rect => ({
  x: Math.round(x - width / 2),
  y: Math.round(y - height / 2),
  width,
  height,
});

/** Spots along one stretch, its middle first. */
const spotsAlong = (segment: Rect, size: Size, bonus: number): readonly Spot[] => {
  const length = Math.max(segment.width, segment.height);
  const own = segment.width > 0 ? size.width : size.height;
  const slack = (length - own) / 2 - SEEN;
  const x = segment.x + segment.width / 2;
  const y = segment.y + segment.height / 2;
  const step = segment.width > 0 ? STEP.along : STEP.down;
  if (slack < step) return [{ rect: centered(x, y, size), cost: bonus + Math.max(0, -slack) * TOO_LONG }];
  const steps = Math.min(MOST_STEPS, Math.floor(slack / step));
  return Array.from({ length: 2 * steps + 1 }, (_, index) => {
    const shift = (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * step;
    const rect = segment.width > 0 ? centered(x + shift, y, size) : centered(x, y + shift, size);
    return { rect, cost: bonus + Math.abs(shift) * OFF_MIDDLE };
  });
};

/** Whether a label here would cover no card, no text and no other label. */
export const isFree = (rect: Rect, scenery: Scenery): boolean => {
  const around = grow(rect, 4);
  return ![scenery.solidIndex, scenery.textIndex, scenery.labelIndex].some((index) => isAnyIn(index, around));
};

const crossesEdge = (rect: Rect, outline: Rect): boolean =>
  overlap(rect, outline) && !contains(outline, rect);

const covering = (rect: Rect, own: Rect, segments: readonly Rect[], scenery: Scenery): number => {
  const around = grow(rect, 4);
  const others = segments.filter((line) => line !== own && overlap(around, line)).length;
  const edges = [...scenery.hulls, ...scenery.frames].filter((outline) => crossesEdge(rect, outline));
  const within = scenery.frames.filter((frame) => overlap(rect, frame));
  return (
    sumOver(scenery.lineIndex, around, () => COVERS_LINE) +
    others * COVERS_LINE +
    edges.length * COVERS_OUTLINE +
    within.length * IN_FRAME
  );
};

/** The best free spot on a line for a label of this size, the longer stretches first; null if none is free. */
export const bestSpot = (points: readonly Point[], size: Size, scenery: Scenery): Spot | null => {
  const segments = segmentsOf(points);
  const lengthOf = (segment: Rect): number => Math.max(segment.width, segment.height);
  const longest = Math.max(...segments.map(lengthOf));
  let best: Spot | null = null;
  for (const segment of segments)
    for (const spot of spotsAlong(segment, size, (longest - lengthOf(segment)) * 0.1)) {
      if (best !== null && spot.cost >= best.cost) continue;
      if (!isFree(spot.rect, scenery)) continue;
      const cost = spot.cost + covering(spot.rect, segment, segments, scenery);
      if (best === null || cost < best.cost) best = { rect: spot.rect, cost };
    }
  return best;
};

/** The free spot nearest to the middle of the line, for where none on it is free. */
export const spotNear = (points: readonly Point[], size: Size, scenery: Scenery): Rect => {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  const before = points[Math.floor(points.length / 2) - 1] ?? middle;
  const x = (middle.x + before.x) / 2;
  const y = (middle.y + before.y) / 2;
  for (let radius = 0; ; radius += STEP.ring)
    for (const [dx, dy] of ring(radius)) {
      const rect = centered(x + dx, y + dy, size);
      if (isFree(rect, scenery)) return rect;
    }
};

/** Points on the edge of a square, a step apart. */
const ring = (radius: number): readonly (readonly [number, number])[] => {
  const count = (2 * radius) / STEP.ring;
  return Array.from({ length: count + 1 }, (_, index) => index * STEP.ring - radius).flatMap(
    (along): readonly (readonly [number, number])[] => [
      [along, -radius],
      [along, radius],
      [-radius, along],
      [radius, along],
    ],
  );
};
