import type { DbInstanceId } from "./id";

export type DbEngine = "postgres" | "mysql" | "mariadb" | "sqlserver" | "oracle";

/** An RDS database: a wearer of groups through one interface that the service manages. */
export type DbInstance = Readonly<{
  dbInstanceId: DbInstanceId;
  name: string;
  engine: DbEngine;
}>;
