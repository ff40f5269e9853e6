import { useCallback, useRef, useState } from "react";
import type { RowDraft } from "../../document/row-draft";
import { usePathlight } from "../../store/store";
import { useTyping } from "../fields/use-typing";
import { type RowFocus, useRowFocus } from "../rules/use-row-focus";
import { type LiveRow, liveRows, type Typing } from "./live-rows";
import { editRow, type FieldEdit, keepDraft, removeRow } from "./row-edits";
import type { RowForm, RowTexts } from "./row-form";

/** The key of the Add button, beside those of the rows. */
export const ADD_ROW = "add";

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

/** Stored drafts may be of an earlier visit: their ids are taken. */
const nextDraftId = (rows: readonly LiveRow<unknown, RowTexts>[]): string => {
  const taken = new Set(rows.flatMap(({ key, draft }) => [key, draft?.draftId]));
  let number = rows.length;
  while (taken.has(`new ${number}`)) number += 1;
  return `new ${number}`;
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
      setTyping(editRow(now.current, keys.current, key, change));
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
      const draft: RowDraft = { draftId: nextDraftId(now.current.rows), key: null, against: "", texts };
      focus(draft.draftId);
      keepDraft(now.current, draft.draftId, draft);
    },
    [focus],
  );
  const remove = useCallback((key: string): void => focus(removeRow(now.current, key) ?? ADD_ROW), [focus]);
  return { rows, handle, edit, commit, add, remove };
};
