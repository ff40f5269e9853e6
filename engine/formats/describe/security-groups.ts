import { asId, type SecurityGroupId, type VpcId } from "../../model/id";
import { DEFAULT_GROUP_NAME, type SecurityGroup, type SecurityGroupRule } from "../../model/security-group";
import { QUOTAS } from "../../validation/quotas";
import { idOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { FoundInterface } from "./interfaces";
import type { Lists } from "./lists";
import { flatRules, groupedRules, type RulesByGroup, rulesOnce } from "./security-group-rules";

/** VPCs that groups are associated with, beside their own. */
function associatedVpcs(lists: Lists): ReadonlyMap<SecurityGroupId, readonly VpcId[]> {
  const found = new Map<SecurityGroupId, readonly VpcId[]>();
  for (const source of lists.entries("SecurityGroupVpcAssociations")) {
    const [groupId, vpcId] = [idOf<"securityGroup">(source, "GroupId"), idOf<"vpc">(source, "VpcId")];
    if (groupId === null || vpcId === null || !["", "associated"].includes(textOf(source, "State"))) continue;
    found.set(groupId, [...new Set([...(found.get(groupId) ?? []), vpcId])]);
  }
  return found;
}

function tellQuota(group: SecurityGroup, source: Source): void {
  const quota = QUOTAS.rulesPerSecurityGroup;
  for (const direction of ["ingress", "egress"] as const) {
    const rules = group.rules.filter((rule) => rule.direction === direction);
    const of6 = rules.filter(({ remote }) => remote.kind === "cidrIpv6").length;
    const count = Math.max(of6, rules.length - of6);
    const told = {
      group: group.groupId,
      count,
      direction: direction === "ingress" ? "inbound" : "outbound",
      quota,
    };
    if (count > quota) source.input.notes.add("tooManyRules", source.path, told);
  }
}

function groupOf(groupId: SecurityGroupId, source: Source, flat: RulesByGroup): SecurityGroup | null {
  const vpcId = idOf<"vpc">(source, "VpcId");
  if (vpcId === null) {
    source.input.notes.add("noParent", source.path, { id: groupId, parent: "VPC" });
    return null;
  }
  const group = {
    groupId,
    groupName: textOf(source, "GroupName") || groupId,
    description: textOf(source, "Description"),
    vpcId,
    associatedVpcIds: [],
    rules: rulesOnce(groupId, flat.get(groupId) ?? [], groupedRules(groupId, source)),
  };
  tellQuota(group, source);
  return group;
}

type Named = Readonly<{ groupId: SecurityGroupId; vpcId: VpcId; groupName: string; source: Source }>;

/** Groups as interfaces wear them. */
const wornGroups = (interfaces: readonly FoundInterface[]): readonly Named[] =>
  interfaces.flatMap(({ source, vpcId }) =>
    vpcId === ""
      ? []
      : objectsOf(source, "Groups").flatMap((each) => {
          const groupId = idOf<"securityGroup">(each, "GroupId");
          const groupName = textOf(each, "GroupName");
          return groupId === null ? [] : [{ groupId, vpcId: asId<"vpc">(vpcId), groupName, source }];
        }),
  );

/** Groups as rules name them: of the rule's own VPC, unless it tells another one. */
const referencedGroups = (
  groups: readonly SecurityGroup[],
  sources: ReadonlyMap<string, Source>,
): readonly Named[] =>
  groups.flatMap(({ groupId, vpcId, rules }) =>
    rules.flatMap(({ remote }) => {
      const source = sources.get(groupId);
      if (remote.kind !== "group" || source === undefined) return [];
      return [{ groupId: remote.groupId, vpcId, groupName: "", source }];
    }),
  );

/** What is known of a group that the input names and does not describe. */
function impliedGroup(
  { groupId, vpcId, groupName, source }: Named,
  rules: readonly SecurityGroupRule[],
): SecurityGroup {
  source.input.notes.add("impliedGroup", source.path, { group: groupId });
  return { groupId, groupName: groupName || groupId, description: "", vpcId, associatedVpcIds: [], rules };
}

function impliedGroups(named: readonly Named[], known: readonly SecurityGroup[], flat: RulesByGroup) {
  const ids = new Set<string>(known.map(({ groupId }) => groupId));
  return named.flatMap((each) => {
    if (ids.has(each.groupId)) return [];
    ids.add(each.groupId);
    return [impliedGroup(each, rulesOnce(each.groupId, flat.get(each.groupId) ?? [], []))];
  });
}

/** Rules do not say in which VPC their group is. */
function tellLooseRules(flat: RulesByGroup, known: ReadonlySet<string>): void {
  for (const [groupId, [first]] of flat)
    if (!known.has(groupId))
      first?.source.input.notes.add("rulesWithoutGroup", first.source.path, { group: groupId });
}

/** The security groups of the input, with the rules of both views; and those that it only names. */
export function readSecurityGroups(
  lists: Lists,
  interfaces: readonly FoundInterface[],
): readonly SecurityGroup[] {
  const flat = flatRules(lists);
  const associated = associatedVpcs(lists);
  const sources = entriesById<"securityGroup">(lists.entries("SecurityGroups"), "GroupId");
  const told = [...sources].flatMap(([groupId, source]) => {
    const group = groupOf(groupId, source, flat);
    return group === null ? [] : [{ ...group, associatedVpcIds: associated.get(groupId) ?? [] }];
  });
  const worn = impliedGroups(wornGroups(interfaces), told, flat);
  const referenced = impliedGroups(referencedGroups(told, sources), [...told, ...worn], flat);
  tellLooseRules(flat, new Set([...told, ...worn, ...referenced].map(({ groupId }) => groupId)));
  return [...told, ...worn, ...referenced];
}

/** Tells the VPCs that have no default group, where groups are in the input at all. */
export function tellMissingDefaults(
  lists: Lists,
  groups: readonly SecurityGroup[],
  vpcIds: readonly VpcId[],
): void {
  const [entry] = lists.entries("SecurityGroups");
  const having = new Set(
    groups.filter((each) => each.groupName === DEFAULT_GROUP_NAME).map((each) => each.vpcId),
  );
  for (const vpcId of entry === undefined ? [] : vpcIds)
    if (!having.has(vpcId))
      entry?.input.notes.add("noDefaultGroup", entry.input.paths.get(vpcId) ?? "", { vpc: vpcId });
}
