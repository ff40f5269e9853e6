import type { Size } from "../document/diagram";
import { freePlace } from "../scene/free-place";
import { moveBy, rightOf } from "../scene/geometry";
import type { Rect, Scene } from "../scene/scene";
import {
  CANVAS_GAP,
  CARD_GAP,
  OUTSIDE_GAP,
  OUTSIDE_TOP,
  SUBNET_GAP,
  SUBNET_PADDING,
  VPC_PADDING,
} from "../scene/sizes";
import { clearPlace } from "./clear-place";
import { inside, onGrid, type Position } from "./drop";
import { itemsOf } from "./moving";

/**
 * Where something new stands in its frame (null: on the canvas itself): centred at the point where it was dropped, beside
 * what it would cover in its frame, or else at the first free place.
 */
export const placeIn = (
  scene: Scene,
  frameId: string | null,
  size: Size,
  point: Position | null,
): Position => {
  const frame = scene.frames.find(({ id }) => id === frameId) ?? null;
  const padding = paddingOf(frame?.kind ?? null);
  const origin = frame?.rect ?? { x: 0, y: 0 };
  const taken: readonly Rect[] = itemsOf(scene)
    .filter(({ parentId }) => parentId === frameId)
    .map(({ rect }) => moveBy(rect, -origin.x, -origin.y));
  if (point !== null) {
    const corner = { x: point.x - size.width / 2, y: point.y - 24 };
    if (frame === null) return onGrid(corner);
    return onGrid(clearPlace({ ...inside(frame.rect, corner, CLEAR), ...size }, taken, CLEAR));
  }
  const right = frame ? Math.max(frame.rect.width, size.width + padding.start.x) : Number.POSITIVE_INFINITY;
  return onGrid(freePlace(size, taken, padding.start, right, padding.gap));
};

/** A frame's title and left edge. */
const CLEAR: Position = { x: 12, y: 36 };

const paddingOf = (kind: "vpc" | "subnet" | null) => {
  if (kind === "subnet") return { start: { x: SUBNET_PADDING.side, y: SUBNET_PADDING.top }, gap: CARD_GAP };
  if (kind === "vpc") return { start: { x: VPC_PADDING.side, y: VPC_PADDING.top }, gap: SUBNET_GAP };
  return { start: { x: 0, y: 0 }, gap: CANVAS_GAP };
};

/** Where an outside end stands: dropped at a point, or to the left of everything that is drawn. */
export const placeOutside = (scene: Scene, size: Size, point: Position | null): Position => {
  if (point !== null) return placeIn(scene, null, size, point);
  const taken = itemsOf(scene)
    .filter(({ parentId }) => parentId === null)
    .map(({ rect }) => rect);
  const right = Math.min(0, ...scene.frames.map(({ rect }) => rect.x)) - OUTSIDE_GAP;
  const start = { x: right - size.width, y: OUTSIDE_TOP };
  return onGrid(freePlace(size, taken, start, right, CANVAS_GAP));
};

/** Where a transit gateway stands: dropped at a point, or to the right of all VPCs. */
export const placeBeside = (scene: Scene, size: Size, point: Position | null): Position => {
  if (point !== null) return placeIn(scene, null, size, point);
  const taken = itemsOf(scene).map(({ rect }) => rect);
  const x = Math.max(0, ...scene.frames.map(({ rect }) => rightOf(rect) + CANVAS_GAP));
  return onGrid(freePlace(size, taken, { x, y: OUTSIDE_TOP }, x + size.width, SUBNET_GAP));
};
