import type { Direction } from "../../model/security-group";
import { type AddressKey, trafficAt } from "../../net/address-map";
import type { Family } from "../../net/cidr";
import { ALL_TRAFFIC, NO_TRAFFIC, type TrafficSetId, type TrafficSets, unite } from "../../net/traffic-set";
import type { GroupRules } from "./group-rules";
import type { GroupSet } from "./group-set";
import { familyAt, type PointId, type Points } from "./point";

/**
 * What a set of groups permits in one direction, point by point: the backbone of the index. `cells` holds a set for each
 * point, as a rule that names groups finds it; where a way hides who the other end is, `strangerTraffic` is asked.
 */
export type Row = {
  readonly groups: GroupSet;
  readonly direction: Direction;
  rules: GroupRules;
  /** Everybody has everything: no cells are kept. */
  isOpen: boolean;
  cells: Uint32Array;
  /** What cells held before the first change since the last settlement; the same of `rules`. */
  readonly before: Map<PointId, TrafficSetId>;
  rulesBefore: GroupRules | null;
};

export function createRow(groups: GroupSet, direction: Direction, rules: GroupRules): Row {
  return {
    groups,
    direction,
    rules,
    isOpen: isOpenTo(rules),
    cells: new Uint32Array(0),
    before: new Map(),
    rulesBefore: null,
  };
}

export const isOpenTo = (rules: GroupRules): boolean =>
  rules[4].everybody === ALL_TRAFFIC && rules[6].everybody === ALL_TRAFFIC;

export const cellAt = (row: Row, point: PointId): TrafficSetId =>
  row.isOpen ? ALL_TRAFFIC : (row.cells[point] ?? NO_TRAFFIC);

export const cellBefore = (row: Row, point: PointId): TrafficSetId =>
  row.before.get(point) ?? cellAt(row, point);

/** What these rules permit for a far end whose groups they find. */
export function permittedTraffic(
  sets: TrafficSets,
  rules: GroupRules,
  family: Family,
  key: AddressKey,
  groups: GroupSet,
): TrafficSetId {
  const { everybody } = rules[family];
  if (everybody === ALL_TRAFFIC) return ALL_TRAFFIC;
  return unite(sets, everybody, specificTraffic(sets, rules, family, key, groups));
}

/** What they permit for it by more than a rule for any address (0.0.0.0/0, ::/0). */
export function specificTraffic(
  sets: TrafficSets,
  rules: GroupRules,
  family: Family,
  key: AddressKey,
  groups: GroupSet,
): TrafficSetId {
  const { blocks, references } = rules[family];
  let traffic = trafficAt(blocks, key);
  if (references.size === 0) return traffic;
  for (const groupId of groups.groupIds) {
    traffic = unite(sets, traffic, references.get(groupId) ?? NO_TRAFFIC);
  }
  return traffic;
}

/** What they permit for an address whose groups are not seen. */
export function strangerTraffic(
  sets: TrafficSets,
  rules: GroupRules,
  family: Family,
  key: AddressKey,
): TrafficSetId {
  const { everybody, blocks } = rules[family];
  return everybody === ALL_TRAFFIC ? ALL_TRAFFIC : unite(sets, everybody, trafficAt(blocks, key));
}

/** Works out all cells: addresses in one walk over the sorted points, then the members of each referenced group. */
export function fillRow(sets: TrafficSets, points: Points, row: Row): void {
  row.isOpen = isOpenTo(row.rules);
  if (row.isOpen) return;
  row.cells = new Uint32Array(points.slots.length);
  for (const family of [4, 6] as const) {
    fillByAddress(sets, points, row, family);
    for (const [groupId, traffic] of row.rules[family].references) {
      for (const point of points.members.get(groupId) ?? []) {
        if (points.families[point] !== family) continue;
        row.cells[point] = unite(sets, row.cells[point] ?? NO_TRAFFIC, traffic);
      }
    }
  }
}

function fillByAddress(sets: TrafficSets, { keys, sorted }: Points, row: Row, family: Family): void {
  const { everybody, blocks } = row.rules[family];
  let next = 0;
  let traffic = everybody;
  for (const point of sorted[family]) {
    const key = keys[point] ?? 0;
    for (let start = blocks.starts[next]; start !== undefined && start <= key; start = blocks.starts[next]) {
      traffic = unite(sets, everybody, blocks.traffic[next] ?? NO_TRAFFIC);
      next++;
    }
    row.cells[point] = traffic;
  }
}

/** Works a cell out anew. Says whether it is another now. */
export function refreshCell(sets: TrafficSets, points: Points, row: Row, point: PointId): boolean {
  const { keys, groups } = points;
  const own = groups[point];
  if (own === undefined) return false;
  const before = row.cells[point] ?? NO_TRAFFIC;
  const now = permittedTraffic(sets, row.rules, familyAt(points, point), keys[point] ?? 0, own);
  if (before === now) return false;
  if (!row.before.has(point)) row.before.set(point, before);
  row.cells[point] = now;
  return true;
}

/** Makes room for points that are new. */
export function widenRow(points: Points, row: Row): void {
  if (row.isOpen || row.cells.length >= points.slots.length) return;
  const cells = new Uint32Array(points.slots.length);
  cells.set(row.cells);
  row.cells = cells;
}

/** Forgets what was before. */
export function settleRow(row: Row): void {
  row.before.clear();
  row.rulesBefore = null;
}
