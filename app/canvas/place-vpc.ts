import type { Size } from "../document/diagram";
import { bottomOf, grow, join, overlap, rectAt, rightOf } from "../scene/geometry";
import type { Rect, Scene } from "../scene/scene";
import { CANVAS_GAP, SCENE_MARGIN } from "../scene/sizes";
import { clearPlace } from "./clear-place";
import { onGrid, type Position } from "./drop";
import { itemsOf } from "./moving";
import { placeIn } from "./place-in";

const ANYWHERE: Position = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY };

/** What the tools at the bottom of the canvas take of its height. */
const TOOLS = 60;

/** Where a new VPC stands: dropped at a point, or beside what it would cover there; else where it leaves the most to see. */
export const placeVpc = (scene: Scene, size: Size, point: Position | null, canvas: Size): Position => {
  const others = itemsOf(scene)
    .filter(({ parentId }) => parentId === null)
    .map(({ rect }) => rect);
  const corner =
    (point === null ? roomiest(scene, others, size, canvas) : null) ?? placeIn(scene, null, size, point);
  return onGrid(clearPlace({ ...corner, ...size }, others, ANYWHERE));
};

/** How large all of it is when it fits the canvas. */
const scaleOf = (bounds: Rect, { width, height }: Size): number => {
  const all = grow(bounds, SCENE_MARGIN);
  return Math.min(width / all.width, (height - TOOLS) / all.height);
};

/**
 * Beside or below another VPC, in line with it: where the whole design stays largest in a canvas of this shape, and of places
 * that are as good the first one as in text. Null without other VPCs.
 */
const roomiest = (scene: Scene, others: readonly Rect[], size: Size, canvas: Size): Position | null => {
  const vpcs = scene.frames.filter(({ kind }) => kind === "vpc").map(({ rect }) => rect);
  const xs = vpcs.flatMap((rect) => [rect.x, rightOf(rect) + CANVAS_GAP]);
  const ys = vpcs.flatMap((rect) => [rect.y, bottomOf(rect) + CANVAS_GAP]).toSorted((a, b) => a - b);
  const isFree = (rect: Rect): boolean => !others.some((other) => overlap(grow(rect, CANVAS_GAP - 1), other));
  const places = ys.flatMap((y) => xs.toSorted((a, b) => a - b).map((x) => rectAt({ x, y }, size)));
  const scale = (place: Rect): number => scaleOf(others.reduce(join, place), canvas);
  return places.filter(isFree).toSorted((a, b) => scale(b) - scale(a))[0] ?? null;
};
