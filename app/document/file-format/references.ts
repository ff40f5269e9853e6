import { ok, type Result, type TableName } from "../../../engine";
import { type FileError, fileError } from "./file-error";
import { idsByList } from "./lists";
import { checkKeys, networkReferences } from "./network-references";
import type { DesignJson } from "./schema";
import { type Wanted, wanted, wantedEach } from "./wanted";

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

const groupReferences = (json: DesignJson): readonly Wanted[] =>
  json.securityGroups.flatMap((group, at) => [
    wanted(`securityGroups[${at}].vpcId`, "vpcs", group.vpcId),
    ...wantedEach(`securityGroups[${at}].associatedVpcIds`, "vpcs", group.associatedVpcIds),
    ...group.rules.flatMap(({ remote }, index): readonly Wanted[] => {
      const path = `securityGroups[${at}].rules[${index}].remote`;
      if (remote.kind === "group") return [wanted(`${path}.groupId`, "securityGroups", remote.groupId)];
      if (remote.kind !== "prefixList") return [];
      return [wanted(`${path}.prefixListId`, "prefixLists", remote.prefixListId)];
    }),
  ]);

type AttachmentJson = NonNullable<DesignJson["networkInterfaces"][number]["attachment"]>;

/** The list that holds what an interface is attached to, and the id it has there. */
const ownerIn = (attachment: AttachmentJson): readonly [TableName, field: string, id: string] => {
  switch (attachment.kind) {
    case "instance":
      return ["instances", "instanceId", attachment.instanceId];
    case "dbInstance":
      return ["dbInstances", "dbInstanceId", attachment.dbInstanceId];
    case "loadBalancer":
      return ["loadBalancers", "loadBalancerId", attachment.loadBalancerId];
    case "managedResource":
      return ["managedResources", "managedResourceId", attachment.managedResourceId];
    case "vpcEndpoint":
      return ["vpcEndpoints", "vpcEndpointId", attachment.vpcEndpointId];
  }
};

const attachmentReference = (attachment: AttachmentJson, path: string): Wanted => {
  const [table, field, id] = ownerIn(attachment);
  return wanted(`${path}.${field}`, table, id);
};

const interfaceReferences = (json: DesignJson): readonly Wanted[] =>
  json.networkInterfaces.flatMap((each, at) => [
    wanted(`networkInterfaces[${at}].subnetId`, "subnets", each.subnetId),
    ...wantedEach(`networkInterfaces[${at}].groupIds`, "securityGroups", each.groupIds),
    ...(each.attachment === null
      ? []
      : [attachmentReference(each.attachment, `networkInterfaces[${at}].attachment`)]),
  ]);

const subnetReferences = (json: DesignJson): readonly Wanted[] =>
  json.subnets.flatMap((each, at) => [
    wanted(`subnets[${at}].vpcId`, "vpcs", each.vpcId),
    wanted(`subnets[${at}].routeTableId`, "routeTables", each.routeTableId),
    wanted(`subnets[${at}].networkAclId`, "networkAcls", each.networkAclId),
  ]);

const STANDING: readonly TableName[] = ["instances", "dbInstances", "managedResources", "loadBalancers"];

/** What has no interface lies in no subnet: it could not be drawn. */
const checkOwners = (json: DesignJson): Result<void, FileError> => {
  const owners = new Set(
    json.networkInterfaces.map(({ attachment }) => attachment && ownerIn(attachment)[2]),
  );
  for (const { table, ids } of idsByList(json)) {
    const index = STANDING.includes(table) ? ids.findIndex((id) => !owners.has(id)) : -1;
    if (index >= 0) return fileError(`${table}[${index}]`, "no network interface is attached to it");
  }
  return ok(undefined);
};

/** Every id is there once, and everything that is named is there; only a route's target may be gone. */
export const checkReferences = (json: DesignJson): Result<void, FileError> => {
  const unique = checkUnique(allIds(json));
  if (!unique.ok) return unique;
  const known = new Map(idsByList(json).map(({ table, ids }) => [table, new Set(ids)]));
  const all = [
    ...subnetReferences(json),
    ...groupReferences(json),
    ...interfaceReferences(json),
    ...networkReferences(json),
  ];
  const dangling = all.find(({ id, table }) => id !== null && !known.get(table)?.has(id));
  if (dangling !== undefined) {
    return fileError(dangling.path, `there is no ${dangling.kind} ${dangling.id} in this file`);
  }
  const keys = checkKeys(json);
  return keys.ok ? checkOwners(json) : keys;
};
