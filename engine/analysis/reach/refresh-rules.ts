import type { PrefixListId, SecurityGroupId } from "../../model/id";
import { recordOf, recordsOf } from "../../model/network";
import type { Replaced } from "../../model/network-changes";
import type { Direction, SecurityGroup, SecurityGroupRule } from "../../model/security-group";
import { type CompiledRule, compileRule } from "../compiled-rule";
import { groupRulesOf } from "./group-rules";
import type { ReachIndex } from "./reach-index";

/** The rules of a group, by direction, that are new, gone, or permit something else now. */
export type ChangedRules = Readonly<Record<Direction, readonly CompiledRule[]>>;

export type ChangedGroups = ReadonlyMap<SecurityGroupId, ChangedRules>;

/** Reads anew the groups that a change touched, also through a prefix list that they name. */
export function refreshRules(index: ReachIndex, replaced: Replaced): ChangedGroups {
  const touched = new Set([...replaced.securityGroups.keys()] as SecurityGroupId[]);
  for (const groupId of groupsNaming(index, replaced.prefixLists)) touched.add(groupId);
  const changed = [...touched].map((groupId) => [groupId, refreshGroup(index, groupId)] as const);
  return new Map(changed.filter(([, { egress, ingress }]) => egress.length + ingress.length > 0));
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

function refreshGroup(index: ReachIndex, groupId: SecurityGroupId): ChangedRules {
  const { securityGroups } = index.network;
  const group = recordOf(securityGroups, groupId);
  const before = index.rules.get(groupId) ?? [];
  const now = (group?.rules ?? []).map((rule) => compiledRule(index, rule));
  if (group === undefined) index.rules.delete(groupId);
  else index.rules.set(groupId, now);
  const changed = [...onlyIn(before, now), ...onlyIn(now, before)];
  const changes = { egress: inDirection(changed, "egress"), ingress: inDirection(changed, "ingress") };
  if (group === undefined) index.groupRules.delete(groupId);
  else index.groupRules.set(groupId, groupRules(index, groupId, now, changes));
  return changes;
}

/** A rule is read once, as long as it is the same record; one that names a list is read anew, since the list may be another. */
function compiledRule({ sets, network, compiled }: ReachIndex, rule: SecurityGroupRule): CompiledRule {
  const known = rule.remote.kind === "prefixList" ? undefined : compiled.get(rule);
  if (known !== undefined) return known;
  const made = compileRule(sets, rule, network.prefixLists);
  compiled.set(rule, made);
  return made;
}

/** Only the direction that changed is worked out anew. */
function groupRules(
  { sets, groupRules: known }: ReachIndex,
  groupId: SecurityGroupId,
  rules: readonly CompiledRule[],
  changed: ChangedRules,
) {
  const of = (direction: Direction) => {
    const before = known.get(groupId)?.[direction];
    if (before !== undefined && changed[direction].length === 0) return before;
    return groupRulesOf(sets, inDirection(rules, direction));
  };
  return { egress: of("egress"), ingress: of("ingress") };
}

const inDirection = (rules: readonly CompiledRule[], direction: Direction): readonly CompiledRule[] =>
  rules.filter((rule) => rule.direction === direction);

function onlyIn(rules: readonly CompiledRule[], others: readonly CompiledRule[]): readonly CompiledRule[] {
  const same = new Set(others);
  const left = rules.filter((rule) => !same.has(rule));
  if (left.length === 0) return left;
  const signatures = new Set(others.map((rule) => rule.signature));
  return left.filter((rule) => !signatures.has(rule.signature));
}
