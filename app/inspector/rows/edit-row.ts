import type { LiveRow, RowMessage } from "./live-rows";
import type { RowTexts } from "./row-form";

/** The class of an editable row: its own, and the marks of a draft and of what another view points at. */
export const rowClass = (own: string, { draft }: LiveRow<unknown, RowTexts>, isMarked: boolean): string => {
  const marks = [draft !== null && "pl-editrow--draft", isMarked && "pl-editrow--marked"];
  return ["pl-editrow", own, ...marks.filter((mark) => mark !== false)].join(" ");
};

type Shown = Readonly<{
  row: LiveRow<unknown, RowTexts>;
  messages: readonly RowMessage[];
  /** Counted from 1, in tables that name their rows so. */
  number?: number;
  isMarked: boolean;
  edit: unknown;
}>;

/** Whether a row looks the same: typing in one row draws only that row again. */
export const isSameRow = (before: Shown, after: Shown): boolean =>
  before.row.record === after.row.record &&
  before.row.draft === after.row.draft &&
  before.row.key === after.row.key &&
  before.number === after.number &&
  before.isMarked === after.isMarked &&
  before.edit === after.edit &&
  JSON.stringify([before.row.texts, before.messages]) === JSON.stringify([after.row.texts, after.messages]);
