import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { ok, type Result } from "../../../engine";
import { type FileError, fileError } from "./file-error";

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

/** Browsers say differently, or not at all, where JSON goes wrong: the library reads it again and says. */
const syntaxError = (text: string): Result<never, FileError> => {
  const errors: ParseError[] = [];
  parse(text, errors, STRICT);
  const first = errors[0];
  const at = lineAndColumn(text, first?.offset ?? text.length);
  const words = first === undefined ? undefined : WORDS[printParseErrorCode(first.error)];
  return fileError(at, `${words ?? "this is not JSON"}.`);
};

/** Reads JSON; a syntax error tells line and column. */
export const parseJson = (text: string): Result<unknown, FileError> => {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return ok(JSON.parse(plain));
  } catch {
    return syntaxError(plain);
  }
};
