import type { FieldNote } from "./field-notes";

/** A field that is marked as wrong is described by its sentence. */
export const fieldNoteId = (field: FieldNote["field"]): string => `pl-test-note-${field}`;

/** What keeps the fields from being a question. */
export const FieldNotes = ({ notes }: Readonly<{ notes: readonly FieldNote[] }>) => (
  <ul className="pl-test__faults">
    {notes.map(({ field, label, text, isFault }) => (
      <li key={field} id={fieldNoteId(field)} className={isFault ? "pl-test__fault" : ""}>
        {isFault && <span aria-hidden="true">✕</span>}
        <span>
          <strong>{label}:</strong> {text}
        </span>
      </li>
    ))}
  </ul>
);
