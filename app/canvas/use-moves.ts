import { type NodeChange, useReactFlow } from "@xyflow/react";
import { type MouseEvent as ReactMouseEvent, useCallback, useRef } from "react";
import type { Scene } from "../scene/scene";
import { pathlight } from "../store/store";
import type { Position } from "./drop";
import type { FlowNode } from "./flow-nodes";
import { whenReady } from "./lazy-gestures";
import { itemsOf, type Moved, movedBy, NOTHING_MOVED } from "./moving";
import { selectionAfter } from "./selecting";

type Pointed = MouseEvent | TouchEvent | ReactMouseEvent;

/**
 * Dragging, resizing and stepping with the arrow keys. What moves is handed to `setMoved` until it is let go; then one
 * command is dispatched, or everything springs back.
 */
export const useMoves = (scene: Scene, setMoved: (moved: Moved) => void) => {
  const { screenToFlowPosition } = useReactFlow();
  const latest = useRef({ scene, moved: NOTHING_MOVED, dragging: false });
  latest.current.scene = scene;

  const finish = useCallback(
    (pointer: Position | null) => {
      const { scene: shown, moved } = latest.current;
      latest.current.dragging = false;
      if (moved.size === 0) return;
      whenReady((gestures) => {
        gestures.finishMove(shown, moved, pointer);
        latest.current.moved = NOTHING_MOVED;
        setMoved(NOTHING_MOVED);
      });
    },
    [setMoved],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const { selection, select } = pathlight.getState();
      const next = selectionAfter(selection, changes, isNodeOf(latest.current.scene));
      if (next) select(next);
      const moved = movedBy(latest.current.moved, changes, latest.current.scene);
      latest.current.moved = moved;
      setMoved(moved.size === 0 ? NOTHING_MOVED : moved);
      if (!latest.current.dragging && changes.some(endsMove)) finish(null);
    },
    [finish, setMoved],
  );

  const onNodeDragStart = useCallback(() => {
    latest.current.dragging = true;
  }, []);

  const onNodeDragStop = useCallback(
    (event: Pointed) => finish(screenToFlowPosition(pointOf(event))),
    [finish, screenToFlowPosition],
  );

  return { onNodesChange, onNodeDragStart, onNodeDragStop };
};

/** What React Flow draws as nodes (see flow-nodes.ts). */
const isNodeOf = (scene: Scene) => {
  const ids = new Set<string>([
    ...itemsOf(scene).map(({ id }) => id),
    ...scene.hulls.map(({ groupId }) => groupId),
  ]);
  return (id: string): boolean => ids.has(id);
};

/** Arrow keys and resizing end without a drag stop of their own. */
const endsMove = (change: NodeChange<FlowNode>): boolean =>
  (change.type === "position" && change.dragging === false && change.position !== undefined) ||
  (change.type === "dimensions" && change.resizing === false);

const pointOf = (event: Pointed): Position => {
  const at = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
};
