import type { Direction } from "../../model/security-group";
import { type AddressKey, trafficIn, uniteMaps } from "../../net/address-map";
import type { Family } from "../../net/cidr";
import { ALL_TRAFFIC, NO_TRAFFIC, type TrafficSetId, type TrafficSets, unite } from "../../net/traffic-set";
import type { FamilyRules, GroupRules } from "./group-rules";
import type { GroupSet, GroupSets } from "./group-set";
import { familyAt, type PointId, type Points } from "./point";

/**
 * What a set of groups permits in one direction: the backbone of the index. What a point has by its address and what it has
 * by the groups worn there are kept apart: of each there are few, of their unions millions.
 */
export type Row = {
  readonly groups: GroupSet;
  readonly direction: Direction;
  rules: GroupRules;
  /** Everybody has everything: nothing else is kept. */
  isOpen: boolean;
  /** By point, with what everybody has. */
  byAddress: Uint32Array;
  /** By the number of a set of groups. */
  readonly byGroups: Record<Family, Uint32Array>;
  /** What was there before the first change since the last settlement. */
  readonly before: RowBefore;
  rulesBefore: GroupRules | null;
};

/** Copies of all cells, or null while none is another: a rule for any address changes most of them. */
export type RowBefore = {
  byAddress: Uint32Array | null;
  readonly byGroups: Record<Family, Uint32Array | null>;
};

const NO_CELLS = new Uint32Array(0);

export function createRow(groups: GroupSet, direction: Direction, rules: GroupRules): Row {
  return {
    groups,
    direction,
    rules,
    isOpen: isOpenTo(rules),
    byAddress: NO_CELLS,
    byGroups: { 4: NO_CELLS, 6: NO_CELLS },
    before: { byAddress: null, byGroups: { 4: null, 6: null } },
    rulesBefore: null,
  };
}

export const isOpenTo = (rules: GroupRules): boolean =>
  rules[4].everybody === ALL_TRAFFIC && rules[6].everybody === ALL_TRAFFIC;

/** The row, where there is but one: a set of groups has several where hardly anybody shares any. */
export const onlyRow = (rows: readonly Row[]): Row | null => (rows.length === 1 ? (rows[0] ?? null) : null);

/** What a point has by its address. */
export const addressCell = (row: Row, point: PointId): TrafficSetId =>
  row.isOpen ? ALL_TRAFFIC : (row.byAddress[point] ?? NO_TRAFFIC);

/** What it has by the groups worn there. */
export const groupsCell = (row: Row, family: Family, groupSet: number): TrafficSetId =>
  row.isOpen ? NO_TRAFFIC : (row.byGroups[family][groupSet] ?? NO_TRAFFIC);

/** The same now or as it was at the last settlement. */
export function addressCellAt(row: Row, isBefore: boolean, point: PointId): TrafficSetId {
  if (!isBefore || row.rulesBefore === null) return addressCell(row, point);
  return row.before.byAddress?.[point] ?? addressCell(row, point);
}

export function groupsCellAt(row: Row, isBefore: boolean, family: Family, groupSet: number): TrafficSetId {
  if (!isBefore || row.rulesBefore === null) return groupsCell(row, family, groupSet);
  return row.before.byGroups[family]?.[groupSet] ?? groupsCell(row, family, groupSet);
}

/** What the row permits for a point whose groups are seen. */
export function cellAt(sets: TrafficSets, points: Points, row: Row, point: PointId): TrafficSetId {
  if (row.isOpen) return ALL_TRAFFIC;
  const byGroups = row.byGroups[familyAt(points, point)][points.groups[point]?.number ?? 0] ?? NO_TRAFFIC;
  return unite(sets, row.byAddress[point] ?? NO_TRAFFIC, byGroups);
}

export function cellBefore(sets: TrafficSets, points: Points, row: Row, point: PointId): TrafficSetId {
  if (row.rulesBefore === null) return cellAt(sets, points, row, point);
  const family = familyAt(points, point);
  const groupSet = points.groups[point]?.number ?? 0;
  const byAddress = addressCellAt(row, true, point);
  return unite(sets, byAddress, groupsCellAt(row, true, family, groupSet));
}

/** What rules permit for an address by more than a rule for any address (0.0.0.0/0, ::/0), its groups being seen. */
export function specificTraffic(
  sets: TrafficSets,
  rules: GroupRules,
  family: Family,
  key: AddressKey,
  groups: GroupSet,
): TrafficSetId {
  return unite(
    sets,
    trafficIn(sets, rules[family].blocks, key),
    referencedTraffic(sets, rules[family], groups),
  );
}

/** What they permit by groups that are worn. */
export function referencedTraffic(
  sets: TrafficSets,
  { references }: FamilyRules,
  groups: GroupSet,
): TrafficSetId {
  let traffic: TrafficSetId = NO_TRAFFIC;
  for (const own of references) {
    for (const groupId of groups.groupIds) traffic = unite(sets, traffic, own.get(groupId) ?? NO_TRAFFIC);
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
  return everybody === ALL_TRAFFIC ? ALL_TRAFFIC : unite(sets, everybody, trafficIn(sets, blocks, key));
}

/** Works the row out: addresses in one walk over the sorted points, then the sets of groups that hold a referenced one. */
export function fillRow(sets: TrafficSets, points: Points, groupSets: GroupSets, row: Row): void {
  row.isOpen = isOpenTo(row.rules);
  if (row.isOpen) return;
  row.byAddress = new Uint32Array(points.slots.length);
  for (const family of [4, 6] as const) {
    fillByAddress(sets, points, row, family);
    row.byGroups[family] = new Uint32Array(groupSets.list.length);
    for (const own of row.rules[family].references) addReferences(sets, groupSets, row.byGroups[family], own);
  }
}

function addReferences(
  sets: TrafficSets,
  { holding }: GroupSets,
  cells: Uint32Array,
  references: FamilyRules["references"][number],
): void {
  for (const [groupId, traffic] of references) {
    for (const number of holding.get(groupId) ?? []) {
      cells[number] = unite(sets, cells[number] ?? NO_TRAFFIC, traffic);
    }
  }
}

/** What points have by their addresses, in one walk. */
export function fillByAddress(sets: TrafficSets, { keys, sorted }: Points, row: Row, family: Family): void {
  const { everybody } = row.rules[family];
  const blocks = uniteMaps(sets, row.rules[family].blocks);
  const { byAddress } = row;
  let next = 0;
  let traffic = everybody;
  for (const point of sorted[family]) {
    const key = keys[point] ?? 0;
    for (let start = blocks.starts[next]; start !== undefined && start <= key; start = blocks.starts[next]) {
      traffic = unite(sets, everybody, blocks.traffic[next] ?? NO_TRAFFIC);
      next++;
    }
    byAddress[point] = traffic;
  }
}

/** Forgets what was before. */
export function settleRow(row: Row): void {
  row.before.byAddress = row.before.byGroups[4] = row.before.byGroups[6] = null;
  row.rulesBefore = null;
}
