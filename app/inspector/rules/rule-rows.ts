import type { Direction, SecurityGroup, SecurityGroupRule } from "../../../engine";
import type { RuleDraft } from "../../document/rule-draft";

/**
 * One row of the rule table: a rule, a rule with text that differs from it, or text that is no rule yet.
 * `key` stays the same while a draft becomes a rule, and while a rule is replaced by one with another kind of source.
 */
export type RuleRow = Readonly<{
  key: string;
  rule: SecurityGroupRule | null;
  draft: RuleDraft | null;
}>;

/** The keys of rows whose rule was replaced by one with another id. */
export type RowKeys = ReadonlyMap<string, string>;

/** The rows of one table: the group's rules in their order, then the new ones. Drafts of rules that have gone are left out. */
export const ruleRows = (
  group: SecurityGroup,
  direction: Direction,
  drafts: readonly RuleDraft[],
  keys: RowKeys = new Map(),
): readonly RuleRow[] => {
  const rules = group.rules.filter((rule) => rule.direction === direction);
  const ids = new Set<string>(group.rules.map((rule) => rule.securityGroupRuleId));
  const ofRules = rules.map((rule) => ({
    key: keys.get(rule.securityGroupRuleId) ?? rule.securityGroupRuleId,
    rule,
    draft: drafts.find((draft) => draft.ruleId === rule.securityGroupRuleId) ?? null,
  }));
  const fresh = drafts
    .filter((draft) => draft.ruleId === null && draft.direction === direction && !ids.has(draft.draftId))
    .map((draft) => ({ key: draft.draftId, rule: null, draft }));
  return [...ofRules, ...fresh];
};

/** Which row takes the focus when the row with this key is removed: the next, else the one before, else none. */
export const neighbour = (rows: readonly RuleRow[], key: string): string | null => {
  const index = rows.findIndex((row) => row.key === key);
  return (rows[index + 1] ?? rows[index - 1])?.key ?? null;
};
