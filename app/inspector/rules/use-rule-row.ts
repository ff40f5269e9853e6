import { useState } from "react";
import { type Direction, recordOf, type SecurityGroup, type SecurityGroupRule } from "../../../engine";
import { newId } from "../../document/new-id";
import type { RuleDraft } from "../../document/rule-draft";
import { pathlight } from "../../store/store";
import { useTyping } from "../fields/use-typing";
import type { RuleContext } from "./rule-context";
import { draftOf, type RuleField, type RuleFields, readRule, sameRule } from "./rule-draft-form";
import { replacesRule, ruleCommand } from "./rule-edit";
import type { RuleRow } from "./rule-rows";

/** A change in one field. `typed` tells a keystroke, which merges with the next one, from a choice, which is a step. */
export type FieldEdit = Readonly<{ field: RuleField | "type"; patch: Partial<RuleFields>; typed: boolean }>;

export type RuleRowEditing = Readonly<{
  /** What stands in the fields though the rule says it otherwise ("10.0.1.5/16" for 10.0.0.0/16); null when nothing does. */
  typed: RuleFields | null;
  edit(change: FieldEdit): void;
  /** Blur or Enter: the rule's own texts are shown again, and the edit is told. */
  commit(): void;
}>;

/** `rename` is told when the rule goes on under another id, so that the row stays the same row. */
type Table = Readonly<{ group: SecurityGroup; rename(key: string, ruleId: string): void }>;

/** Text that was applied, and the rule it was applied as; another rule there (undo) means that the text is no longer true. */
type Applied = Readonly<{ fields: RuleFields; rule: SecurityGroupRule }>;

/** What the texts of a group's rules are read against now. */
export const ruleContext = (
  { groupId, vpcId }: SecurityGroup,
  direction: Direction,
  inForce: SecurityGroupRule | null,
): RuleContext => {
  const { diagram, preferences } = pathlight.getState();
  return { network: diagram.network, vpcId, groupId, direction, myIp: preferences.myIp, inForce };
};

const ruleNow = (group: SecurityGroup, ruleId: string): SecurityGroupRule | undefined =>
  recordOf(pathlight.getState().diagram.network.securityGroups, group.groupId)?.rules.find(
    (rule) => rule.securityGroupRuleId === ruleId,
  );

/**
 * Brings a row into force and drops its draft. Answers the rule as it is then, or null where it was refused or already in
 * force.
 */
const apply = (row: RuleRow, next: SecurityGroupRule, mergeKey: string | null, table: Table) => {
  const { group } = table;
  const replacementId = newId("securityGroupRule");
  const edit = { groupId: group.groupId, inForce: row.rule, next, replacementId, mergeKey };
  const ruleId = replacesRule(edit) ? replacementId : next.securityGroupRuleId;
  table.rename(row.key, ruleId);
  const result = pathlight.getState().dispatch(ruleCommand(edit));
  return result.ok ? (ruleNow(group, ruleId) ?? null) : null;
};

const draftIn = (row: RuleRow, fields: RuleFields, table: Table, direction: RuleDraft["direction"]) =>
  draftOf(fields, {
    draftId: row.draft?.draftId ?? row.key,
    groupId: table.group.groupId,
    direction,
    ruleId: row.rule?.securityGroupRuleId ?? null,
  });

/** Typing in a row: valid text is dispatched at once, other text is kept as a draft. */
export const useRuleRow = (
  row: RuleRow,
  fields: RuleFields,
  direction: RuleDraft["direction"],
  table: Table,
): RuleRowEditing => {
  const [applied, setApplied] = useState<Applied | null>(null);
  const typing = useTyping();
  const typed = applied !== null && applied.rule === row.rule && row.draft === null ? applied.fields : null;

  const edit = ({ field, patch, typed: isTyped }: FieldEdit): void => {
    const next = { ...(typed ?? fields), ...patch };
    const draft = draftIn(row, next, table, direction);
    const { setDraft, dropDraft } = pathlight.getState();
    const read = readRule(draft, ruleContext(table.group, direction, row.rule));
    const rule = read.ok ? ruleFor(read.value, isTyped ? `${row.key} ${field}` : null) : null;
    if (rule === null) setDraft(draft);
    else dropDraft(table.group.groupId, draft.draftId);
    setApplied(rule === null || !isTyped ? null : { fields: next, rule });
    if (isTyped) typing.went();
  };

  const ruleFor = (next: SecurityGroupRule, mergeKey: string | null): SecurityGroupRule | null =>
    row.rule !== null && sameRule(row.rule, next) ? row.rule : apply(row, next, mergeKey, table);

  const commit = (): void => {
    setApplied(null);
    typing.ended();
  };
  return { typed, edit, commit };
};
