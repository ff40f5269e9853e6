import type { NodeChange } from "@xyflow/react";
import type { Selection } from "../store/state";
import type { FlowNode } from "./flow-nodes";

/** The selection after React Flow's own clicks, boxes and keys; null when they changed nothing. */
export const selectionAfter = (
  selection: Selection,
  changes: readonly NodeChange<FlowNode>[],
): Selection | null => {
  const ids = new Set(selection.kind === "elements" ? selection.ids : []);
  const picks = changes.filter((change) => change.type === "select");
  if (picks.length === 0) return null;
  for (const { id, selected } of picks) {
    if (selected) ids.add(id);
    else ids.delete(id);
  }
  return ids.size === 0 ? { kind: "none" } : { kind: "elements", ids: [...ids] };
};
