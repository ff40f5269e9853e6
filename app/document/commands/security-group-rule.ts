import {
  checkRuleChange,
  checkRules,
  type Direction,
  type Network,
  ok,
  type Refusal,
  type Result,
  recordOf,
  refuse,
  type SecurityGroup,
  type SecurityGroupId,
  type SecurityGroupRule,
  type SecurityGroupRuleId,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { nameOf } from "../find";
import { findGroup, withGroup } from "../records";

type GroupChange = (group: SecurityGroup, network: Network) => Result<readonly SecurityGroupRule[], Refusal>;

/** A command that changes the rules of one group and nothing else. */
const rulesCommand = (
  id: SecurityGroupId,
  verb: (network: Network) => string,
  change: GroupChange,
  mergeKey?: string,
): Command =>
  networkCommand(
    (network) => `${verb(network)} ${nameOf(network, id)}`,
    (network) => {
      const group = findGroup(network, id);
      if (!group.ok) return group;
      const rules = change(group.value, network);
      return rules.ok ? ok(withGroup(network, { ...group.value, rules: rules.value })) : rules;
    },
    mergeKey,
  );

const rulesText = (count: number, direction: Direction | undefined): string => {
  const outbound = direction === "egress" ? "outbound " : "";
  return count === 1 ? `${outbound}rule` : `${count} ${outbound}rules`;
};

const holds = (group: SecurityGroup, ruleId: SecurityGroupRuleId): boolean =>
  group.rules.some((rule) => rule.securityGroupRuleId === ruleId);

/**
 * Adds rules in one call: all of them or, when one is refused, none (API Reference, AuthorizeSecurityGroupIngress and
 * AuthorizeSecurityGroupEgress).
 */
export const authorizeSecurityGroupRules = (
  id: SecurityGroupId,
  rules: readonly SecurityGroupRule[],
): Command =>
  rulesCommand(
    id,
    () => `Add ${rulesText(rules.length, rules[0]?.direction)} to`,
    (group, network) => {
      const taken = rules.find((rule) => holds(group, rule.securityGroupRuleId));
      if (taken !== undefined) return refuse("idTaken", { id: taken.securityGroupRuleId });
      const checked = checkRules(network, id, rules);
      return checked.ok ? ok([...group.rules, ...checked.value]) : checked;
    },
  );

/**
 * The rule with the same id becomes this one; direction and the kind of its far end stay (API Reference,
 * ModifySecurityGroupRules).
 */
export const modifySecurityGroupRule = (
  id: SecurityGroupId,
  rule: SecurityGroupRule,
  mergeKey?: string,
): Command =>
  rulesCommand(
    id,
    () => `Edit ${rulesText(1, rule.direction)} of`,
    (group, network) => {
      const checked = checkRuleChange(network, id, rule);
      return checked.ok ? ok(replaced(group, rule.securityGroupRuleId, checked.value)) : checked;
    },
    mergeKey,
  );

const replaced = (
  group: SecurityGroup,
  ruleId: SecurityGroupRuleId,
  rule: SecurityGroupRule,
): readonly SecurityGroupRule[] =>
  group.rules.map((each) => (each.securityGroupRuleId === ruleId ? rule : each));

/** Revokes one rule and authorizes another (with a new id) in its row, as one step: the kind of its far end changed. */
export const replaceSecurityGroupRule = (
  id: SecurityGroupId,
  oldRuleId: SecurityGroupRuleId,
  rule: SecurityGroupRule,
  mergeKey?: string,
): Command =>
  rulesCommand(
    id,
    () => `Edit ${rulesText(1, rule.direction)} of`,
    (group, network) => {
      if (!holds(group, oldRuleId)) return refuse("ruleNotFound", { id: oldRuleId });
      if (holds(group, rule.securityGroupRuleId)) return refuse("idTaken", { id: rule.securityGroupRuleId });
      const without = {
        ...group,
        rules: group.rules.filter((each) => each.securityGroupRuleId !== oldRuleId),
      };
      const checked = checkRules(withGroup(network, without), id, [rule]);
      return checked.ok ? ok(replaced(group, oldRuleId, checked.value[0] ?? rule)) : checked;
    },
    mergeKey,
  );

export const revokeSecurityGroupRules = (
  id: SecurityGroupId,
  ruleIds: readonly SecurityGroupRuleId[],
): Command =>
  rulesCommand(
    id,
    (network) => {
      const first = recordOf(network.securityGroups, id)?.rules.find((rule) =>
        ruleIds.includes(rule.securityGroupRuleId),
      );
      return `Delete ${rulesText(ruleIds.length, first?.direction)} from`;
    },
    (group) => {
      const missing = ruleIds.find((ruleId) => !holds(group, ruleId));
      if (missing !== undefined) return refuse("ruleNotFound", { id: missing });
      return ok(group.rules.filter((rule) => !ruleIds.includes(rule.securityGroupRuleId)));
    },
  );
