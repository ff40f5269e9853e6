import { useCallback, useRef, useState } from "react";
import type { RowDraft } from "../../store/row-draft";
import { pathlight, usePathlight } from "../../store/store";
import { useTyping } from "../fields/use-typing";
import { type RowFocus, useRowFocus } from "../rules/use-row-focus";
import { againstOf, type LiveRow, liveRows, placeOf, type Typing, withDraft } from "./live-rows";
import type { RowForm, RowTexts } from "./row-form";

/** The key of the Add button, beside those of the rows. */
export const ADD_ROW = "add";

/** A change in one field. `typed` tells a keystroke, which merges with the next one, from a choice, which is a step. */
export type FieldEdit<Texts extends RowTexts> = Readonly<{
  field: keyof Texts & string;
  patch: Partial<Texts>;
  typed: boolean;
}>;

export type LiveRows<Row, Texts extends RowTexts> = Readonly<{
  rows: readonly LiveRow<Row, Texts>[];
  handle: RowFocus["handle"];
  edit(key: string, change: FieldEdit<Texts>): void;
  /** Blur or Enter: the records' own texts are shown again, and the edit is told. */
  commit(): void;
  add(texts: Texts): void;
  remove(key: string): void;
}>;

const NO_DRAFTS: readonly RowDraft[] = [];

let lastDraft = 0;
const nextDraftId = (): string => {
  lastDraft += 1;
  return `new ${lastDraft}`;
};

/** Rows edited live: valid text is dispatched at once, other text is kept as a draft. */
export const useLiveRows = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  records: readonly Row[],
): LiveRows<Row, Texts> => {
  const drafts = usePathlight(({ rowDrafts }) => rowDrafts[form.id] ?? NO_DRAFTS);
  const [typing, setTyping] = useState<Typing<Texts> | null>(null);
  const keys = useRef(new Map<string, string>());
  const told = useTyping();
  const { handle, focus } = useRowFocus();
  const rows = liveRows(form, records, drafts, keys.current, typing);
  const now = useRef({ form, records, rows, typing });
  now.current = { form, records, rows, typing };

  const edit = useCallback(
    (key: string, change: FieldEdit<Texts>): void => {
      setTyping(edited(now.current, keys.current, key, change));
      if (change.typed) told.went();
    },
    [told],
  );
  const commit = useCallback((): void => {
    setTyping(null);
    told.ended();
  }, [told]);
  const add = useCallback(
    (texts: Texts): void => {
      const draft: RowDraft = { draftId: nextDraftId(), key: null, against: "", texts };
      focus(draft.draftId);
      keepDraft(now.current, draft.draftId, draft);
    },
    [focus],
  );
  const remove = useCallback((key: string): void => focus(removed(now.current, key)), [focus]);
  return { rows, handle, edit, commit, add, remove };
};

type Table<Row, Texts extends RowTexts> = Readonly<{ form: RowForm<Row, Texts>; records: readonly Row[] }>;

const keepDraft = <Row, Texts extends RowTexts>(
  { form, records }: Table<Row, Texts>,
  draftId: string,
  draft: RowDraft | null,
): void => {
  const { rowDrafts, setRowDrafts } = pathlight.getState();
  setRowDrafts(form.id, withDraft(form, records, rowDrafts[form.id] ?? NO_DRAFTS, draftId, draft));
};

type Shown<Row, Texts extends RowTexts> = Table<Row, Texts> &
  Readonly<{ rows: readonly LiveRow<Row, Texts>[]; typing: Typing<Texts> | null }>;

/** Takes a row away, and answers which one takes the focus: the next, else the one before, else the Add button. */
const removed = <Row, Texts extends RowTexts>(table: Shown<Row, Texts>, key: string): string => {
  const { form, rows } = table;
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (row === undefined) return ADD_ROW;
  keepDraft(table, row.draft?.draftId ?? key, null);
  if (row.record !== null) pathlight.getState().attempt(form.remove(row.record));
  return (rows[at + 1] ?? rows[at - 1])?.key ?? ADD_ROW;
};

/** Applies a change in one field. Answers what is being typed then; null after a choice, which is complete at once. */
const edited = <Row, Texts extends RowTexts>(
  table: Shown<Row, Texts>,
  keys: Map<string, string>,
  key: string,
  change: FieldEdit<Texts>,
): Typing<Texts> | null => {
  const row = table.rows.find((each) => each.key === key);
  if (row === undefined) return null;
  const texts = { ...row.texts, ...change.patch };
  const against = putInForce({ ...table, row, texts }, change, keys);
  const { typing, form, records } = table;
  const place = typing?.rowKey === key ? typing.place : placeOf(form, records, row.record);
  return change.typed ? { rowKey: key, texts, against: against ?? "", place } : null;
};

type Put<Row, Texts extends RowTexts> = Table<Row, Texts> &
  Readonly<{ row: LiveRow<Row, Texts>; texts: Texts }>;

/** Dispatches a row's texts, or keeps them as a draft. Answers what is in force then, null where the texts are not. */
const putInForce = <Row, Texts extends RowTexts>(
  { form, records, row, texts }: Put<Row, Texts>,
  change: FieldEdit<Texts>,
  keys: Map<string, string>,
): string | null => {
  const { record } = row;
  const draftId = row.draft?.draftId ?? row.key;
  const read = form.read(texts, record);
  const next = read.ok ? read.value : null;
  const isSame = next !== null && record !== null && againstOf(form, next) === againstOf(form, record);
  if (next !== null && (isSame || isDispatched(form, row, next, change, keys))) {
    keepDraft({ form, records }, draftId, null);
    return againstOf(form, next);
  }
  const key = record === null ? null : form.keyOf(record);
  keepDraft({ form, records }, draftId, { draftId, key, against: againstOf(form, record), texts });
  return null;
};

const isDispatched = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  row: LiveRow<Row, Texts>,
  next: Row,
  { typed, field }: FieldEdit<Texts>,
  keys: Map<string, string>,
): boolean => {
  const command = form.put(row.record, next);
  keys.set(form.keyOf(next), row.key);
  const mergeKey = `${form.id} ${row.key} ${field}`;
  return pathlight.getState().dispatch(typed ? { ...command, mergeKey } : command).ok;
};
