import type { PrefixListId, SecurityGroupId } from "../../model/id";
import { recordOf, recordsOf } from "../../model/network";
import type { Replaced } from "../../model/network-changes";
import type { Direction, SecurityGroup, SecurityGroupRule } from "../../model/security-group";
import { type CompiledRule, compileRule } from "../compiled-rule";
import { groupRulesOf, NO_RULES } from "./group-rules";
import type { ReachIndex } from "./reach-index";
import type { RulesChange } from "./rules-difference";

/** What a group's rules permit, by direction; null where no rule is new, gone, or permits something else now. */
export type ChangedRules = Readonly<Record<Direction, RulesChange | null>>;

export type ChangedGroups = ReadonlyMap<SecurityGroupId, ChangedRules>;

/** Reads anew the groups that a change touched, also through a prefix list that they name. */
export function refreshRules(index: ReachIndex, replaced: Replaced): ChangedGroups {
  const touched = new Set([...replaced.securityGroups.keys()] as SecurityGroupId[]);
  for (const groupId of groupsNaming(index, replaced.prefixLists)) touched.add(groupId);
  const changed = [...touched].map((groupId) => [groupId, refreshGroup(index, groupId)] as const);
  return new Map(changed.filter(([, { egress, ingress }]) => egress !== null || ingress !== null));
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
  const group = recordOf(index.network.securityGroups, groupId);
  const before = index.rules.get(groupId) ?? [];
  const now = (group?.rules ?? []).map((rule) => compiledRule(index, rule));
  const known = index.groupRules.get(groupId) ?? { egress: NO_RULES, ingress: NO_RULES };
  const changed = new Set([...onlyIn(before, now), ...onlyIn(now, before)].map(({ direction }) => direction));
  const changeIn = (direction: Direction): RulesChange | null =>
    changed.has(direction)
      ? { before: known[direction], now: groupRulesOf(index.sets, inDirection(now, direction)) }
      : null;
  const [egress, ingress] = [changeIn("egress"), changeIn("ingress")];
  if (group === undefined) {
    index.rules.delete(groupId);
    index.groupRules.delete(groupId);
  } else {
    index.rules.set(groupId, now);
    index.groupRules.set(groupId, {
      egress: egress?.now ?? known.egress,
      ingress: ingress?.now ?? known.ingress,
    });
  }
  return { egress, ingress };
}

/** A rule is read once, as long as it is the same record; one that names a list is read anew, since the list may be another. */
function compiledRule({ sets, network, compiled }: ReachIndex, rule: SecurityGroupRule): CompiledRule {
  const known = rule.remote.kind === "prefixList" ? undefined : compiled.get(rule);
  if (known !== undefined) return known;
  const made = compileRule(sets, rule, network.prefixLists);
  compiled.set(rule, made);
  return made;
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
