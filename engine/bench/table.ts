/** The table of these records. */
export const tableOf = <Value>(
  records: readonly Value[],
  idOf: (record: Value) => string,
): Record<string, Value> => Object.fromEntries(records.map((record) => [idOf(record), record]));
