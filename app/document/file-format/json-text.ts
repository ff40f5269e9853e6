import { ok, type Result } from "../../../engine";
import { type FileError, fileError } from "./file-error";

/** The text without the mark that some editors put first. */
export const withoutMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

/** Reads JSON. Where in the text a fault is, `jsonFault` tells. */
export const parseJson = (text: string): Result<unknown, FileError> => {
  try {
    return ok(JSON.parse(withoutMark(text)));
  } catch {
    return fileError("", "this is not JSON.");
  }
};
