import { freeSlots } from "./end";
import { removePoints } from "./point";
import type { ReachIndex } from "./reach-index";
import { settleRow } from "./row";

/** Makes the present state the one that later changes are counted from. */
export function settle(index: ReachIndex): void {
  for (const row of index.changedRows) settleRow(row);
  for (const { outside } of index.tiers.values()) if (outside.before.size > 0) outside.before.clear();
  if (index.endsBefore.size > 0) forgetUnusedRows(index);
  freeSlots(index.ends, index.endsBefore.keys());
  removePoints(index.points, index.gonePoints);
  index.gonePoints.length = 0;
  index.changedRows.clear();
  index.strangers.clear();
  index.endsBefore.clear();
  index.waysBefore = null;
  index.pathsSettled = index.paths;
}

function forgetUnusedRows({ rows, users }: ReachIndex): void {
  for (const [key, row] of rows) {
    if ((users.get(row)?.size ?? 0) > 0) continue;
    rows.delete(key);
    users.delete(row);
  }
}
