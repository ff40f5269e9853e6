import type { SecurityGroupId, SecurityGroupRule, SecurityGroupRuleId } from "../../../engine";
import type { Command } from "../../document/command";
import {
  authorizeSecurityGroupRules,
  modifySecurityGroupRule,
  replaceSecurityGroupRule,
} from "../../document/commands/security-group-rule";

export type RuleEdit = Readonly<{
  groupId: SecurityGroupId;
  inForce: SecurityGroupRule | null;
  next: SecurityGroupRule;
  /** The id that `next` gets where EC2 would not let the rule keep its own: another kind of source is another rule. */
  replacementId: SecurityGroupRuleId;
  /** Typing in one field of one row is one undo step; null for a choice, which is a step by itself. */
  mergeKey: string | null;
}>;

/** What brings a row's new rule into force: a new rule, the same rule changed, or one rule in place of another. */
export const ruleCommand = (edit: RuleEdit): Command => {
  const { mergeKey } = edit;
  const command = bareCommand(edit);
  return mergeKey === null ? command : { ...command, mergeKey };
};

const bareCommand = ({ groupId, inForce, next, replacementId }: RuleEdit): Command => {
  if (inForce === null) return authorizeSecurityGroupRules(groupId, [next]);
  if (inForce.remote.kind === next.remote.kind) return modifySecurityGroupRule(groupId, next);
  const replacement = { ...next, securityGroupRuleId: replacementId };
  return replaceSecurityGroupRule(groupId, inForce.securityGroupRuleId, replacement);
};

/** Does this edit give the row's rule another id? */
export const replacesRule = ({ inForce, next }: Pick<RuleEdit, "inForce" | "next">): boolean =>
  inForce !== null && inForce.remote.kind !== next.remote.kind;
