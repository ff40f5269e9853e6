import type { Id, IdKind } from "../../model/id";
import { fieldOf, idOf, type Source, textOf } from "../json-source";

const isTold = (value: unknown): boolean =>
  value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** Two entries about one thing as one: where both tell a field, the first one's counts. */
export function joined(first: Source, second: Source): Source {
  const told = Object.keys(first.object).filter((key) => isTold(fieldOf(first, key)));
  const object = Object.fromEntries([
    ...Object.entries(second.object),
    ...told.map((key) => [key, fieldOf(first, key)] as const),
  ]);
  return { ...first, object };
}

/**
 * Entries by their id. Entries of the same id are one, which is told (`isRepeatOdd`) unless it is to be expected. An entry
 * without an id is none.
 */
export function entriesById<Kind extends IdKind>(
  entries: readonly Source[],
  idKey: string,
  isRepeatOdd = true,
): ReadonlyMap<Id<Kind>, Source> {
  const found = new Map<Id<Kind>, Source>();
  for (const entry of entries) {
    const id = idOf<Kind>(entry, idKey);
    if (id === null) {
      if (fieldOf(entry, idKey) === undefined)
        entry.input.notes.add("missingField", entry.path, { field: idKey });
      continue;
    }
    const before = found.get(id);
    if (before !== undefined && isRepeatOdd) entry.input.notes.add("duplicateId", entry.path, { id });
    if (before === undefined && !entry.input.paths.has(id)) entry.input.paths.set(id, entry.path);
    found.set(id, before === undefined ? entry : joined(before, entry));
  }
  return found;
}

/** Entries by the text of a field. */
export function entriesBy(entries: readonly Source[], key: string): ReadonlyMap<string, readonly Source[]> {
  const found = new Map<string, Source[]>();
  for (const entry of entries) {
    const text = textOf(entry, key);
    const before = found.get(text);
    if (before === undefined) found.set(text, [entry]);
    else before.push(entry);
  }
  return found;
}
