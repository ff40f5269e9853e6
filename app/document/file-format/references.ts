import { ok, type Result } from "../../../engine";
import { type FileError, fileError } from "./file-error";
import type { DesignJson } from "./schema";

type Claim = Readonly<{ path: string; id: string }>;

const claims = <Item>(items: readonly Item[], path: string, idOf: (item: Item) => string): readonly Claim[] =>
  items.map((item, index) => ({ path: `${path}[${index}]`, id: idOf(item) }));

/** All that has an id, in the order of the file. Ids are unique in the whole file, since places go by them too. */
const allIds = (json: DesignJson): readonly Claim[] => [
  ...claims(json.vpcs, "vpcs", (each) => each.vpcId),
  ...claims(json.subnets, "subnets", (each) => each.subnetId),
  ...claims(json.instances, "instances", (each) => each.instanceId),
  ...claims(json.dbInstances, "dbInstances", (each) => each.dbInstanceId),
  ...claims(json.networkInterfaces, "networkInterfaces", (each) => each.networkInterfaceId),
  ...claims(json.securityGroups, "securityGroups", (each) => each.groupId),
  ...claims(json.prefixLists, "prefixLists", (each) => each.prefixListId),
  ...claims(json.ipRanges, "ipRanges", (each) => each.ipRangeId),
  ...json.securityGroups.flatMap((group, index) =>
    claims(group.rules, `securityGroups[${index}].rules`, (rule) => rule.securityGroupRuleId),
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

type Wanted = Readonly<{ path: string; id: string; among: ReadonlySet<string>; kind: string }>;

type Known = Readonly<
  Record<"vpcs" | "subnets" | "groups" | "lists" | "instances" | "databases", Set<string>>
>;

const knownIds = (json: DesignJson): Known => ({
  vpcs: new Set(json.vpcs.map((each) => each.vpcId)),
  subnets: new Set(json.subnets.map((each) => each.subnetId)),
  groups: new Set(json.securityGroups.map((each) => each.groupId)),
  lists: new Set(json.prefixLists.map((each) => each.prefixListId)),
  instances: new Set(json.instances.map((each) => each.instanceId)),
  databases: new Set(json.dbInstances.map((each) => each.dbInstanceId)),
});

const groupReferences = (json: DesignJson, known: Known): readonly Wanted[] =>
  json.securityGroups.flatMap((group, at) => [
    { path: `securityGroups[${at}].vpcId`, id: group.vpcId, among: known.vpcs, kind: "VPC" },
    ...group.rules.flatMap(({ remote }, index): readonly Wanted[] => {
      const path = `securityGroups[${at}].rules[${index}].remote`;
      if (remote.kind === "group") {
        return [{ path: `${path}.groupId`, id: remote.groupId, among: known.groups, kind: "security group" }];
      }
      if (remote.kind !== "prefixList") return [];
      return [
        { path: `${path}.prefixListId`, id: remote.prefixListId, among: known.lists, kind: "prefix list" },
      ];
    }),
  ]);

type InterfaceJson = DesignJson["networkInterfaces"][number];

const attachmentReference = (
  known: Known,
  { attachment }: InterfaceJson,
  path: string,
): readonly Wanted[] => {
  if (attachment === null) return [];
  return attachment.kind === "instance"
    ? [{ path: `${path}.instanceId`, id: attachment.instanceId, among: known.instances, kind: "instance" }]
    : [
        {
          path: `${path}.dbInstanceId`,
          id: attachment.dbInstanceId,
          among: known.databases,
          kind: "database",
        },
      ];
};

const interfaceReferences = (json: DesignJson, known: Known): readonly Wanted[] =>
  json.networkInterfaces.flatMap((each, at) => [
    { path: `networkInterfaces[${at}].subnetId`, id: each.subnetId, among: known.subnets, kind: "subnet" },
    ...each.groupIds.map((id, index) => ({
      path: `networkInterfaces[${at}].groupIds[${index}]`,
      id,
      among: known.groups,
      kind: "security group",
    })),
    ...attachmentReference(known, each, `networkInterfaces[${at}].attachment`),
  ]);

const subnetReferences = (json: DesignJson, { vpcs }: Known): readonly Wanted[] =>
  json.subnets.map((each, at) => ({
    path: `subnets[${at}].vpcId`,
    id: each.vpcId,
    among: vpcs,
    kind: "VPC",
  }));

/** What has no interface lies in no subnet: it could not be drawn. */
const checkOwners = (json: DesignJson): Result<void, FileError> => {
  const owners = new Set(
    json.networkInterfaces.map(({ attachment }) =>
      attachment?.kind === "instance" ? attachment.instanceId : attachment?.dbInstanceId,
    ),
  );
  const instance = json.instances.findIndex((each) => !owners.has(each.instanceId));
  if (instance >= 0) return fileError(`instances[${instance}]`, "no network interface is attached to it");
  const database = json.dbInstances.findIndex((each) => !owners.has(each.dbInstanceId));
  if (database >= 0) return fileError(`dbInstances[${database}]`, "no network interface is attached to it");
  return ok(undefined);
};

/** Every id is there once, and everything that is named is there. */
export const checkReferences = (json: DesignJson): Result<void, FileError> => {
  const unique = checkUnique(allIds(json));
  if (!unique.ok) return unique;
  const known = knownIds(json);
  const wanted = [
    ...subnetReferences(json, known),
    ...groupReferences(json, known),
    ...interfaceReferences(json, known),
  ];
  const dangling = wanted.find(({ id, among }) => !among.has(id));
  if (dangling !== undefined) {
    return fileError(dangling.path, `there is no ${dangling.kind} ${dangling.id} in this file`);
  }
  return checkOwners(json);
};
