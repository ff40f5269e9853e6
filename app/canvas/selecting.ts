import type { NodeChange } from "@xyflow/react";
import type { Selection } from "../store/state";
import type { FlowNode } from "./flow-nodes";

/**
 * The selection after React Flow's own clicks, boxes and keys; null when they changed nothing. React Flow takes out what was
 * selected before only where it draws it as a node: an interface, or a group without an outline, has to give way here.
 */
export const selectionAfter = (
  selection: Selection,
  changes: readonly NodeChange<FlowNode>[],
  isNode: (id: string) => boolean,
): Selection | null => {
  const picks = changes.filter((change) => change.type === "select");
  if (picks.length === 0) return null;
  const before = selection.kind === "elements" ? selection.ids : [];
  const ids = new Set(picks.some(({ selected }) => selected) ? before.filter(isNode) : before);
  for (const { id, selected } of picks) {
    if (selected) ids.add(id);
    else ids.delete(id);
  }
  return ids.size === 0 ? { kind: "none" } : { kind: "elements", ids: [...ids] };
};
