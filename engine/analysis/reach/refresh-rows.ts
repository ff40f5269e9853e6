import type { Direction } from "../../model/security-group";
import { ALL_TRAFFIC } from "../../net/traffic-set";
import type { CompiledRule } from "../compiled-rule";
import { NO_RULES, openRules, uniteRules } from "./group-rules";
import { type GroupSet, groupSetOf } from "./group-set";
import { firstFrom, type PointId } from "./point";
import type { ReachIndex } from "./reach-index";
import type { ChangedGroups } from "./refresh-rules";
import { cellAt, createRow, fillRow, isOpenTo, type Row, refreshCell, widenRow } from "./row";

/** The rows that a set of groups is looked up in. They are filled by `fillNewRows`. */
export const rowsOf = (index: ReachIndex, groups: GroupSet): Readonly<Record<Direction, readonly Row[]>> => {
  const parts =
    index.isSplit && groups.groupIds.length > 1
      ? groups.groupIds.map((groupId) => groupSetOf(index.groupSets, [groupId]))
      : [groups];
  return {
    egress: parts.map((part) => rowFor(index, part, "egress")),
    ingress: parts.map((part) => rowFor(index, part, "ingress")),
  };
};

function rowFor(index: ReachIndex, groups: GroupSet, direction: Direction): Row {
  const key = `${direction} ${groups.number}`;
  const known = index.rows.get(key);
  if (known !== undefined) return known;
  const row = createRow(groups, direction, rulesOf(index, groups, direction));
  index.rows.set(key, row);
  fillRow(index.sets, index.points, row);
  index.counts.rows++;
  return row;
}

function rulesOf({ sets, groupRules }: ReachIndex, groups: GroupSet, direction: Direction) {
  if (groups.isOpen) return openRules(ALL_TRAFFIC);
  return uniteRules(
    sets,
    groups.groupIds.map((groupId) => groupRules.get(groupId)?.[direction] ?? NO_RULES),
  );
}

/** The points that changed rules of a row speak of: what it says of them may be something else. */
export type TouchedCells = ReadonlyMap<Row, readonly PointId[]>;

/** Brings the rows of changed groups up to date, looking only at the points that a changed rule speaks of. */
export function refreshRows(index: ReachIndex, changed: ChangedGroups): TouchedCells {
  const cells = new Map<Row, readonly PointId[]>();
  if (changed.size === 0) return cells;
  for (const row of index.rows.values()) {
    const rules = row.groups.groupIds.flatMap((groupId) => changed.get(groupId)?.[row.direction] ?? []);
    if (rules.length === 0) continue;
    index.changedRows.add(row);
    const touched = refreshRow(index, row, rules);
    noteStrangers(index, row, touched);
    cells.set(row, touched);
  }
  return cells;
}

function refreshRow(index: ReachIndex, row: Row, changed: readonly CompiledRule[]): readonly PointId[] {
  row.rulesBefore ??= row.rules;
  row.rules = rulesOf(index, row.groups, row.direction);
  index.counts.rows++;
  if (row.isOpen !== isOpenTo(row.rules)) return refill(index, row);
  const touched = pointsSpokenOf(index, changed);
  if (row.isOpen) return touched;
  index.counts.cells += touched.length;
  for (const point of touched) refreshCell(index.sets, index.points, row, point);
  return touched;
}

/** A row that became open, or is open no more, is written as a whole. */
function refill(index: ReachIndex, row: Row): readonly PointId[] {
  const live = livePoints(index);
  const before = live.map((point) => cellAt(row, point));
  fillRow(index.sets, index.points, row);
  index.counts.cells += live.length;
  for (const [at, point] of live.entries()) {
    const was = before[at] ?? ALL_TRAFFIC;
    if (cellAt(row, point) !== was && !row.before.has(point)) row.before.set(point, was);
  }
  return live;
}

const livePoints = ({ points }: ReachIndex): readonly PointId[] => [...points.sorted[4], ...points.sorted[6]];

/**
 * Where ways hide who sends, rules may say something else of an address though its cell is the same; and where they hide its
 * address too, of anybody.
 */
function noteStrangers(index: ReachIndex, row: Row, touched: readonly PointId[]): void {
  if (!hasStrangers(index)) return;
  const noted = index.strangers.get(row) ?? new Set();
  const isHidden = row.direction === "ingress" && index.kinds.seen.some((seen) => seen !== null);
  for (const point of isHidden ? livePoints(index) : touched) noted.add(point);
  index.strangers.set(row, noted);
}

const hasStrangers = ({ network, topology, kinds }: ReachIndex): boolean =>
  topology.appliances.size > 0 ||
  Object.keys(network.vpcs).length > 1 ||
  kinds.seen.some((seen) => seen !== null);

/** Each point once that any of these rules may speak of. */
function pointsSpokenOf(index: ReachIndex, rules: readonly CompiledRule[]): readonly PointId[] {
  const { points } = index;
  const found = new Set<PointId>();
  for (const rule of rules) {
    if (rule.referencedGroupId !== null) {
      for (const point of points.members.get(rule.referencedGroupId) ?? []) found.add(point);
    }
    for (const { cidr, first, end } of rule.blocks) {
      const sorted = points.sorted[cidr.family];
      for (let at = firstFrom(points, cidr.family, first); at < sorted.length; at++) {
        const point = sorted[at] ?? 0;
        if ((points.keys[point] ?? 0) >= end) break;
        found.add(point);
      }
    }
  }
  return [...found];
}

/** Gives points that are new their cells in all rows that were there before them. */
export function addColumns(index: ReachIndex, added: readonly PointId[]): void {
  if (added.length === 0) return;
  for (const row of index.rows.values()) {
    widenRow(index.points, row);
    if (row.isOpen) continue;
    for (const point of added) refreshCell(index.sets, index.points, row, point);
    forgetBefore(row, added);
  }
}

/** There was nobody at a point that is new. */
function forgetBefore(row: Row, added: readonly PointId[]): void {
  for (const point of added) row.before.delete(point);
}
