import type { Family } from "../../net/cidr";
import { familyAt, type PointId, type Points } from "./point";
import { addressCell, addressCellAt, groupsCell, groupsCellAt, type Row } from "./row";

/** Is what the row says of a point something else than at the last settlement? */
export function isCellChanged(row: Row, points: Points, point: PointId): boolean {
  const groupSet = points.groups[point]?.number ?? 0;
  return (
    addressCellAt(row, true, point) !== addressCell(row, point) ||
    isGroupsCellChanged(row, familyAt(points, point), groupSet)
  );
}

export const isGroupsCellChanged = (row: Row, family: Family, groupSet: number): boolean =>
  groupsCellAt(row, true, family, groupSet) !== groupsCell(row, family, groupSet);

/** Those of these points that have something else by their address now. */
export const otherAddresses = (row: Row, points: readonly PointId[]): readonly PointId[] =>
  row.before.byAddress === null
    ? []
    : points.filter((point) => addressCellAt(row, true, point) !== addressCell(row, point));

/** The sets of groups that have something else now. */
export function otherGroups(row: Row, family: Family): readonly number[] {
  const others: number[] = [];
  const count = row.before.byGroups[family]?.length ?? 0;
  for (let number = 0; number < count; number++) {
    if (isGroupsCellChanged(row, family, number)) others.push(number);
  }
  return others;
}
