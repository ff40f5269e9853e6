/** Arithmetic of rectangles and points, in canvas units. y grows downwards. */
import type { Point, Size } from "../document/diagram";
import type { Rect } from "./scene";

export const rightOf = (rect: Rect): number => rect.x + rect.width;
export const bottomOf = (rect: Rect): number => rect.y + rect.height;
export const centerOf = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });

export const rectAt = (point: Point, size: Size): Rect => ({ ...size, x: point.x, y: point.y });

export const moveBy = (rect: Rect, x: number, y: number): Rect => ({ ...rect, x: rect.x + x, y: rect.y + y });

/** The rectangle with a margin around it: `y` above and below, if it differs from `x`. */
export const grow = (rect: Rect, x: number, y: number = x): Rect => ({
  x: rect.x - x,
  y: rect.y - y,
  width: rect.width + 2 * x,
  height: rect.height + 2 * y,
});

/** Whether they share an area; touching edges do not count. */
export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < rightOf(b) && b.x < rightOf(a) && a.y < bottomOf(b) && b.y < bottomOf(a);

export const contains = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  rightOf(outer) >= rightOf(inner) &&
  bottomOf(outer) >= bottomOf(inner);

/** The smallest rectangle that holds both. */
export const join = (a: Rect, b: Rect): Rect => {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(rightOf(a), rightOf(b)) - x,
    height: Math.max(bottomOf(a), bottomOf(b)) - y,
  };
};

/** The smallest rectangle that holds all, or null of none. */
export const joinAll = (rects: readonly Rect[]): Rect | null => {
  const [first, ...others] = rects;
  return first === undefined ? null : others.reduce(join, first);
};

export const boundsOfPoints = (points: readonly Point[]): Rect => {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
};

/** The nearest multiple of the grid of 4. */
export const snap = (value: number): number => Math.round(value / 4) * 4;

/** How far apart they are along the axes, together; 0 where they overlap. */
export const gapBetween = (a: Rect, b: Rect): number =>
  Math.max(a.x - rightOf(b), b.x - rightOf(a), 0) + Math.max(a.y - bottomOf(b), b.y - bottomOf(a), 0);
