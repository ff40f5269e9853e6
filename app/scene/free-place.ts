import type { Point, Size } from "../document/diagram";
import { bottomOf, grow, overlap, rectAt, rightOf } from "./geometry";
import type { Rect } from "./scene";

/**
 * The first place, read from top left as in text, where something of this size keeps `gap` from all that is taken and
 * ends before `right`. Below everything if there is none. The same input always gives the same place.
 */
export const freePlace = (
  size: Size,
  taken: readonly Rect[],
  start: Point,
  right: number,
  gap: number,
): Point => {
  const xs = [start.x, ...taken.map((rect) => rightOf(rect) + gap)].filter((x) => x >= start.x);
  const ys = [start.y, ...taken.map((rect) => bottomOf(rect) + gap)].filter((y) => y >= start.y);
  const free = (point: Point): boolean => {
    const rect = grow(rectAt(point, size), gap - 0.5);
    return point.x + size.width <= right && !taken.some((other) => overlap(rect, other));
  };
  for (const y of ys.toSorted((a, b) => a - b))
    for (const x of xs.toSorted((a, b) => a - b)) if (free({ x, y })) return { x, y };
  return { x: start.x, y: Math.max(...ys) };
};
