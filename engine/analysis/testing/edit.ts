import type { TableName } from "../../model/network";

/** For tests: a record put into a table, or taken away for null. */
export type Edit = Readonly<{ table: TableName; id: string; record: unknown }>;
