import type { Result } from "../../../engine";
import type { Command } from "../../document/command";
import type { Fault } from "../rules/fault";

/** The texts of one row, by field. */
export type RowTexts = Readonly<Record<string, string>>;

/** What is wrong, by the field to say it at. Never empty where it stands for a failure. */
export type RowFaults<Texts extends RowTexts> = Readonly<Partial<Record<keyof Texts, Fault>>>;

/** How records are shown as rows of texts, and how texts become records again. */
export type RowForm<Row, Texts extends RowTexts> = Readonly<{
  /** The form's place in the store, and the beginning of its merge keys. */
  id: string;
  /** What a record is known by in its list: another one means another key. */
  keyOf(record: Row): string;
  textsOf(record: Row): Texts;
  /** A new row's texts: they stand in for fields that a stored draft lacks. */
  blank: Texts;
  /** The record that the texts say, or what is wrong with them. `inForce` is the record that the row edits. */
  read(texts: Texts, inForce: Row | null): Result<Row, RowFaults<Texts>>;
  /** Brings a record into force, in place of the one that is, or beside the others. */
  put(inForce: Row | null, next: Row): Command;
  remove(record: Row): Command;
  /** What is in force where a field's text is not, for "Still in force: …". */
  inForceText(record: Row, field: keyof Texts | "row"): string;
  /** The field that holds the key: half-typed text in it does not stay in force once what it becomes is refused. */
  wholeField?: keyof Texts & string;
  /** Rows stand in this order; without it in that of the list. */
  orderOf?(record: Row): number;
}>;
