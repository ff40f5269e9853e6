import type { Command } from "../../document/command";
import type { RowDraft } from "../../document/row-draft";
import { pathlight } from "../../store/store";
import { againstOf, type Began, type LiveRow, placeOf, type Typing, withDraft } from "./live-rows";
import type { RowForm, RowTexts } from "./row-form";

/** A change in one field. `typed` tells a keystroke, which merges with the next one, from a choice, which is a step. */
export type FieldEdit<Texts extends RowTexts> = Readonly<{
  field: keyof Texts & string;
  patch: Partial<Texts>;
  typed: boolean;
}>;

export type Table<Row, Texts extends RowTexts> = Readonly<{
  form: RowForm<Row, Texts>;
  records: readonly Row[];
}>;

/** A form as it is on the screen. */
export type ShownTable<Row, Texts extends RowTexts> = Table<Row, Texts> &
  Readonly<{ rows: readonly LiveRow<Row, Texts>[]; typing: Typing<Texts> | null }>;

/** Keeps a row's text beside the design; null: none any more. */
export const keepDraft = <Row, Texts extends RowTexts>(
  { form, records }: Table<Row, Texts>,
  draftId: string,
  draft: RowDraft | null,
): void => {
  const { rowDrafts, setRowDrafts } = pathlight.getState();
  setRowDrafts(form.id, withDraft(form, records, rowDrafts[form.id] ?? [], draftId, draft));
};

/** Takes a row away, and answers which one takes the focus: the next, else the one before, else none. */
export const removeRow = <Row, Texts extends RowTexts>(
  table: ShownTable<Row, Texts>,
  key: string,
): string | null => {
  const { form, rows } = table;
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (row === undefined) return null;
  keepDraft(table, row.draft?.draftId ?? key, null);
  if (row.record !== null) pathlight.getState().attempt(form.remove(row.record));
  return (rows[at + 1] ?? rows[at - 1])?.key ?? null;
};

/**
 * Applies a change in one field: valid text is dispatched, other text kept as a draft. Answers what is being typed then;
 * null after a choice, which is complete at once. `keys` learns under which key the row goes on.
 */
export const editRow = <Row, Texts extends RowTexts>(
  table: ShownTable<Row, Texts>,
  keys: Map<string, string>,
  key: string,
  change: FieldEdit<Texts>,
): Typing<Texts> | null => {
  const row = table.rows.find((each) => each.key === key);
  if (row === undefined) return null;
  const { typing, form, records } = table;
  const going = typing?.rowKey === key ? typing : null;
  const began = going?.field === change.field ? going.began : beganAt(form, row.record, change.field);
  const texts = { ...row.texts, ...change.patch };
  const against = putInForce({ form, records, row, texts, change, keys, began });
  const place = going?.place ?? placeOf(form, records, row.record);
  return change.typed
    ? { rowKey: key, texts, against: against ?? "", place, field: change.field, began }
    : null;
};

const beganAt = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  record: Row | null,
  field: keyof Texts,
): Began | null => {
  const text = record === null ? undefined : form.textsOf(record)[field];
  if (record === null || text === undefined) return null;
  return { text, label: form.put(record, record).label(pathlight.getState().diagram) };
};

type Put<Row, Texts extends RowTexts> = Table<Row, Texts> &
  Readonly<{
    row: LiveRow<Row, Texts>;
    texts: Texts;
    change: FieldEdit<Texts>;
    keys: Map<string, string>;
    began: Began | null;
  }>;

/** Dispatches a row's texts, or keeps them as a draft. Answers what is in force then, null where the texts are not. */
const putInForce = <Row, Texts extends RowTexts>(put: Put<Row, Texts>): string | null => {
  const { form, row, texts } = put;
  const draftId = row.draft?.draftId ?? row.key;
  const read = form.read(texts, row.record);
  if (read.ok && (isSame(form, read.value, row.record) || isDispatched(put, read.value))) {
    keepDraft(put, draftId, null);
    return againstOf(form, read.value);
  }
  const inForce = restored(put);
  const key = inForce === null ? null : form.keyOf(inForce);
  keepDraft(put, draftId, { draftId, key, against: againstOf(form, inForce), texts });
  return null;
};

const isSame = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  next: Row,
  record: Row | null,
): boolean => record !== null && againstOf(form, next) === againstOf(form, record);

/**
 * What stays in force while the text of a field is not: the record as it is; but a number half typed ("10" on the way from
 * 105 to 100) gives way to the one that was there, or to none where it made the record.
 */
const restored = <Row, Texts extends RowTexts>(put: Put<Row, Texts>): Row | null => {
  const { form, row, change, began } = put;
  const { record } = row;
  if (record === null || form.wholeField !== change.field) return record;
  if (began === null)
    return pathlight.getState().dispatch(typedStep(put, form.remove(record))).ok ? null : record;
  const read = form.read({ ...form.textsOf(record), [change.field]: began.text }, record);
  if (!read.ok || isSame(form, read.value, record)) return record;
  return isDispatched(put, read.value) ? read.value : record;
};

const isDispatched = <Row, Texts extends RowTexts>(put: Put<Row, Texts>, next: Row): boolean => {
  const { form, row, change, keys } = put;
  const command = form.put(row.record, next);
  const nextKey = form.keyOf(next);
  const known = keys.get(nextKey) ?? nextKey;
  // Before the design changes, so that the row is the same row as soon as it is drawn again.
  keys.set(nextKey, row.key);
  const isTaken = pathlight.getState().dispatch(change.typed ? typedStep(put, command) : command).ok;
  if (!isTaken) keys.set(nextKey, known);
  return isTaken;
};

/** One undo step for all keystrokes in a field, called after the record as it was before the first of them. */
const typedStep = <Row, Texts extends RowTexts>(
  { form, row, change, began }: Put<Row, Texts>,
  command: Command,
): Command => {
  const mergeKey = `${form.id} ${row.key} ${change.field}`;
  return began === null ? { ...command, mergeKey } : { ...command, mergeKey, label: () => began.label };
};
