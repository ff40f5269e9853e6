import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import type { FileError } from "./file-format/file-error";
import { withoutMark } from "./file-format/json-text";

const STRICT = { disallowComments: true, allowTrailingComma: false };

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: "this word is not allowed here",
  InvalidNumberFormat: "this is not a number",
  PropertyNameExpected: "a property name in double quotes is missing",
  ValueExpected: "a value is missing",
  ColonExpected: "a colon is missing",
  CommaExpected: "a comma is missing",
  CloseBraceExpected: "a closing brace } is missing",
  CloseBracketExpected: "a closing bracket ] is missing",
  EndOfFileExpected: "the file should end here",
  InvalidCommentToken: "comments are not allowed",
  UnexpectedEndOfString: "this text has no closing quote",
  InvalidUnicode: "this \\u is not followed by four hex digits",
  InvalidEscapeCharacter: "this character cannot follow a backslash",
  InvalidCharacter: "this character must be written as an escape",
};

const lineAndColumn = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split("\n");
  return `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
};

/**
 * Where a text stops being JSON, by line and column; null if it is JSON. Browsers say it differently, or not at all, so a
 * library reads the text again. By itself, because it is only needed for damaged files.
 */
export const jsonFault = (text: string): FileError | null => {
  const plain = withoutMark(text);
  const errors: ParseError[] = [];
  parse(plain, errors, STRICT);
  const [first] = errors;
  if (first === undefined) return null;
  const words = WORDS[printParseErrorCode(first.error)] ?? "this is not JSON";
  return { path: lineAndColumn(plain, first.offset), message: `${words}.` };
};
