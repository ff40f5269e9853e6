import type { Refusal } from "../../../engine";
import type { Diagram } from "../../document/diagram";
import { sentenceOf } from "../../document/refusal-sentences";
import type { RowDraft } from "../../document/row-draft";
import type { RowFaults, RowForm, RowTexts } from "./row-form";

/** Something said under a row: at one field, or about the row as a whole. */
export type RowMessage = Readonly<{ field: string; tone: "missing" | "wrong"; text: string }>;

/**
 * One row: a record, a record with text that differs from it, or text that is no record yet. `key` stays the same while a
 * draft becomes a record and while a record gets another key (a renumbered entry).
 */
export type LiveRow<Row, Texts extends RowTexts> = Readonly<{
  key: string;
  record: Row | null;
  draft: RowDraft | null;
  texts: Texts;
}>;

/** The keys of rows by the keys of their records, where they differ. */
export type RowKeys = ReadonlyMap<string, string>;

/** The row that is being typed in stays where it is until it is left, and shows what was typed. */
export type Typing<Texts extends RowTexts> = Readonly<{
  rowKey: string;
  texts: Texts;
  against: string;
  place: number;
  field: string;
  began: Began | null;
}>;

/** What stood in a field when typing in it began, and what editing that record is called; null in a row that was none. */
export type Began = Readonly<{ text: string; label: string }>;

const LAST = Number.POSITIVE_INFINITY;

/** What a record says, to notice that it says something else. */
export const againstOf = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  record: Row | null,
): string => (record === null ? "" : JSON.stringify(form.textsOf(record)));

/** The rows of a form: the records in their order, then the rows that are none yet. */
export const liveRows = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  records: readonly Row[],
  drafts: readonly RowDraft[],
  keys: RowKeys,
  typing: Typing<Texts> | null,
): readonly LiveRow<Row, Texts>[] => {
  const taken = new Set<string>();
  const ofRecords = records.map((record, index) => {
    const recordKey = form.keyOf(record);
    const key = free(keys.get(recordKey) ?? recordKey, taken);
    const against = againstOf(form, record);
    const draft = drafts.find((each) => each.key === recordKey && each.against === against) ?? null;
    const isTyped = draft === null && typing?.rowKey === key && typing.against === against;
    const texts = draft === null ? (isTyped ? typing.texts : form.textsOf(record)) : textsIn(form, draft);
    const place = typing?.rowKey === key ? typing.place : (form.orderOf?.(record) ?? index);
    return { row: { key, record, draft, texts }, place };
  });
  const fresh = drafts
    .filter(({ key, draftId }) => key === null && !taken.has(draftId))
    .map((draft) => ({
      row: { key: draft.draftId, record: null, draft, texts: textsIn(form, draft) },
      place: LAST,
    }));
  return [...ofRecords, ...fresh]
    .sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    .map(({ row }) => row);
};

/** Two rows never share a key, not even after an undo. */
const free = (key: string, taken: Set<string>): string => {
  let own = key;
  while (taken.has(own)) own += "'";
  taken.add(own);
  return own;
};

/** Drafts hold the texts of the form that made them, unless they come from a file that somebody changed. */
const textsIn = <Row, Texts extends RowTexts>(
  { blank }: RowForm<Row, Texts>,
  { texts }: RowDraft,
): Texts => ({
  ...blank,
  ...texts,
});

/** Where a row stands while it is typed in. */
export const placeOf = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  records: readonly Row[],
  record: Row | null,
): number => (record === null ? LAST : (form.orderOf?.(record) ?? records.indexOf(record)));

/** Drafts without those that count no more, and with `next` in place of the row's own. */
export const withDraft = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  records: readonly Row[],
  drafts: readonly RowDraft[],
  draftId: string,
  next: RowDraft | null,
): readonly RowDraft[] => {
  const says = new Map(records.map((record) => [form.keyOf(record), againstOf(form, record)]));
  const counts = ({ key, against }: RowDraft): boolean => key === null || says.get(key) === against;
  const at = drafts.findIndex((draft) => draft.draftId === draftId);
  if (next !== null && at >= 0)
    return drafts
      .map((draft, index) => (index === at ? next : draft))
      .filter((draft) => draft === next || counts(draft));
  const others = drafts.filter((draft) => draft.draftId !== draftId).filter(counts);
  return next === null ? others : [...others, next];
};

/** "Not applied. Still in force: TCP 80". */
const notApplied = (inForce: string | null): string =>
  inForce === null ? "Not applied." : `Not applied. Still in force: ${inForce}`;

/** What is to be said of a row: nothing while its texts are in force. */
export const rowMessages = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  { record, draft, texts }: LiveRow<Row, Texts>,
  diagram: Diagram,
): readonly RowMessage[] => {
  if (draft === null) return [];
  const read = form.read(texts, record);
  if (!read.ok) return faultMessages(form, record, read.error);
  const refusal = refusalOf(form, record, read.value, diagram);
  const inForce = record === null ? null : form.inForceText(record, "row");
  const said = refusal === null ? "" : `${refusal.code}: ${sentenceOf(refusal)} `;
  const field = refusal !== null && KEY_TAKEN.has(refusal.reason) ? (form.wholeField ?? "row") : "row";
  return [{ field, tone: "wrong", text: said + notApplied(inForce) }];
};

/** Another row of the list has this number, block or port already: it is the field with it that is wrong. */
const KEY_TAKEN: ReadonlySet<Refusal["reason"]> = new Set(["aclEntryTaken", "routeTaken", "listenerTwice"]);

const faultMessages = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  record: Row | null,
  faults: RowFaults<Texts>,
): readonly RowMessage[] =>
  Object.entries(faults).flatMap(([field, fault]) => {
    if (fault === undefined) return [];
    const inForce = record === null ? null : form.inForceText(record, field);
    return [{ field, tone: fault.kind, text: `${fault.text}. ${notApplied(inForce)}` }];
  });

/** Asked of the command itself, so that the form says no for the same reasons as everything else. */
const refusalOf = <Row, Texts extends RowTexts>(
  form: RowForm<Row, Texts>,
  record: Row | null,
  next: Row,
  diagram: Diagram,
): Refusal | null => {
  const result = form.put(record, next).run(diagram);
  return result.ok ? null : result.error;
};
