import type { NodeChange } from "@xyflow/react";
import { grow, joinAll } from "../scene/geometry";
import type { Rect, Scene } from "../scene/scene";
import { SCENE_MARGIN } from "../scene/sizes";
import type { FlowNode } from "./flow-nodes";

export type Moved = ReadonlyMap<string, Rect>;

export const NOTHING_MOVED: Moved = new Map();

/**
 * Where things are while the pointer or the arrow keys move or resize them: absolute rectangles by id, from React Flow's
 * changes (positions relative to the parent).
 */
export const movedBy = (moved: Moved, changes: readonly NodeChange<FlowNode>[], scene: Scene): Moved => {
  const rects = new Map(moved);
  for (const change of changes) {
    const rect = rectAfter(change, rects, scene);
    if (rect !== null && "id" in change) rects.set(change.id, rect);
  }
  return rects;
};

const rectAfter = (change: NodeChange<FlowNode>, moved: Moved, scene: Scene): Rect | null => {
  if (change.type === "position" && change.position) {
    const item = itemOf(scene, change.id);
    if (!item) return null;
    const parent = item.parentId === null ? null : rectOf(scene, item.parentId, moved);
    const { x, y } = change.position;
    const current = rectOf(scene, change.id, moved) ?? item.rect;
    return { ...current, x: x + (parent?.x ?? 0), y: y + (parent?.y ?? 0) };
  }
  if (change.type === "dimensions" && change.dimensions && change.resizing !== undefined) {
    const rect = rectOf(scene, change.id, moved);
    return rect && { ...rect, ...change.dimensions };
  }
  return null;
};

type Item = Readonly<{ id: string; rect: Rect; parentId: string | null }>;

/** Everything of a scene that stands somewhere. */
export const itemsOf = (scene: Scene): readonly Item[] => [
  ...scene.frames,
  ...scene.cards,
  ...scene.gateways,
  ...scene.outsides.map((outside) => ({ ...outside, parentId: null })),
];

/** The rectangle around everything that stands somewhere, with a margin: arrows that come and go do not change it. */
export const contentBounds = (scene: Scene): Rect => {
  const content = joinAll(itemsOf(scene).map(({ rect }) => rect));
  return content ? grow(content, SCENE_MARGIN) : scene.bounds;
};

const itemOf = (scene: Scene, id: string): Item | undefined => itemsOf(scene).find((item) => item.id === id);

const rectOf = (scene: Scene, id: string, moved: Moved): Rect | null =>
  moved.get(id) ?? itemOf(scene, id)?.rect ?? null;
