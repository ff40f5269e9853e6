import type { Point } from "../document/diagram";
import type { Rect } from "../scene/scene";

/** A curve between two boxes, by its ends and the two points that bend it. */
export type Curve = readonly [start: Point, startBend: Point, endBend: Point, end: Point];

const BEND = 64;

/** A long way around the side bends further out, past what stands between. */
const BEND_SHARE = 0.35;

/** Leaves and arrives at the sides that face each other; boxes in one column are joined around their right side. */
export const curveBetween = (from: Rect, to: Rect): Curve => {
  const startY = from.y + from.height / 2;
  const endY = to.y + to.height / 2;
  const [startX, endX, bend] = sides(from, to, BEND + BEND_SHARE * Math.abs(endY - startY));
  return [
    { x: startX, y: startY },
    { x: startX + bend[0], y: startY },
    { x: endX + bend[1], y: endY },
    { x: endX, y: endY },
  ];
};

const sides = (
  from: Rect,
  to: Rect,
  around: number,
): readonly [number, number, readonly [number, number]] => {
  const right = (rect: Rect) => rect.x + rect.width;
  if (right(from) <= to.x) return [right(from), to.x, [BEND, -BEND]];
  if (right(to) <= from.x) return [from.x, right(to), [-BEND, BEND]];
  return [right(from), right(to), [around, around]];
};

/** As SVG path data. */
export const curvePath = ([start, startBend, endBend, end]: Curve): string =>
  `M${start.x} ${start.y} C${startBend.x} ${startBend.y} ${endBend.x} ${endBend.y} ${end.x} ${end.y}`;

/** The point at a share of the curve, from 0 at its start to 1 at its end. */
export const pointOn = ([start, startBend, endBend, end]: Curve, share: number): Point => {
  const left = 1 - share;
  const along = (a: number, b: number, c: number, d: number) =>
    left ** 3 * a + 3 * left ** 2 * share * b + 3 * left * share ** 2 * c + share ** 3 * d;
  return {
    x: along(start.x, startBend.x, endBend.x, end.x),
    y: along(start.y, startBend.y, endBend.y, end.y),
  };
};
