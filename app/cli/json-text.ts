/** Signs that end a line for some readers of lines, though not in JSON. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** JSON on one line, whatever its reader takes for the end of a line. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(
    LINE_ENDS,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
