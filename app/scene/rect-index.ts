/** Rectangles sorted into the cells of a coarse grid, so that those near a stretch of line are found at once. */
import { bottomOf, overlap, rightOf } from "./geometry";
import type { Rect } from "./scene";

/** Grows while arrows find their ways; nobody but the scenery that made it holds it. */
export type RectIndex = Map<number, Rect[]>;

const CELL = 256;
const ROW = 100_000;

const cellOf = (value: number): number => Math.floor(value / CELL);

/** Adds a rectangle; one without a width or a height is a stretch of line. */
export const addTo = (index: RectIndex, rect: Rect): void => {
  for (let row = cellOf(rect.y); row <= cellOf(bottomOf(rect)); row += 1)
    for (let column = cellOf(rect.x); column <= cellOf(rightOf(rect)); column += 1) {
      const key = row * ROW + column;
      const cell = index.get(key);
      if (cell === undefined) index.set(key, [rect]);
      else cell.push(rect);
    }
};

export const indexOf = (rects: readonly Rect[]): RectIndex => {
  const index: RectIndex = new Map();
  for (const rect of rects) addTo(index, rect);
  return index;
};

/** What `weigh` says of all rectangles that share an area with this one, added up. Each counts once. */
export const sumOver = (index: RectIndex, area: Rect, weigh: (rect: Rect) => number): number => {
  let sum = 0;
  const [left, top] = [cellOf(area.x), cellOf(area.y)];
  for (let row = top; row <= cellOf(bottomOf(area)); row += 1)
    for (let column = left; column <= cellOf(rightOf(area)); column += 1)
      for (const rect of index.get(row * ROW + column) ?? []) {
        const first = Math.max(left, cellOf(rect.x)) === column && Math.max(top, cellOf(rect.y)) === row;
        if (first && overlap(area, rect)) sum += weigh(rect);
      }
  return sum;
};

export const isAnyIn = (index: RectIndex, area: Rect): boolean => {
  for (let row = cellOf(area.y); row <= cellOf(bottomOf(area)); row += 1)
    for (let column = cellOf(area.x); column <= cellOf(rightOf(area)); column += 1)
      for (const rect of index.get(row * ROW + column) ?? []) if (overlap(area, rect)) return true;
  return false;
};
