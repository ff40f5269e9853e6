import type { NetworkAclId } from "../../model/id";
import {
  CATCH_ALL_RULE_NUMBER,
  type CidrRemote,
  type NetworkAcl,
  type NetworkAclEntry,
} from "../../model/network-acl";
import type { Traffic } from "../../model/security-group";
import { type Family, formatCidr } from "../../net/cidr";
import { cidrOfField, flagOf, idOf, nameOf, numberOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { Lists } from "./lists";
import { entryTraffic } from "./traffic";

function remoteOf(source: Source): CidrRemote | null {
  const cidr = cidrOfField(source, "CidrBlock") ?? cidrOfField(source, "Ipv6CidrBlock");
  if (cidr === null) return null;
  const text = formatCidr(cidr);
  return cidr.family === 4 ? { kind: "cidrIpv4", cidrIpv4: text } : { kind: "cidrIpv6", cidrIpv6: text };
}

const MOST = CATCH_ALL_RULE_NUMBER[4] - 1;

/** The catch-alls are always there, so they are not read. */
const isCatchAll = (ruleNumber: number | null): boolean =>
  ruleNumber === CATCH_ALL_RULE_NUMBER[4] || ruleNumber === CATCH_ALL_RULE_NUMBER[6];

/** What cannot be read and allows is left out. What denies is kept as wide as it may be, or a later entry would let it by. */
function entryOf(entry: Source): NetworkAclEntry | null {
  const ruleNumber = numberOf(entry, "RuleNumber");
  if (isCatchAll(ruleNumber)) return null;
  if (ruleNumber === null || ruleNumber < 1 || ruleNumber > MOST) {
    entry.input.notes.add("badRuleNumber", entry.path, { number: ruleNumber ?? "Nothing" });
    return null;
  }
  const direction = flagOf(entry, "Egress", false) ? "egress" : "ingress";
  const ruleAction = textOf(entry, "RuleAction").toLowerCase() === "allow" ? "allow" : "deny";
  const source: Source = { ...entry, isKept: ruleAction === "deny" };
  const [traffic, remote] = [entryTraffic(source), remoteOf(source)];
  if (traffic !== null && remote !== null) return { ruleNumber, direction, ruleAction, traffic, remote };
  if (ruleAction === "allow") {
    if (!hasCidr(source, 4) && !hasCidr(source, 6))
      source.input.notes.add("missingField", source.path, { field: "CidrBlock" });
    return null;
  }
  source.input.notes.add("wideDeny", source.path, { number: ruleNumber });
  return {
    ruleNumber,
    direction,
    ruleAction,
    traffic: traffic ?? ALL_TRAFFIC,
    remote: remote ?? anyAddress(source),
  };
}

const ALL_TRAFFIC: Traffic = { ipProtocol: "all" };

const ANY: Readonly<Record<Family, CidrRemote>> = {
  4: { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
  6: { kind: "cidrIpv6", cidrIpv6: "::/0" },
};

const hasCidr = (source: Source, family: Family): boolean =>
  textOf(source, family === 4 ? "CidrBlock" : "Ipv6CidrBlock") !== "";

/** Of the family that the entry is for. */
const anyAddress = (source: Source): CidrRemote =>
  hasCidr(source, 6) && !hasCidr(source, 4) ? ANY[6] : ANY[4];

/** A deny without any address denies IPv6 as well, by the next free number before it. */
function denyIpv6(entries: Map<string, NetworkAclEntry>, entry: NetworkAclEntry): void {
  let { ruleNumber } = entry;
  while (ruleNumber > 1 && entries.has(`${entry.direction} ${ruleNumber}`)) ruleNumber -= 1;
  const key = `${entry.direction} ${ruleNumber}`;
  if (!entries.has(key)) entries.set(key, { ...entry, ruleNumber, remote: ANY[6] });
}

/** By direction and number, each key once. */
function entriesOf(networkAclId: NetworkAclId, source: Source): readonly NetworkAclEntry[] {
  const entries = new Map<string, NetworkAclEntry>();
  const withoutFamily: NetworkAclEntry[] = [];
  for (const each of objectsOf(source, "Entries")) {
    const entry = entryOf(each);
    if (entry === null) continue;
    const { direction, ruleNumber } = entry;
    const key = `${direction} ${ruleNumber}`;
    const told = { networkAcl: networkAclId, direction, number: ruleNumber };
    if (entries.has(key)) each.input.notes.add("duplicateRuleNumber", each.path, told);
    else entries.set(key, entry);
    if (!hasCidr(each, 4) && !hasCidr(each, 6)) withoutFamily.push(entry);
  }
  for (const entry of withoutFamily) denyIpv6(entries, entry);
  return [...entries.values()].sort((a, b) => a.ruleNumber - b.ruleNumber);
}

/** The network ACLs of the input. */
export function readNetworkAcls(lists: Lists): readonly NetworkAcl[] {
  const found = entriesById<"networkAcl">(lists.entries("NetworkAcls"), "NetworkAclId");
  return [...found].flatMap(([networkAclId, source]) => {
    const vpcId = idOf<"vpc">(source, "VpcId");
    if (vpcId === null) {
      source.input.notes.add("noParent", source.path, { id: networkAclId, parent: "VPC" });
      return [];
    }
    const isDefault = flagOf(source, "IsDefault", false);
    return [
      { networkAclId, vpcId, name: nameOf(source), isDefault, entries: entriesOf(networkAclId, source) },
    ];
  });
}
