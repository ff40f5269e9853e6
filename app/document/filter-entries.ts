/** The entries of which `keep` says so; the same object when that is all of them. */
export const filterEntries = <Table extends Readonly<Record<string, unknown>>>(
  table: Table,
  keep: (id: string) => boolean,
): Table => {
  const entries = Object.entries(table);
  const kept = entries.filter(([id]) => keep(id));
  return kept.length === entries.length ? table : (Object.fromEntries(kept) as Table);
};
