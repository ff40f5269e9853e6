import type { Family } from "../../net/cidr";
import { NO_TRAFFIC, type TrafficSets } from "../../net/traffic-set";
import type { GroupSet, GroupSets } from "./group-set";
import { familyAt, type PointId, type Points } from "./point";
import { fillByAddress, type Row, referencedTraffic, strangerTraffic } from "./row";

/** A larger share of all points than this is written with all others, in one walk. */
const FILL_FROM = 1 / 32;

/** Works out anew what points have by their addresses. */
export function refreshAddressCells(
  sets: TrafficSets,
  points: Points,
  row: Row,
  touched: readonly PointId[],
): void {
  if (touched.length <= points.count * FILL_FROM) {
    for (const point of touched) refreshAddressCell(sets, points, row, point);
    return;
  }
  row.before.byAddress ??= row.byAddress.slice();
  for (const family of [4, 6] as const) fillByAddress(sets, points, row, family);
}

function refreshAddressCell(sets: TrafficSets, points: Points, row: Row, point: PointId): void {
  const now = strangerTraffic(sets, row.rules, familyAt(points, point), points.keys[point] ?? 0);
  if (row.byAddress[point] === now) return;
  row.before.byAddress ??= row.byAddress.slice();
  row.byAddress[point] = now;
}

/** Works out anew what a set of groups has. */
export function refreshGroupsCell(sets: TrafficSets, row: Row, family: Family, groups: GroupSet): void {
  const cells = row.byGroups[family];
  const before = cells[groups.number] ?? NO_TRAFFIC;
  const now = referencedTraffic(sets, row.rules[family], groups);
  if (before === now) return;
  row.before.byGroups[family] ??= cells.slice();
  cells[groups.number] = now;
}

/** Makes room for points and sets of groups that are new, and tells what the row says of the sets. */
export function widenRow(sets: TrafficSets, points: Points, groupSets: GroupSets, row: Row): void {
  if (row.isOpen) return;
  row.byAddress = widened(row.byAddress, points.slots.length);
  for (const family of [4, 6] as const) {
    const known = row.byGroups[family].length;
    if (known >= groupSets.list.length) continue;
    row.byGroups[family] = widened(row.byGroups[family], groupSets.list.length);
    for (const groups of groupSets.list.slice(known)) {
      row.byGroups[family][groups.number] = referencedTraffic(sets, row.rules[family], groups);
    }
  }
}

function widened(cells: Uint32Array, length: number): Uint32Array {
  if (cells.length >= length) return cells;
  const wider = new Uint32Array(length);
  wider.set(cells);
  return wider;
}
