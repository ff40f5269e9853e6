type Row = readonly string[];

/** How wide each column is. */
const widthsOf = (rows: Iterable<Row>): readonly number[] => {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return widths;
};

const lineOf = (row: Row, widths: readonly number[]): string =>
  `  ${row
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join("  ")
    .trimEnd()}`;

/** A heading with its rows as lines, columns aligned two blanks apart; nothing where there are no rows. */
export const section = (title: string, rows: readonly Row[]): readonly string[] => {
  if (rows.length === 0) return [];
  const widths = widthsOf(rows);
  return ["", title, ...rows.map((row) => lineOf(row, widths))];
};

/**
 * A section of more records than should be held as text. Records are gone through twice, for the widths and for the lines;
 * `more` is put behind a row's columns, unaligned, and made only as its line is read.
 */
export function* longSection<Item>(
  title: string,
  items: () => Iterable<Item>,
  row: (item: Item) => Row,
  more: (item: Item) => string,
): Generator<string> {
  const rowsOf = function* () {
    for (const item of items()) yield row(item);
  };
  const widths = widthsOf(rowsOf());
  if (widths.length === 0) return;
  yield* ["", title];
  for (const item of items()) yield lineOf([...row(item), more(item)], widths);
}
