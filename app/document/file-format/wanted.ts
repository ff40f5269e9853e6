import type { TableName } from "../../../engine";

/** An id that something names, and the list that has to hold it; null names nothing. */
export type Wanted = Readonly<{ path: string; table: TableName; kind: string; id: string | null }>;

const SHORT: Partial<Record<TableName, string>> = {
  vpcs: "VPC",
  dbInstances: "database",
  networkAcls: "network ACL",
  vpcEndpoints: "VPC endpoint",
};

/** "securityGroups" as people say it of one: "security group". */
const wordOf = (table: TableName): string =>
  SHORT[table] ?? table.replace(/s$/u, "").replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

export const wanted = (path: string, table: TableName, id: string | null): Wanted => ({
  path,
  table,
  kind: wordOf(table),
  id,
});

export const wantedEach = (path: string, table: TableName, ids: readonly string[]): readonly Wanted[] =>
  ids.map((id, index) => wanted(`${path}[${index}]`, table, id));
