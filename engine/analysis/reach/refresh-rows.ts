import type { NatGateway } from "../../model/nat-gateway";
import { recordsOf } from "../../model/network";
import type { Direction } from "../../model/security-group";
import { type Address, cidrContains } from "../../net/cidr";
import { ALL_TRAFFIC, NO_TRAFFIC, type TrafficSetId } from "../../net/traffic-set";
import type { CompiledRule } from "../compiled-rule";
import { natAddresses } from "../topology";
import { NO_RULES, openRules, uniteRules } from "./group-rules";
import { type GroupSet, groupSetOf } from "./group-set";
import { familyAt, firstFrom, livePoints, type PointId, pointsWearing } from "./point";
import type { ReachIndex } from "./reach-index";
import type { ChangedGroups } from "./refresh-rules";
import {
  addressCell,
  createRow,
  fillRow,
  groupsCell,
  isOpenTo,
  type Row,
  refreshAddressCell,
  refreshGroupsCell,
  strangerTraffic,
  type TouchedCells,
  widenRow,
} from "./row";

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
  const key = rowKey(direction, groups.number);
  const known = index.rows.get(key);
  if (known !== undefined) return known;
  const row = createRow(groups, direction, rulesOf(index, groups, direction));
  index.rows.set(key, row);
  fillRow(index.sets, index.points, index.groupSets, row);
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

/** Brings the rows of changed groups up to date, looking only at the points that a changed rule speaks of. */
export function refreshRows(index: ReachIndex, changed: ChangedGroups): TouchedCells {
  const cells = new Map<Row, readonly PointId[]>();
  if (changed.size === 0) return cells;
  for (const row of rowsHolding(index, changed)) {
    const rules = row.groups.groupIds.flatMap((groupId) => changed.get(groupId)?.[row.direction] ?? []);
    if (rules.length === 0) continue;
    index.changedRows.add(row);
    const touched = refreshRow(index, row, rules);
    const isOfAnybody = row.direction === "ingress" && speakOfShown(index, rules);
    if (isOfAnybody) index.strangers.set(row, new Set(livePoints(index.points)));
    cells.set(row, isOfAnybody ? livePoints(index.points) : touched);
  }
  return cells;
}

function rowsHolding({ rows, groupSets }: ReachIndex, changed: ChangedGroups): ReadonlySet<Row> {
  const numbers = [...changed.keys()].flatMap((groupId) => groupSets.holding.get(groupId) ?? []);
  const directions = ["egress", "ingress"] as const;
  return new Set(
    numbers.flatMap((number) => directions.flatMap((each) => rows.get(rowKey(each, number)) ?? [])),
  );
}

const rowKey = (direction: Direction, groupSet: number): string => `${direction} ${groupSet}`;

function refreshRow(index: ReachIndex, row: Row, changed: readonly CompiledRule[]): readonly PointId[] {
  row.rulesBefore ??= row.rules;
  row.rules = rulesOf(index, row.groups, row.direction);
  index.counts.rows++;
  if (row.isOpen !== isOpenTo(row.rules)) return refill(index, row);
  const touched = new Set(pointsSpokenOf(index, changed));
  if (!row.isOpen) {
    index.counts.cells += touched.size;
    for (const point of touched) refreshAddressCell(index.sets, index.points, row, point);
  }
  for (const groups of groupSetsNamedIn(index, changed)) {
    for (const point of pointsWearing(index.points, groups.number)) touched.add(point);
    if (row.isOpen) continue;
    for (const family of [4, 6] as const) refreshGroupsCell(index.sets, row, family, groups);
  }
  return [...touched];
}

function groupSetsNamedIn({ groupSets }: ReachIndex, rules: readonly CompiledRule[]): ReadonlySet<GroupSet> {
  const named = rules.flatMap(({ referencedGroupId }) =>
    referencedGroupId === null ? [] : (groupSets.holding.get(referencedGroupId) ?? []),
  );
  return new Set(named.flatMap((number) => groupSets.list[number] ?? []));
}

/** A row that became open, or is open no more, is written as a whole. */
function refill(index: ReachIndex, row: Row): readonly PointId[] {
  const { sets, points, groupSets } = index;
  const live = livePoints(index.points);
  const wasOpen = row.isOpen;
  const held = { byAddress: row.byAddress, byGroups: { ...row.byGroups } };
  fillRow(sets, points, groupSets, row);
  index.counts.cells += live.length;
  for (const point of live) {
    const was = wasOpen ? ALL_TRAFFIC : (held.byAddress[point] ?? NO_TRAFFIC);
    if (was !== addressCell(row, point) && !row.before.byAddress.has(point))
      row.before.byAddress.set(point, was);
  }
  const numbers = groupSets.list.map(({ number }) => number);
  for (const family of [4, 6] as const) {
    noteBefore(row.before.byGroups[family], numbers, (number) => [
      wasOpen ? NO_TRAFFIC : (held.byGroups[family][number] ?? NO_TRAFFIC),
      groupsCell(row, family, number),
    ]);
  }
  return live;
}

/** Remembers what cells held, where they hold something else now and nothing was remembered yet. */
function noteBefore(
  before: Map<number, TrafficSetId>,
  places: readonly number[],
  cells: (place: number) => readonly [was: TrafficSetId, now: TrafficSetId],
): void {
  for (const place of places) {
    const [was, now] = cells(place);
    if (was !== now && !before.has(place)) before.set(place, was);
  }
}

/** Do rules speak of an address that a NAT gateway shows in place of the sender's? Then they may say something of anybody. */
const speakOfShown = ({ network }: ReachIndex, rules: readonly CompiledRule[]): boolean =>
  recordsOf<NatGateway>(network.natGateways).some((nat) => {
    const { address } = natAddresses(nat);
    return address !== null && rules.some((rule) => speaksOf(rule, address));
  });

const speaksOf = ({ blocks }: CompiledRule, address: Address): boolean =>
  blocks.some(({ cidr }) => cidrContains(cidr, address));

/** Each point once that any of these rules may speak of. */
function pointsSpokenOf(index: ReachIndex, rules: readonly CompiledRule[]): readonly PointId[] {
  const { points } = index;
  const found = new Set<PointId>();
  for (const { cidr, first, end } of rules.flatMap((rule) => rule.blocks)) {
    const sorted = points.sorted[cidr.family];
    for (let at = firstFrom(points, cidr.family, first); at < sorted.length; at++) {
      const point = sorted[at] ?? 0;
      if ((points.keys[point] ?? 0) >= end) break;
      found.add(point);
    }
  }
  return [...found];
}

/** Gives points and sets of groups that are new their cells in all rows that were there before them. */
export function addColumns(index: ReachIndex, added: readonly PointId[]): void {
  if (added.length === 0) return;
  const { sets, points, groupSets } = index;
  for (const row of index.rows.values()) {
    widenRow(sets, points, groupSets, row);
    if (row.isOpen) continue;
    for (const point of added) {
      row.byAddress[point] = strangerTraffic(
        sets,
        row.rules,
        familyAt(points, point),
        points.keys[point] ?? 0,
      );
    }
  }
}
