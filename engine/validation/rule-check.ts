import { type Network, recordOf } from "../model/network";
import type { SecurityGroup, SecurityGroupRule } from "../model/security-group";
import { ok, type Result } from "../result";
import { type Refusal, refuse } from "./refusal";
import { canonicalRule } from "./rule-form";
import { ruleKey } from "./rule-key";
import { checkRuleQuota } from "./rule-quota";
import { rulesInUse } from "./rules-in-use";

function checkTwins(
  group: SecurityGroup,
  others: readonly SecurityGroupRule[],
  rules: readonly SecurityGroupRule[],
): Result<void, Refusal> {
  const existing = new Map(others.map((rule) => [ruleKey(rule), rule]));
  const inCall = new Set<string>();
  for (const rule of rules) {
    const key = ruleKey(rule);
    const facts = { group: group.groupName, direction: rule.direction };
    const twin = existing.get(key);
    if (inCall.has(key)) return refuse("ruleTwiceInCall", { ...facts, rule: rule.securityGroupRuleId });
    if (twin !== undefined) return refuse("ruleDuplicate", { ...facts, twin: twin.securityGroupRuleId });
    inCall.add(key);
  }
  return ok(undefined);
}

/**
 * Rules of one call, as EC2 would store them in this group, or why it would refuse the whole call: an invalid rule, the same
 * permission twice in it (InvalidParameterValue) or one that the group has (InvalidPermission.Duplicate), a quota.
 * A rule whose id the group has takes that one's place.
 */
export function checkRules(
  network: Network,
  groupId: string,
  rules: readonly SecurityGroupRule[],
): Result<readonly SecurityGroupRule[], Refusal> {
  const group = recordOf(network.securityGroups, groupId);
  if (group === undefined) return refuse("groupNotFound", { id: groupId });
  const canonical: SecurityGroupRule[] = [];
  for (const rule of rules) {
    const checked = canonicalRule(network, group, rule);
    if (!checked.ok) return checked;
    canonical.push(checked.value);
  }
  const ids = new Set(rules.map((rule) => rule.securityGroupRuleId));
  const others = group.rules.filter((rule) => !ids.has(rule.securityGroupRuleId));
  const twins = checkTwins(group, others, canonical);
  if (!twins.ok) return twins;
  const after = { ...group, rules: [...others, ...canonical] };
  const quota = checkRuleQuota(group, rulesInUse(group, network), rulesInUse(after, network));
  return quota.ok ? ok(canonical) : quota;
}

/** `checkRules` for one rule: what a form asks of a row. */
export function checkRule(
  network: Network,
  groupId: string,
  rule: SecurityGroupRule,
): Result<SecurityGroupRule, Refusal> {
  const checked = checkRules(network, groupId, [rule]);
  return checked.ok ? ok(checked.value[0] ?? rule) : checked;
}

/** A saved rule may change, but not its direction nor the kind of its far end (EC2 User Guide: delete it and add another). */
export function checkRuleChange(
  network: Network,
  groupId: string,
  rule: SecurityGroupRule,
): Result<SecurityGroupRule, Refusal> {
  const saved = recordOf(network.securityGroups, groupId)?.rules.find(
    (each) => each.securityGroupRuleId === rule.securityGroupRuleId,
  );
  if (saved === undefined) return refuse("ruleNotFound", { id: rule.securityGroupRuleId });
  if (saved.direction !== rule.direction) return refuse("ruleDirection", { id: rule.securityGroupRuleId });
  if (saved.remote.kind !== rule.remote.kind)
    return refuse("ruleKindOfRemote", { direction: rule.direction });
  return checkRule(network, groupId, rule);
}
