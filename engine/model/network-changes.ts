import { type Network, recordOf, TABLE_NAMES, type TableName } from "./network";

/** The records that are other objects than last time, table by table; `null` says that a record is gone. */
export type NetworkChanges = Readonly<{
  [T in TableName]?: Readonly<Record<string, Network[T][keyof Network[T]] | null>>;
}>;

type Records = Readonly<Record<string, unknown>>;

/**
 * What differs between two networks, found by identity: a record that is another object is a changed one, and tables that
 * are the same object are not looked into. So it costs what was touched.
 */
export function changesBetween(before: Network, after: Network): NetworkChanges {
  const tables = TABLE_NAMES.map((name) => [name, tableChanges(before[name], after[name])] as const);
  return Object.fromEntries(
    tables.filter(([, changed]) => Object.keys(changed).length > 0),
  ) as NetworkChanges;
}

function tableChanges(before: Records, after: Records): Record<string, unknown> {
  if (before === after) return {};
  const changed: Record<string, unknown> = {};
  for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) changed[id] = null;
  for (const id of Object.keys(after)) if (after[id] !== before[id]) changed[id] = after[id];
  return changed;
}

/** The records that a change replaced or took away, by table and id; `undefined` for new ones. */
export type Replaced = Readonly<{
  [T in TableName]: ReadonlyMap<string, Network[T][keyof Network[T]] | undefined>;
}>;

/** Tables that may be large are changed in place; the others are replaced, so that what was read from them keeps them. */
const CHANGED_IN_PLACE: ReadonlySet<TableName> = new Set([
  "networkInterfaces",
  "securityGroups",
  "instances",
]);

/** The engine's own copy of a network: its tables may be changed, the records in them never. */
export const copyTables = (network: Network): Network =>
  Object.fromEntries(TABLE_NAMES.map((name) => [name, { ...network[name] }])) as Network;

/** Brings changes into the engine's own copy, and says what was there before. */
export function absorb(own: Network, changes: NetworkChanges): Replaced {
  const tables = TABLE_NAMES.map((name) => {
    const changed = changes[name] ?? {};
    if (!CHANGED_IN_PLACE.has(name) && changes[name] !== undefined)
      Object.assign(own, { [name]: { ...own[name] } });
    return [name, absorbTable(own[name], changed)] as const;
  });
  return Object.fromEntries(tables) as Replaced;
}

function absorbTable(own: Record<string, unknown>, changes: Records): ReadonlyMap<string, unknown> {
  const replaced = new Map<string, unknown>();
  for (const [id, record] of Object.entries(changes)) {
    replaced.set(id, recordOf(own, id));
    if (record === null) delete own[id];
    else own[id] = record;
  }
  return replaced;
}
