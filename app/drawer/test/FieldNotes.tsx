import type { FieldNote } from "./field-notes";

/** Fields that are marked as wrong are described by these sentences. */
export const FIELD_NOTES_ID = "pl-test-notes";

/** What keeps the fields from being a question. */
export const FieldNotes = ({ notes }: Readonly<{ notes: readonly FieldNote[] }>) => (
  <ul className="pl-test__faults" id={FIELD_NOTES_ID} aria-label="To be put right">
    {notes.map(({ field, label, text, isFault }) => (
      <li key={field} className={isFault ? "pl-test__fault" : ""}>
        {isFault && <span aria-hidden="true">✕</span>}
        <span>
          <strong>{label}:</strong> {text}
        </span>
      </li>
    ))}
  </ul>
);
