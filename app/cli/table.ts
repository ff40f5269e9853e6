/** Rows as lines with aligned columns, two blanks apart; the last column is not padded. */
export const table = (rows: readonly (readonly string[])[], indent = "  "): readonly string[] => {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `${indent}${cells.join("  ").trimEnd()}`;
  });
};

/** A heading with its table; nothing where there are no rows. */
export const section = (title: string, rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0 ? [] : ["", title, ...table(rows)];
