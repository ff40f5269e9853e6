import {
  refuse,
  type SecurityGroupId,
  type SecurityGroupRule,
  type SecurityGroupRuleId,
} from "../../../engine";
import { type Command, commandOf } from "../command";

const soon = (label: string, mergeKey?: string): Command =>
  commandOf(label, () => refuse("groupNotFound"), mergeKey);

export const authorizeSecurityGroupRules = (
  id: SecurityGroupId,
  rules: readonly SecurityGroupRule[],
): Command => soon(`Add ${rules.length} rules to ${id}`);

/** The rule with the same id becomes this; it keeps its direction and the kind of its far end. */
export const modifySecurityGroupRule = (
  id: SecurityGroupId,
  rule: SecurityGroupRule,
  mergeKey?: string,
): Command => soon(`Edit rule of ${id} ${rule.description}`, mergeKey);

/** Revokes one rule and authorizes another (with a new id) in its row: the kind of its far end changed. */
export const replaceSecurityGroupRule = (
  id: SecurityGroupId,
  oldRuleId: SecurityGroupRuleId,
  rule: SecurityGroupRule,
  mergeKey?: string,
): Command => soon(`Edit rule of ${id} ${oldRuleId} ${rule.description}`, mergeKey);

export const revokeSecurityGroupRules = (
  id: SecurityGroupId,
  ruleIds: readonly SecurityGroupRuleId[],
): Command => soon(`Delete ${ruleIds.length} rules from ${id}`);
