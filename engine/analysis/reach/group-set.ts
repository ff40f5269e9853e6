import type { SecurityGroupId } from "../../model/id";

/**
 * Groups that are worn together, sorted; equal sets are one object with one number. `isOpen`: no group filters here, as on a
 * network load balancer that was made without groups.
 */
export type GroupSet = Readonly<{ number: number; groupIds: readonly SecurityGroupId[]; isOpen: boolean }>;

export type GroupSets = Readonly<{
  list: GroupSet[];
  byKey: Map<string, GroupSet>;
  /** Numbers of the sets that hold a group. */
  holding: Map<SecurityGroupId, number[]>;
}>;

export const createGroupSets = (): GroupSets => ({ list: [], byKey: new Map(), holding: new Map() });

const OPEN = "*";

/** The set of these sorted ids: always the same object for equal sets. */
export function groupSetOf(
  { list, byKey, holding }: GroupSets,
  groupIds: readonly SecurityGroupId[],
  isOpen = false,
): GroupSet {
  const key = isOpen ? OPEN : groupIds.join(" ");
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const made: GroupSet = { number: list.length, groupIds, isOpen };
  list.push(made);
  byKey.set(key, made);
  for (const groupId of groupIds) holding.set(groupId, [...(holding.get(groupId) ?? []), made.number]);
  return made;
}
