/**
 * A row of a form (a network ACL's entries, a table's routes) whose text is not in force. `key` names the record that stays
 * in force meanwhile, null in a row that never was one; `against` is what that record said when the text was typed: once it
 * says something else (undo), the draft counts no more.
 */
export type RowDraft = Readonly<{
  draftId: string;
  key: string | null;
  against: string;
  texts: Readonly<Record<string, string>>;
}>;

/** Drafts by the form they stand in. */
export type RowDrafts = Readonly<Record<string, readonly RowDraft[]>>;
