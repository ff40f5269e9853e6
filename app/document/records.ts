/** Changing tables of records: always another table, never a changed one. */
import type { Network, TableName } from "../../engine";

type RecordIn<T extends TableName> = Network[T][keyof Network[T]];

/** The network with this record under its id; a record that was there keeps its place in the order. */
export const withRecord = <T extends TableName>(
  network: Network,
  table: T,
  id: string,
  record: RecordIn<T>,
): Network => ({ ...network, [table]: { ...network[table], [id]: record } });

/** The entries of which `keep` says so; the same object when that is all of them. */
export const filterEntries = <Table extends Readonly<Record<string, unknown>>>(
  table: Table,
  keep: (id: string) => boolean,
): Table => {
  const entries = Object.entries(table);
  const kept = entries.filter(([id]) => keep(id));
  return kept.length === entries.length ? table : (Object.fromEntries(kept) as Table);
};
