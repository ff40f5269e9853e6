import { asId, type Refusal, type SecurityGroupRule } from "../../../engine";
import type { Diagram } from "../../document/diagram";
import { sentenceOf } from "../../document/refusal-sentences";
import { remoteText } from "./remote-fields";
import type { RuleContext } from "./rule-context";
import {
  EMPTY_FIELDS,
  type FieldErrors,
  fieldsOf,
  inForceText,
  type RuleField,
  type RuleFields,
  readRule,
  samePermission,
  textsOf,
} from "./rule-draft-form";
import { ruleCommand } from "./rule-edit";
import type { RuleRow } from "./rule-rows";
import { trafficText } from "./rule-traffic";

/** Something said under a row: at one field, or about the row as a whole. */
export type RowMessage = Readonly<{ field: RuleField | "row"; tone: "missing" | "wrong"; text: string }>;

/** What a row shows: its texts, and what is to be said of them. `applied` is false while the texts are not in force. */
export type RowView = Readonly<{ fields: RuleFields; messages: readonly RowMessage[]; applied: boolean }>;

const FIELDS: readonly RuleField[] = ["protocol", "ports", "remote", "description"];

/** The texts of a row: what was typed, else what the rule says. */
export const rowFields = ({ rule, draft }: RuleRow, context: RuleContext): RuleFields => {
  if (draft !== null) return textsOf(draft);
  return rule === null ? EMPTY_FIELDS : fieldsOf(rule, context);
};

/** What a row shows of a diagram; `rows` are those of its table, for naming a twin by its number. */
export const rowView = (
  row: RuleRow,
  rows: readonly RuleRow[],
  context: RuleContext,
  diagram: Diagram,
): RowView => {
  const fields = rowFields(row, context);
  if (row.draft === null) return { fields, messages: [], applied: true };
  const read = readRule(row.draft, context);
  const messages = read.ok
    ? refusalMessages(row, read.value, rows, context, diagram)
    : fieldMessages(read.error, row.rule, context);
  return { fields, messages, applied: false };
};

const fieldMessages = (
  errors: FieldErrors,
  rule: SecurityGroupRule | null,
  context: RuleContext,
): readonly RowMessage[] =>
  FIELDS.flatMap((field) => {
    const fault = errors[field];
    if (fault === undefined) return [];
    const inForce = rule === null ? null : inForceText(field, rule, context);
    return [{ field, tone: fault.kind, text: `${fault.text}. ${notApplied(inForce)}` }];
  });

/** "Not applied. Still in force: 10.0.1.0/24". */
const notApplied = (inForce: string | null): string =>
  inForce === null ? "Not applied." : `Not applied. Still in force: ${inForce}`;

const refusalMessages = (
  row: RuleRow,
  next: SecurityGroupRule,
  rows: readonly RuleRow[],
  context: RuleContext,
  diagram: Diagram,
): readonly RowMessage[] => {
  const refusal = refusalOf(row, next, diagram);
  const inForce = row.rule === null ? null : ruleText(row.rule, context);
  const text =
    refusal === null ? notApplied(inForce) : `${refusalText(refusal, next, rows)} ${notApplied(inForce)}`;
  return [{ field: "row", tone: "wrong", text }];
};

/** The id a replacement would get; nothing is kept under it. */
const NOT_YET = asId<"securityGroupRule">("sgr-not-yet");

/** Asked of the command itself, so that the form says no for the same reasons as everything else. */
const refusalOf = (row: RuleRow, next: SecurityGroupRule, diagram: Diagram): Refusal | null => {
  if (row.draft === null) return null;
  const replacementId = NOT_YET;
  const edit = { groupId: row.draft.groupId, inForce: row.rule, next, replacementId, mergeKey: null };
  const result = ruleCommand(edit).run(diagram);
  return result.ok ? null : result.error;
};

const refusalText = (refusal: Refusal, next: SecurityGroupRule, rows: readonly RuleRow[]): string => {
  const twin = rows.findIndex(({ rule }) => rule !== null && samePermission(rule, next));
  if (refusal.code === "InvalidPermission.Duplicate" && twin >= 0)
    return `${refusal.code}: same as rule ${twin + 1}.`;
  return `${refusal.code}: ${sentenceOf(refusal)}`;
};

/** A rule in short: "TCP 22, 203.0.113.0/24". */
const ruleText = (rule: SecurityGroupRule, context: RuleContext): string =>
  `${trafficText([rule.traffic])}, ${remoteText(rule.remote, context)}`;
