import type * as v from "valibot";
import type { FileError } from "./file-error";

export const UNKNOWN_FIELD = "is not a field of this file's version";

type Issue = v.BaseIssue<unknown>;

/** `securityGroups[2].rules[0].remote.cidrIpv4`. */
const pathOf = ({ path }: Issue): string =>
  (path ?? []).reduce((text, { key }) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");

const shown = (input: unknown): string => {
  const text = JSON.stringify(input) ?? "nothing";
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const expectedWords = (expected: string | null): string =>
  (expected ?? "")
    .replaceAll(/[()]/gu, "")
    .replaceAll(" | ", " or ")
    .replaceAll("Array", "a list")
    .replaceAll("Object", "an object")
    .replaceAll(/\bstring\b/gu, "text in quotes")
    .replaceAll(/\bnumber\b/gu, "a number")
    .replaceAll(/\bboolean\b/gu, "true or false");

/** The library's default messages name its own types; a message of ours stands as it is. */
const messageOf = (issue: Issue): string => {
  if (issue.kind !== "schema") return issue.message;
  if (issue.expected === "never") return UNKNOWN_FIELD;
  if (issue.received === "undefined" && issue.input === undefined) return "is missing";
  return `should be ${expectedWords(issue.expected)}, not ${shown(issue.input)}`;
};

/** Where the file is wrong, and how. */
export const errorOf = (issue: Issue): FileError => ({ path: pathOf(issue), message: messageOf(issue) });
