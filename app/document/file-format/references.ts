import { ok, type Result, routeKey, type TableName, wearerIdOf } from "../../../engine";
import { type FileError, fileError } from "./file-error";
import { idsByList } from "./lists";
import type { DesignJson } from "./schema";

type Claim = Readonly<{ path: string; id: string }>;

const claims = (ids: readonly string[], path: string): readonly Claim[] =>
  ids.map((id, index) => ({ path: `${path}[${index}]`, id }));

/** All that has an id. Ids are unique in the whole file, since places go by them too. */
const allIds = (json: DesignJson): readonly Claim[] => [
  ...idsByList(json).flatMap(({ table, ids }) => claims(ids, table)),
  ...json.securityGroups.flatMap(({ rules }, index) =>
    claims(
      rules.map((rule) => rule.securityGroupRuleId),
      `securityGroups[${index}].rules`,
    ),
  ),
];

const checkUnique = (all: readonly Claim[]): Result<void, FileError> => {
  const first = new Map<string, string>();
  for (const { id, path } of all) {
    const other = first.get(id);
    if (other !== undefined) return fileError(path, `${id} is the id of ${other} already`);
    first.set(id, path);
  }
  return ok(undefined);
};

/**
 * The lists that fields name records of, wherever they stand. Two fields are not among them, since what they name may be
 * gone: a route's target (`id`) and a transit gateway route's `attachmentId`. Such routes are black holes. A rule's `groupId`
 * is a third: the group of a peered VPC may have been deleted, and the rule is stale.
 */
const NAMED_IN: Readonly<Record<string, TableName>> = {
  vpcId: "vpcs",
  requesterVpcId: "vpcs",
  accepterVpcId: "vpcs",
  associatedVpcIds: "vpcs",
  subnetId: "subnets",
  subnetIds: "subnets",
  instanceId: "instances",
  dbInstanceId: "dbInstances",
  managedResourceId: "managedResources",
  loadBalancerId: "loadBalancers",
  vpcEndpointId: "vpcEndpoints",
  targetIds: "networkInterfaces",
  groupId: "securityGroups",
  groupIds: "securityGroups",
  prefixListId: "prefixLists",
  networkAclId: "networkAcls",
  routeTableId: "routeTables",
  transitGatewayId: "transitGateways",
  propagatedFrom: "transitGatewayAttachments",
};

const SHORT_WORDS: Partial<Record<TableName, string>> = {
  vpcs: "VPC",
  dbInstances: "database",
  networkAcls: "network ACL",
  vpcEndpoints: "VPC endpoint",
};

/** "securityGroups" as people say it of one: "security group". */
const wordOf = (table: TableName): string =>
  SHORT_WORDS[table] ??
  table.replace(/s$/u, "").replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

type Known = ReadonlyMap<TableName, ReadonlySet<string>>;

/** The list that a field of a record of `table` names, if any that it must be in. */
const namedBy = (table: TableName, field: string): TableName | undefined => {
  if (table === "securityGroups" && field === "groupId") return undefined;
  return table === "transitGatewayAttachments" && field === "routeTableId"
    ? "transitGatewayRouteTables"
    : NAMED_IN[field];
};

/** The first id in a value that names nothing, with its path. `named` is the list that the value itself names. */
const danglingIn = (
  value: unknown,
  path: string,
  table: TableName,
  known: Known,
  named?: TableName,
): FileError | null => {
  if (typeof value === "string" && named !== undefined && !known.get(named)?.has(value)) {
    return { path, message: `there is no ${wordOf(named)} ${value} in this file` };
  }
  if (typeof value !== "object" || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const isItem = Array.isArray(value);
    const inner = isItem ? `${path}[${key}]` : `${path}.${key}`;
    const error = danglingIn(part, inner, table, known, isItem ? named : namedBy(table, key));
    if (error !== null) return error;
  }
  return null;
};

const checkNamed = (json: DesignJson): Result<void, FileError> => {
  const known = new Map(idsByList(json).map(({ table, ids }) => [table, new Set(ids)]));
  for (const table of known.keys()) {
    const dangling = danglingIn(json[table], table, table, known);
    if (dangling !== null) return fileError(dangling.path, dangling.message);
  }
  return ok(undefined);
};

type Keyed = Readonly<{ path: string; keys: readonly string[] }>;

/**
 * What has no id is told by its key: an entry by direction and number, a route by its destination, a listener by its ports (an
 * import makes one for each port that targets have).
 */
const keyedLists = (json: DesignJson): readonly Keyed[] => [
  ...json.networkAcls.map(({ entries }, at) => ({
    path: `networkAcls[${at}].entries`,
    keys: entries.map(({ direction, ruleNumber }) => `${direction} rule ${ruleNumber}`),
  })),
  ...json.routeTables.map(({ routes }, at) => ({
    path: `routeTables[${at}].routes`,
    keys: routes.map(
      ({ destination, isPropagated }) =>
        `a ${isPropagated ? "propagated " : ""}route to ${routeKey(destination)}`,
    ),
  })),
  ...json.transitGatewayRouteTables.map(({ routes }, at) => ({
    path: `transitGatewayRouteTables[${at}].routes`,
    keys: routes.map(({ cidr }) => `a route to ${cidr}`),
  })),
  ...json.loadBalancers.map(({ listeners }, at) => ({
    path: `loadBalancers[${at}].listeners`,
    keys: listeners.map(
      ({ protocol, port, targetPort }) =>
        `a ${protocol.toUpperCase()} listener on port ${port} to port ${targetPort}`,
    ),
  })),
];

const checkKeys = (json: DesignJson): Result<void, FileError> => {
  for (const { path, keys } of keyedLists(json)) {
    const seen = new Set<string>();
    for (const [index, key] of keys.entries()) {
      if (seen.has(key)) return fileError(`${path}[${index}]`, `${key} is there already`);
      seen.add(key);
    }
  }
  return ok(undefined);
};

const STANDING: readonly TableName[] = ["instances", "dbInstances", "managedResources", "loadBalancers"];

/** What has no interface lies in no subnet: it could not be drawn. */
const checkOwners = (json: DesignJson): Result<void, FileError> => {
  const owners = new Set(json.networkInterfaces.map(({ attachment }) => wearerIdOf(attachment)));
  for (const { table, ids } of idsByList(json)) {
    const index = STANDING.includes(table) ? ids.findIndex((id) => !owners.has(id)) : -1;
    if (index >= 0) return fileError(`${table}[${index}]`, "no network interface is attached to it");
  }
  return ok(undefined);
};

/** Every id is there once, and everything that is named is there; only where a route leads and whom a rule means may be gone. */
export const checkReferences = (json: DesignJson): Result<void, FileError> => {
  const unique = checkUnique(allIds(json));
  const named = unique.ok ? checkNamed(json) : unique;
  const keys = named.ok ? checkKeys(json) : named;
  return keys.ok ? checkOwners(json) : keys;
};
