/** The rules of security groups, from both views that EC2 gives of them. */
import { asId, type SecurityGroupId } from "../../model/id";
import type { Direction, Remote, SecurityGroupRule } from "../../model/security-group";
import { formatCidr } from "../../net/cidr";
import { ruleKey } from "../../validation/rule-key";
import {
  cidrOfField,
  fieldOf,
  idOf,
  objectOf,
  objectsOf,
  outcomeOf,
  pathTo,
  type Source,
  textOf,
} from "../json-source";
import type { Lists } from "./lists";
import { permissionTraffic } from "./traffic";

/** A rule without EC2's id has one that tells what it is: the same rule has the same id in every import. */
const withDerivedId = (
  groupId: SecurityGroupId,
  rule: Omit<SecurityGroupRule, "securityGroupRuleId">,
): SecurityGroupRule => {
  const key = ruleKey({ ...rule, securityGroupRuleId: asId<"securityGroupRule">("") });
  return { securityGroupRuleId: asId<"securityGroupRule">(`${groupId} ${key}`), ...rule };
};

function cidrRemote(source: Source, key: string): Remote | null {
  const cidr = cidrOfField(source, key);
  if (cidr === null) return null;
  const text = formatCidr(cidr);
  return cidr.family === 4 ? { kind: "cidrIpv4", cidrIpv4: text } : { kind: "cidrIpv6", cidrIpv6: text };
}

function groupRemote(source: Source, key: string): Remote | null {
  const groupId = idOf<"securityGroup">(source, key);
  return groupId === null ? null : { kind: "group", groupId };
}

function prefixListRemote(source: Source): Remote | null {
  const prefixListId = idOf<"prefixList">(source, "PrefixListId");
  return prefixListId === null ? null : { kind: "prefixList", prefixListId };
}

const PEER_ENDS = ["CidrIp", "CidrIpv6", "PrefixListId", "GroupId"] as const;
const RULE_ENDS = ["CidrIpv4", "CidrIpv6", "PrefixListId", "ReferencedGroupInfo"] as const;

/** A far end that is told and cannot be read has a note already; one that is not told at all would go in silence. */
function tellMissingEnd(source: Source, ends: readonly string[]): void {
  if (ends.every((field) => fieldOf(source, field) === undefined))
    source.input.notes.add("noFarEnd", source.path);
}

type Peer = Readonly<{ remote: Remote; description: string; source: Source }>;

/** An IpPermission lists its far ends by kind; each makes a rule. */
const peersOf = (permission: Source): readonly Peer[] =>
  [
    ...objectsOf(permission, "IpRanges").map((each) => [each, cidrRemote(each, "CidrIp")] as const),
    ...objectsOf(permission, "Ipv6Ranges").map((each) => [each, cidrRemote(each, "CidrIpv6")] as const),
    ...objectsOf(permission, "PrefixListIds").map((each) => [each, prefixListRemote(each)] as const),
    ...objectsOf(permission, "UserIdGroupPairs").map((each) => [each, groupRemote(each, "GroupId")] as const),
  ].flatMap(([source, remote]) => {
    if (remote !== null) return { remote, description: textOf(source, "Description"), source };
    tellMissingEnd(source, PEER_ENDS);
    return [];
  });

export type FoundRule = Readonly<{ rule: SecurityGroupRule; source: Source }>;

function rulesOfPermission(
  groupId: SecurityGroupId,
  direction: Direction,
  permission: Source,
): readonly FoundRule[] {
  const traffic = permissionTraffic(permission);
  if (traffic === null) return [];
  return peersOf(permission).map(({ remote, description, source }) => ({
    rule: withDerivedId(groupId, { direction, traffic, remote, description }),
    source,
  }));
}

const flatRemote = (source: Source): Remote | null => {
  const referenced = objectOf(source, "ReferencedGroupInfo");
  return (
    cidrRemote(source, "CidrIpv4") ??
    cidrRemote(source, "CidrIpv6") ??
    prefixListRemote(source) ??
    (referenced === null ? null : groupRemote(referenced, "GroupId"))
  );
};

/** Inbound where nothing is told; null where it cannot be read, since a guess may open the wrong way. */
function directionOf(source: Source): Direction | null {
  const isEgress = fieldOf(source, "IsEgress") ?? false;
  if (typeof isEgress === "boolean") return isEgress ? "egress" : "ingress";
  const facts = { field: "IsEgress", text: JSON.stringify(isEgress), outcome: outcomeOf(source) };
  source.input.notes.add("badTraffic", pathTo(source, "IsEgress"), facts);
  return null;
}

function flatRule(groupId: SecurityGroupId, source: Source): FoundRule | null {
  const [direction, traffic, remote] = [directionOf(source), permissionTraffic(source), flatRemote(source)];
  if (remote === null) tellMissingEnd(source, RULE_ENDS);
  if (direction === null || traffic === null || remote === null) return null;
  const description = textOf(source, "Description");
  const derived = withDerivedId(groupId, { direction, traffic, remote, description });
  const id = idOf<"securityGroupRule">(source, "SecurityGroupRuleId");
  return { rule: id === null ? derived : { ...derived, securityGroupRuleId: id }, source };
}

export type RulesByGroup = ReadonlyMap<SecurityGroupId, readonly FoundRule[]>;

/** The rules of `describe-security-group-rules`, which have ids, by group. */
export function flatRules(lists: Lists): RulesByGroup {
  const found = new Map<SecurityGroupId, FoundRule[]>();
  for (const source of lists.entries("SecurityGroupRules")) {
    const groupId = idOf<"securityGroup">(source, "GroupId");
    const rule = groupId === null ? null : flatRule(groupId, source);
    if (groupId === null || rule === null) continue;
    const before = found.get(groupId) ?? [];
    before.push(rule);
    found.set(groupId, before);
  }
  return found;
}

/** The rules of `IpPermissions` and `IpPermissionsEgress`, which have no ids. */
export const groupedRules = (groupId: SecurityGroupId, source: Source): readonly FoundRule[] => [
  ...objectsOf(source, "IpPermissions").flatMap((each) => rulesOfPermission(groupId, "ingress", each)),
  ...objectsOf(source, "IpPermissionsEgress").flatMap((each) => rulesOfPermission(groupId, "egress", each)),
];

/** Rules that say the same are one. Both views of a group's rules may be there: then the one with ids counts. */
export function rulesOnce(
  group: SecurityGroupId,
  flat: readonly FoundRule[],
  grouped: readonly FoundRule[],
): readonly SecurityGroupRule[] {
  const rules = new Map<string, SecurityGroupRule>();
  const take = (found: readonly FoundRule[]): void => {
    const own = new Set<string>();
    for (const { rule, source } of found) {
      const key = ruleKey(rule);
      if (own.has(key)) source.input.notes.add("duplicateRule", source.path, { group });
      own.add(key);
      if (!rules.has(key)) rules.set(key, rule);
    }
  };
  take(flat);
  take(grouped);
  return [...rules.values()];
}
