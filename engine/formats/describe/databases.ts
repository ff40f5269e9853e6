import type { DbEngine, DbInstance } from "../../model/db-instance";
import { asId, type DbInstanceId } from "../../model/id";
import { idsIn, objectOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { FoundInterface } from "./interfaces";
import type { Lists } from "./lists";
import type { Owned } from "./load-balancers";

const ENGINES: readonly (readonly [DbEngine, RegExp])[] = [
  ["postgres", /postgres/],
  ["mariadb", /mariadb/],
  ["mysql", /mysql|^aurora$/],
  ["sqlserver", /sqlserver/],
  ["oracle", /oracle/],
];

function engineOf(name: string, source: Source): DbEngine {
  const engine = textOf(source, "Engine");
  const [known] = ENGINES.find(([, pattern]) => pattern.test(engine)) ?? [];
  if (known === undefined) source.input.notes.add("unknownEngine", source.path, { name, engine });
  return known ?? "postgres";
}

/** A database as RDS tells it. Which interface is its own, nothing tells; only where it may stand and what it wears. */
type Told = Readonly<{
  record: DbInstance;
  source: Source;
  groups: string;
  subnets: ReadonlySet<string>;
  zone: string;
}>;

const groupsKey = (ids: readonly string[]): string => ids.toSorted().join(" ");

function toldOf(dbInstanceId: DbInstanceId, source: Source): Told {
  const subnetGroup = objectOf(source, "DBSubnetGroup");
  const subnets = subnetGroup === null ? [] : objectsOf(subnetGroup, "Subnets");
  return {
    record: { dbInstanceId, name: dbInstanceId, engine: engineOf(dbInstanceId, source) },
    source,
    groups: groupsKey(idsIn<"securityGroup">(source, "VpcSecurityGroups", "VpcSecurityGroupId")),
    subnets: new Set(subnets.map((each) => textOf(each, "SubnetIdentifier"))),
    zone: textOf(source, "AvailabilityZone"),
  };
}

const mayOwn = (told: Told, found: FoundInterface): boolean =>
  told.groups === groupsKey(found.groupIds) &&
  told.subnets.has(found.subnetId) &&
  (told.zone === "" || found.zone === "" || told.zone === found.zone);

export type FoundDatabases = Readonly<{
  dbInstances: readonly DbInstance[];
  byInterface: ReadonlyMap<string, DbInstanceId>;
}>;

function anonymous({ networkInterfaceId, source }: FoundInterface): DbInstance {
  const name = `db-of-${networkInterfaceId}`;
  source.input.notes.add("guessedDatabase", source.path, { networkInterface: networkInterfaceId, name });
  return { dbInstanceId: asId<"dbInstance">(name), name, engine: "postgres" };
}

/** The databases of the input that an interface can be found for; and one for each interface that is none's. */
export function readDatabases(lists: Lists, owned: readonly Owned[]): FoundDatabases {
  const sources = entriesById<"dbInstance">(lists.entries("DBInstances"), "DBInstanceIdentifier");
  const free = new Set([...sources].map(([id, source]) => toldOf(id, source)));
  const dbInstances: DbInstance[] = [];
  const byInterface = new Map<string, DbInstanceId>();
  for (const { found, owner } of owned) {
    if (owner.kind !== "database") continue;
    const told = [...free].find((each) => mayOwn(each, found));
    const record = told?.record ?? anonymous(found);
    if (told !== undefined) free.delete(told);
    dbInstances.push(record);
    byInterface.set(found.networkInterfaceId, record.dbInstanceId);
  }
  for (const { record, source } of free)
    source.input.notes.add("noInterface", source.path, { name: record.name });
  return { dbInstances, byInterface };
}
