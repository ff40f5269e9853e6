import type { NameError, QuestionField } from "../../engine";

/** Errors about what a name stands for: they quote the name, so the field is still to be told. */
const ABOUT_NAMES: ReadonlySet<NameError["code"]> = new Set(["unknownName", "ambiguousName", "badAddress"]);

/** What is wrong with a question, and in which field. `written` is how the asker writes a field. */
export const questionFault = (
  { code, field, message }: NameError,
  written: (field: QuestionField) => string,
): string =>
  ABOUT_NAMES.has(code)
    ? `${written(field)}: ${message}`
    : message.replace(`"${field}"`, () => written(field));
