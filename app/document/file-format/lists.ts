import { type Network, recordsOf, type TableName } from "../../../engine";
import { type ElementKind, TABLE_OF } from "../elements";

type RecordIn<T extends TableName> = Network[T][keyof Network[T]];

/** A network as its file holds it: records in lists, by the names of their tables. */
export type Lists = Readonly<{ [T in TableName]: readonly RecordIn<T>[] }>;

type Item = Readonly<Record<string, unknown>>;

/** The field that holds the id of a record of this kind. */
const idKeyOf = (kind: ElementKind): string => (kind === "securityGroup" ? "groupId" : `${kind}Id`);

/** The lists with their records and the ids of those, in the order of the file. */
export const idsByList = (lists: Lists): readonly Readonly<{ table: TableName; ids: readonly string[] }>[] =>
  (Object.entries(TABLE_OF) as readonly [ElementKind, TableName][]).map(([kind, table]) => ({
    table,
    ids: (lists[table] as readonly Item[]).map((item) => String(item[idKeyOf(kind)])),
  }));

/** The lists as tables by id. */
export const networkOf = (lists: Lists): Network =>
  Object.fromEntries(
    idsByList(lists).map(({ table, ids }) => [
      table,
      Object.fromEntries(ids.map((id, index) => [id, lists[table][index]])),
    ]),
  ) as Network;

/** The tables as lists, sorted by id. */
export const listsOf = (network: Network): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(
    Object.entries(network).map(([name, table]) => [
      name,
      recordsOf<unknown>(Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)))),
    ]),
  );
