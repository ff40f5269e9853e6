import type { Direction, SecurityGroupId, SecurityGroupRuleId } from "../../engine";

/**
 * A row of the rule form that is not, or no longer, what the network holds: typed text as it stands in the fields.
 * `ruleId` names the rule that stays in force meanwhile; null in a row that never was a rule.
 */
export type RuleDraft = Readonly<{
  draftId: string;
  groupId: SecurityGroupId;
  direction: Direction;
  ruleId: SecurityGroupRuleId | null;
  type: string;
  protocol: string;
  ports: string;
  remoteKind: string;
  remote: string;
  description: string;
}>;

/** Drafts by the group whose form they stand in. */
export type RuleDrafts = Readonly<Record<string, readonly RuleDraft[]>>;
