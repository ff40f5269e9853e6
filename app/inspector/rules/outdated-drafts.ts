import { recordOf, type SecurityGroupRule } from "../../../engine";
import type { Diagram } from "../../document/diagram";
import type { RuleDraft, RuleDrafts } from "../../document/rule-draft";

const ruleOf = (diagram: Diagram, draft: RuleDraft): SecurityGroupRule | undefined =>
  recordOf(diagram.network.securityGroups, draft.groupId)?.rules.find(
    (rule) => rule.securityGroupRuleId === draft.ruleId,
  );

/**
 * The drafts whose rule is another one than it was, or has gone: what was typed was typed against something else, and the
 * row shows the rule again. So undo shows the undone value, also in the field that has the focus.
 */
export const outdatedDrafts = (before: Diagram, after: Diagram, drafts: RuleDrafts): readonly RuleDraft[] => {
  if (before.network.securityGroups === after.network.securityGroups) return [];
  return Object.values(drafts)
    .flat()
    .filter((draft) => ruleOf(before, draft) !== ruleOf(after, draft));
};
