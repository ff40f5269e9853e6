import { useCallback, useRef } from "react";
import { type Direction, recordOf, type SecurityGroup } from "../../../engine";
import { revokeSecurityGroupRules } from "../../document/commands/security-group-rule";
import { newId } from "../../document/new-id";
import type { RuleDraft } from "../../document/rule-draft";
import { pathlight, usePathlight } from "../../store/store";
import { newDraft } from "./rule-draft-form";
import { neighbour, type RuleRow, ruleRows } from "./rule-rows";
import { type RowFocus, useRowFocus } from "./use-row-focus";

/** The key of the Add rule button, beside those of the rows. */
export const ADD_RULE = "add";

const NO_DRAFTS: readonly RuleDraft[] = [];

export type RuleRows = Readonly<{
  rows: readonly RuleRow[];
  handle: RowFocus["handle"];
  /** A row's rule goes on under another id. The row keeps its key, else the field in use would lose the focus. */
  rename(key: string, ruleId: string): void;
  add(): void;
  remove(key: string): void;
}>;

const removeRow = (group: SecurityGroup, row: RuleRow): void => {
  const { dropDraft, attempt, setHighlightedRules } = pathlight.getState();
  // The pointer leaves a row that goes away without saying so.
  setHighlightedRules([]);
  if (row.draft !== null) dropDraft(group.groupId, row.draft.draftId);
  if (row.rule !== null) attempt(revokeSecurityGroupRules(group.groupId, [row.rule.securityGroupRuleId]));
};

/** The rows of one table of a group, and what can be done with them. */
export const useRuleRows = (group: SecurityGroup, direction: Direction): RuleRows => {
  const { groupId } = group;
  const drafts = usePathlight((state) => state.drafts[groupId] ?? NO_DRAFTS);
  const keys = useRef(new Map<string, string>());
  const { handle, focus } = useRowFocus();
  const rename = useCallback((key: string, ruleId: string): void => {
    if (key !== ruleId) keys.current.set(ruleId, key);
  }, []);
  const add = useCallback((): void => {
    const draft = newDraft(groupId, direction, newId("securityGroupRule"));
    focus(draft.draftId);
    pathlight.getState().setDraft(draft);
  }, [groupId, direction, focus]);
  const remove = useCallback(
    (key: string): void => {
      const { diagram, drafts: all } = pathlight.getState();
      const now = recordOf(diagram.network.securityGroups, groupId);
      const rows = now === undefined ? [] : ruleRows(now, direction, all[groupId] ?? [], keys.current);
      const row = rows.find((each) => each.key === key);
      if (now === undefined || row === undefined) return;
      focus(neighbour(rows, key) ?? ADD_RULE);
      removeRow(now, row);
    },
    [groupId, direction, focus],
  );
  return { rows: ruleRows(group, direction, drafts, keys.current), handle, rename, add, remove };
};
