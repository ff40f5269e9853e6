import type { PrefixListId, SecurityGroupId } from "../model/id";
import { recordsOf } from "../model/network";
import type { Direction, SecurityGroup } from "../model/security-group";
import type { Replaced } from "../network-changes";
import { type CompiledRule, compileRule } from "./compiled-rule";
import type { ReachIndex } from "./reach-index";

/** Groups of which something else is permitted now, with the directions in which it is. */
export type ChangedGroups = ReadonlyMap<SecurityGroupId, readonly Direction[]>;

const DIRECTIONS: readonly Direction[] = ["egress", "ingress"];

/** Reads anew the groups that a change touched, also through a prefix list that they name. */
export function refreshRules(index: ReachIndex, replaced: Replaced): ChangedGroups {
  const touched = new Set([...replaced.securityGroups.keys()] as SecurityGroupId[]);
  for (const groupId of groupsNaming(index, replaced.prefixLists)) touched.add(groupId);
  const changed = [...touched].map((groupId) => [groupId, refreshGroup(index, groupId)] as const);
  return new Map(changed.filter(([, directions]) => directions.length > 0));
}

function groupsNaming(index: ReachIndex, lists: ReadonlyMap<string, unknown>): readonly SecurityGroupId[] {
  if (lists.size === 0) return [];
  const names = (id: PrefixListId) => lists.has(id);
  return recordsOf<SecurityGroup>(index.network.securityGroups)
    .filter(({ rules }) =>
      rules.some(({ remote }) => remote.kind === "prefixList" && names(remote.prefixListId)),
    )
    .map(({ groupId }) => groupId);
}

function refreshGroup(index: ReachIndex, groupId: SecurityGroupId): readonly Direction[] {
  const { securityGroups, prefixLists } = index.network;
  const group = securityGroups[groupId];
  const before = index.rules.get(groupId) ?? [];
  const now = (group?.rules ?? []).map((rule) => compileRule(index.sets, rule, prefixLists));
  if (group === undefined) index.rules.delete(groupId);
  else index.rules.set(groupId, now);
  return DIRECTIONS.filter((direction) => !isSameInDirection(before, now, direction));
}

function isSameInDirection(
  before: readonly CompiledRule[],
  now: readonly CompiledRule[],
  direction: Direction,
): boolean {
  const signatures = (rules: readonly CompiledRule[]) =>
    rules.flatMap((rule) => (rule.direction === direction ? [rule.signature] : [])).join("\n");
  return signatures(before) === signatures(now);
}
