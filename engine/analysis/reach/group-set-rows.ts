import type { Direction } from "../../model/security-group";
import { ALL_TRAFFIC } from "../../net/traffic-set";
import { NO_RULES, openRules, uniteRules } from "./group-rules";
import { type GroupSet, groupSetOf } from "./group-set";
import type { ReachIndex } from "./reach-index";
import { createRow, fillRow, type Row } from "./row";

/** The rows that a set of groups is looked up in. New ones are filled. */
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

/** What a set of groups permits in one direction. */
export function rulesOf({ sets, groupRules }: ReachIndex, groups: GroupSet, direction: Direction) {
  if (groups.isOpen) return openRules(ALL_TRAFFIC);
  return uniteRules(
    sets,
    groups.groupIds.map((groupId) => groupRules.get(groupId)?.[direction] ?? NO_RULES),
  );
}

/** A row's place in the index. */
export const rowKey = (direction: Direction, groupSet: number): string => `${direction} ${groupSet}`;
