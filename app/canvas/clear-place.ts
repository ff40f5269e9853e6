import { grow, overlap } from "../scene/geometry";
import type { Rect } from "../scene/scene";

const STEP = 8;
const FARTHEST = 60;
/** Cards keep at least this from each other when one is let go on top of another. */
const GAP = 24;

/** The place nearest to where a card was let go at which it covers no other. */
export const clearPlace = (
  rect: Rect,
  others: readonly Rect[],
  least: Readonly<{ x: number; y: number }>,
): Rect => {
  const free = (place: Rect) => !others.some((other) => overlap(grow(place, GAP - 1), other));
  if (!others.some((other) => overlap(rect, other))) return rect;
  return rings(rect).find((place) => place.x >= least.x && place.y >= least.y && free(place)) ?? rect;
};

/** Places around a rectangle on a coarse grid, the near ones first. */
const rings = (rect: Rect): readonly Rect[] => {
  const steps = Array.from({ length: 2 * FARTHEST + 1 }, (_, index) => (index - FARTHEST) * STEP);
  const distance = ({ x, y }: Rect) => Math.hypot(x - rect.x, y - rect.y);
  return steps
    .flatMap((dx) => steps.map((dy) => ({ ...rect, x: rect.x + dx, y: rect.y + dy })))
    .sort((a, b) => distance(a) - distance(b));
};
