/** The shapes that arrows end at, and how they are written as SVG path data. */
import type { Point } from "../document/diagram";
import { bottomOf, boundsOfPoints, rightOf } from "./geometry";
import type { Rect } from "./scene";

export type Side = "top" | "right" | "bottom" | "left";

/** `disc` is the Internet's node: a circle as wide as the rectangle, with its name below. */
export type Outline =
  | Readonly<{ kind: "rounded"; bounds: Rect; radius: number }>
  | Readonly<{ kind: "disc"; bounds: Rect }>
  | Readonly<{ kind: "polygon"; bounds: Rect; loops: readonly (readonly Point[])[]; radius: number }>;

export const rounded = (bounds: Rect, radius: number): Outline => ({ kind: "rounded", bounds, radius });

/** A shape with straight sides along the axes, and holes perhaps. */
export const polygon = (loops: readonly (readonly Point[])[], radius: number): Outline => ({
  kind: "polygon",
  bounds: boundsOfPoints(loops.flat()),
  loops,
  radius,
});

export const isVertical = (side: Side): boolean => side === "top" || side === "bottom";

const round = (value: number): number => Math.round(value * 10) / 10;

/** The corner at a point between two others, rounded as far as the stretches to them allow. */
const cornerPath = (before: Point, point: Point, after: Point, radius: number): string => {
  const start = towards(point, before, radius);
  const end = towards(point, after, radius);
  return `${at(start)}Q${at(point)} ${at(end)}`;
};

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** Path data of a line through the points, its corners rounded. */
export const roundedLine = (points: readonly Point[], radius: number): string =>
  points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      const move = before === undefined ? "M" : "L";
      return before === undefined || after === undefined
        ? `${move}${at(point)}`
        : `L${cornerPath(before, point, after, radius)}`;
    })
    .join("");

const roundedLoop = (points: readonly Point[], radius: number): string => {
  const corners = points.map((point, index) =>
    cornerPath(points.at(index - 1) ?? point, point, points[(index + 1) % points.length] ?? point, radius),
  );
  return `M${corners.join("L")}Z`;
};

/** From a corner along a segment: the radius, or half of the segment where that is shorter. */
const towards = (corner: Point, other: Point, radius: number): Point => {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
};

const roundedRectPath = ({ x, y, width, height }: Rect, wanted: number): string => {
  const r = Math.min(wanted, width / 2, height / 2);
  const arc = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}Z`;
};

/** Path data of a closed outline. */
export const outlinePath = (outline: Outline): string => {
  if (outline.kind === "rounded") return roundedRectPath(outline.bounds, outline.radius);
  if (outline.kind === "disc") return roundedRectPath(outline.bounds, outline.bounds.width / 2);
  return outline.loops.map((loop) => roundedLoop(loop, outline.radius)).join("");
};

/** How far a circle's edge has receded from its tangent, `away` from where it touches. */
const recession = (radius: number, away: number): number =>
  radius - Math.sqrt(Math.max(0, radius * radius - away * away));

const crossings = (points: readonly Point[], vertical: boolean, at: number): readonly number[] =>
  points.flatMap((a, index) => {
    const b = points[(index + 1) % points.length] ?? a;
    const [p, q] = vertical ? [a.x, b.x] : [a.y, b.y];
    if (p > at === q > at) return [];
    const share = (at - p) / (q - p);
    return [vertical ? a.y + (b.y - a.y) * share : a.x + (b.x - a.x) * share];
  });

/** How far inside the bounding box the outline runs on this side, at this x (top, bottom) or y (left, right). */
const insetAt = (outline: Outline, side: Side, at: number): number => {
  const { bounds } = outline;
  const vertical = isVertical(side);
  if (outline.kind === "polygon") {
    const hits = outline.loops.flatMap((loop) => crossings(loop, vertical, at));
    if (hits.length === 0) return 0;
    if (side === "top") return Math.min(...hits) - bounds.y;
    if (side === "left") return Math.min(...hits) - bounds.x;
    return vertical ? bottomOf(bounds) - Math.max(...hits) : rightOf(bounds) - Math.max(...hits);
  }
  if (outline.kind === "disc") {
    const radius = bounds.width / 2;
    const middle = (vertical ? bounds.x : bounds.y) + radius;
    return side === "bottom" ? 0 : recession(radius, at - middle);
  }
  const [low, high] = vertical ? [bounds.x, rightOf(bounds)] : [bounds.y, bottomOf(bounds)];
  const intoCorner = Math.max(0, low + outline.radius - at, at - high + outline.radius);
  return recession(outline.radius, intoCorner);
};

/** The point of the outline on this side, at this x (top, bottom) or y (left, right). */
export const edgePoint = (outline: Outline, side: Side, at: number): Point => {
  const { bounds } = outline;
  const inset = insetAt(outline, side, at);
  if (side === "top") return { x: at, y: bounds.y + inset };
  if (side === "bottom") return { x: at, y: bottomOf(bounds) - inset };
  if (side === "left") return { x: bounds.x + inset, y: at };
  return { x: rightOf(bounds) - inset, y: at };
};

/** Further from the middle, a disc's edge is too steep for an arrow. */
const DISC_SPAN = 32;

export type Span = Readonly<{ low: number; high: number }>;

/** Where on a side an arrow may end: x (top, bottom) or y (left, right) from `low` to `high`. */
export const sideSpan = (outline: Outline, side: Side): Span => {
  const { bounds } = outline;
  const [start, length] = isVertical(side) ? [bounds.x, bounds.width] : [bounds.y, bounds.height];
  if (outline.kind === "disc") {
    const middle = start + bounds.width / 2;
    return { low: middle - DISC_SPAN, high: middle + DISC_SPAN };
  }
  const inset = Math.min(outline.radius, length / 2);
  return { low: start + inset, high: start + length - inset };
};

/** Whether an arrow at this x or y would meet the outline at a right angle, not at one of a polygon's corners. */
export const isSquare = (outline: Outline, side: Side, at: number): boolean =>
  outline.kind !== "polygon" ||
  insetAt(outline, side, at - outline.radius / 2) === insetAt(outline, side, at + outline.radius / 2);
