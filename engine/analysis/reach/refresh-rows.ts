import { type AddressKey, type AddressMap, trafficAt } from "../../net/address-map";
import { ALL_TRAFFIC, type TrafficSetId, unite } from "../../net/traffic-set";
import { rowKey, rulesOf } from "./group-set-rows";
import { familyAt, livePoints, type PointId } from "./point";
import type { ReachIndex } from "./reach-index";
import type { ChangedGroups } from "./refresh-rules";
import { fillRow, isOpenTo, type Row } from "./row";
import { refreshAddressCells, refreshGroupsCell, widenRow } from "./row-edit";
import type { RulesChange } from "./rules-difference";
import { markPair, tiersAt } from "./stale-pairs";
import type { TierState } from "./tier";
import { type Touched, touchedBy } from "./touched-points";

/**
 * Brings the rows of changed groups up to date, looking only at whom a group permits something else now, and marks the pairs
 * of tiers that may fare otherwise. Gives the rows.
 */
export function refreshRows(index: ReachIndex, changed: ChangedGroups): ReadonlySet<Row> {
  const rows = new Set<Row>();
  const known = new Map<RulesChange, Touched>();
  const tiersOf = rememberTiers(index);
  const live = livePoints(index.points);
  for (const row of rowsHolding(index, changed)) {
    const touched = row.groups.groupIds.flatMap((groupId) => {
      const change = changed.get(groupId)?.[row.direction] ?? null;
      return change === null ? [] : touchedBy(index, known, change);
    });
    if (touched.length === 0) continue;
    rows.add(row);
    index.changedRows.add(row);
    const isWhole = refreshRow(index, row, touched);
    const isOfAnybody = row.direction === "ingress" && touched.some(({ isOfShown }) => isOfShown);
    if (isOfAnybody) index.strangers.set(row, new Set(live));
    const lists =
      isWhole || isOfAnybody ? [live] : touched.flatMap(({ points, wearers }) => [points, wearers]);
    for (const points of lists) markRow(index, row, tiersOf(points));
  }
  return rows;
}

/** Several rows speak of the same points. */
function rememberTiers(index: ReachIndex): (points: readonly PointId[]) => ReadonlySet<TierState> {
  const known = new Map<readonly PointId[], ReadonlySet<TierState>>();
  return (points) => {
    const tiers = known.get(points) ?? tiersAt(index, points);
    known.set(points, tiers);
    return tiers;
  };
}

/** Marks the tiers of a row with the tiers that its rules say something else of. */
function markRow(index: ReachIndex, row: Row, others: ReadonlySet<TierState>): void {
  for (const state of index.users.get(row) ?? []) {
    for (const other of others) {
      if (row.direction === "egress") markPair(index, state, other);
      else markPair(index, other, state);
    }
  }
}

function rowsHolding({ rows, groupSets }: ReachIndex, changed: ChangedGroups): ReadonlySet<Row> {
  const numbers = [...changed.keys()].flatMap((groupId) => groupSets.holding.get(groupId) ?? []);
  const directions = ["egress", "ingress"] as const;
  return new Set(
    numbers.flatMap((number) => directions.flatMap((each) => rows.get(rowKey(each, number)) ?? [])),
  );
}

/** True if the row was written as a whole: it became open, or is open no more. */
function refreshRow(index: ReachIndex, row: Row, touched: readonly Touched[]): boolean {
  const { sets, points, counts } = index;
  row.rulesBefore ??= row.rules;
  row.rules = rulesOf(index, row.groups, row.direction);
  counts.rows++;
  const isWhole = row.isOpen !== isOpenTo(row.rules);
  if (isWhole) refill(index, row);
  if (isWhole || row.isOpen) return isWhole;
  for (const each of touched) {
    counts.cells += each.points.length;
    refreshAddressCells(sets, points, row, each.points);
    for (const groups of each.groupSets) {
      for (const family of [4, 6] as const) refreshGroupsCell(sets, row, family, groups);
    }
  }
  return false;
}

function refill(index: ReachIndex, row: Row): void {
  const { sets, points, groupSets, counts } = index;
  const wasOpen = row.isOpen;
  const held = { byAddress: row.byAddress, byGroups: { ...row.byGroups } };
  fillRow(sets, points, groupSets, row);
  counts.cells += livePoints(points).length;
  row.before.byAddress ??= wasOpen ? new Uint32Array(points.slots.length).fill(ALL_TRAFFIC) : held.byAddress;
  for (const family of [4, 6] as const) {
    row.before.byGroups[family] ??= wasOpen ? new Uint32Array(groupSets.list.length) : held.byGroups[family];
  }
}

/** Gives points and sets of groups that are new their cells in all rows that were there before them. */
export function addColumns(index: ReachIndex, added: readonly PointId[]): void {
  if (added.length === 0) return;
  const { sets, points, groupSets, rows } = index;
  for (const row of rows.values()) widenRow(sets, points, groupSets, row);
  for (const point of added) {
    const family = familyAt(points, point);
    const trafficOf = rememberTraffic(points.keys[point] ?? 0);
    for (const row of rows.values()) {
      if (row.isOpen) continue;
      const { everybody, blocks } = row.rules[family];
      row.byAddress[point] = blocks.reduce((sum, map) => unite(sets, sum, trafficOf(map)), everybody);
    }
  }
}

/** A group's blocks stand in the rows of all sets of groups that hold it. */
function rememberTraffic(key: AddressKey): (blocks: AddressMap) => TrafficSetId {
  const known = new Map<AddressMap, TrafficSetId>();
  return (blocks) => {
    const traffic = known.get(blocks) ?? trafficAt(blocks, key);
    known.set(blocks, traffic);
    return traffic;
  };
}
