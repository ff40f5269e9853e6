import type { SecurityGroupId } from "../../model/id";

/**
 * Groups that are worn together, sorted; equal sets are one object with one number. `isOpen`: no group filters here, as on a
 * network load balancer that was made without groups.
 */
export type GroupSet = Readonly<{ number: number; groupIds: readonly SecurityGroupId[]; isOpen: boolean }>;

export type GroupSets = Map<string, GroupSet>;

const OPEN = "*";

/** The set of these sorted ids: always the same object for equal sets. */
export function groupSetOf(sets: GroupSets, groupIds: readonly SecurityGroupId[], isOpen = false): GroupSet {
  const key = isOpen ? OPEN : groupIds.join(" ");
  const known = sets.get(key);
  if (known !== undefined) return known;
  const made: GroupSet = { number: sets.size, groupIds, isOpen };
  sets.set(key, made);
  return made;
}
