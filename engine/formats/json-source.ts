/**
 * Reads the JSON of strangers: any field may be missing or of another type, keys may be named like what every object has,
 * lists may be endless. Fields are read as own properties only; what is of a wrong type is told and left out. A schema of a
 * validation library would refuse a whole record for one odd field.
 */
import { asId, type Id, type IdKind, isIdText } from "../model/id";
import { type Address, type Cidr, type Family, parseAddress, parseCidr } from "../net/cidr";
import type { Notes } from "./import-note";

/** What all sources of an import share: where to tell, how many entries of lists were met, where each id was met first. */
export type Input = Readonly<{ notes: Notes; met: { entries: number }; paths: Map<string, string> }>;

/** A JSON object and where it stands in the input. `isKept`: in some form even where it cannot be read. */
export type Source = Readonly<{ object: object; path: string; input: Input; isKept?: boolean }>;

/** More entries of lists than this are too much: some 100,000 interfaces with all that belongs to them. */
export const MOST_ENTRIES = 5_000_000;

const MOST_TEXT_LETTERS = 1000;

/** A JSON object, or null for anything else. */
export const sourceOf = (value: unknown, path: string, input: Input): Source | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? { object: value, path, input }
    : null;

export const pathTo = ({ path }: Source, key: string): string => (path === "" ? key : `${path}.${key}`);

/** A field's value; undefined where it is missing or null. */
export function fieldOf({ object }: Source, key: string): unknown {
  const value: unknown = Object.getOwnPropertyDescriptor(object, key)?.value;
  return value === null ? undefined : value;
}

type Expected = "text" | "a number" | "true or false" | "an object" | "a list";

function wrong(source: Source, key: string, expected: Expected): void {
  source.input.notes.add("wrongType", pathTo(source, key), { field: key, expected });
}

/** A text without blanks around it, also where a number is written; empty where there is none. */
export function textOf(source: Source, key: string): string {
  const value = fieldOf(source, key);
  if (typeof value === "string") return value.trim().slice(0, MOST_TEXT_LETTERS);
  if (typeof value === "number") return String(value);
  if (value !== undefined) wrong(source, key, "text");
  return "";
}

/** A whole number, also one written as text; null for anything else. */
export function wholeNumber(value: unknown): number | null {
  const read = typeof value === "string" && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : value;
  return typeof read === "number" && Number.isInteger(read) ? read : null;
}

/** A whole number, also where it is written as text; null where there is none. */
export function numberOf(source: Source, key: string): number | null {
  const value = fieldOf(source, key);
  if (value === undefined || value === "") return null;
  const read = wholeNumber(value);
  if (read === null) wrong(source, key, "a number");
  return read;
}

export function flagOf(source: Source, key: string, otherwise: boolean): boolean {
  const value = fieldOf(source, key);
  if (typeof value === "boolean") return value;
  if (value !== undefined) wrong(source, key, "true or false");
  return otherwise;
}

function listOf(source: Source, key: string): readonly unknown[] {
  const value = fieldOf(source, key);
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    wrong(source, key, "a list");
    return [];
  }
  const { met } = source.input;
  met.entries += value.length;
  return met.entries > MOST_ENTRIES ? [] : value;
}

/** A field that holds an object. */
export function objectOf(source: Source, key: string): Source | null {
  const value = fieldOf(source, key);
  const found = sourceOf(value, pathTo(source, key), source.input);
  if (found === null && value !== undefined) wrong(source, key, "an object");
  return found;
}

/** The objects in a list. */
export function objectsOf(source: Source, key: string): readonly Source[] {
  return listOf(source, key).flatMap((value, at) => {
    const entry = `${key}[${at}]`;
    const found = sourceOf(value, pathTo(source, entry), source.input);
    if (found === null) wrong(source, entry, "an object");
    return found ?? [];
  });
}

function usableId<Kind extends IdKind>(source: Source, text: string, key: string): Id<Kind> | null {
  if (isIdText(text)) return asId<Kind>(text);
  source.input.notes.add("badId", pathTo(source, key), { id: text === "" ? "An empty text" : text });
  return null;
}

/** An id; null where it is missing or cannot be one. */
export const idOf = <Kind extends IdKind>(source: Source, key: string): Id<Kind> | null =>
  fieldOf(source, key) === undefined ? null : usableId<Kind>(source, textOf(source, key), key);

/** The ids in a list of objects, each once: `Groups: [{ GroupId }]`. */
export const idsIn = <Kind extends IdKind>(
  source: Source,
  key: string,
  idKey: string,
): readonly Id<Kind>[] => [
  ...new Set(objectsOf(source, key).flatMap((each) => idOf<Kind>(each, idKey) ?? [])),
];

/** The ids in a list of texts, each once. */
export function idsOf<Kind extends IdKind>(source: Source, key: string): readonly Id<Kind>[] {
  const found = listOf(source, key).flatMap((value, at) => {
    const entry = `${key}[${at}]`;
    if (typeof value === "string") return usableId<Kind>(source, value.trim(), entry) ?? [];
    wrong(source, entry, "text");
    return [];
  });
  return [...new Set(found)];
}

/** What becomes of a rule or an entry that cannot be read, as notes about it say. */
export const outcomeOf = ({ isKept }: Source): string =>
  isKept === true ? "is kept, since it denies" : "is left out";

/** A CIDR; null where it is missing or is none. */
export function cidrOfField(source: Source, key: string): Cidr | null {
  const text = textOf(source, key);
  if (text === "") return null;
  const parsed = parseCidr(text);
  if (parsed.ok) return parsed.value;
  source.input.notes.add("badCidr", pathTo(source, key), { text, outcome: outcomeOf(source) });
  return null;
}

/** An address of one family; null where it is missing or is none. */
export function addressOf(source: Source, key: string, family: Family): Address | null {
  const text = textOf(source, key);
  if (text === "") return null;
  const parsed = parseAddress(text);
  if (parsed.ok && parsed.value.family === family) return parsed.value;
  source.input.notes.add("badAddress", pathTo(source, key), { text, family });
  return null;
}

/** The value of the tag `Name`. Network interfaces have their tags in `TagSet`. */
export function nameOf(source: Source): string {
  const tags = [...objectsOf(source, "Tags"), ...objectsOf(source, "TagSet")];
  const tag = tags.find((each) => fieldOf(each, "Key") === "Name");
  return tag === undefined ? "" : textOf(tag, "Value");
}
