import type { PrefixListId, SecurityGroupId, SecurityGroupRuleId } from "../model/id";
import { recordOf } from "../model/network";
import type { PrefixList } from "../model/prefix-list";
import type { Direction, Remote, SecurityGroupRule, Traffic } from "../model/security-group";
import { type AddressKey, keyOf } from "../net/address-map";
import { type Cidr, type Family, parseCidr } from "../net/cidr";
import { ICMP, ICMPV6, protocolSlots, rangeSlots, SLOTS, type Slots, TCP, UDP } from "../net/traffic-axis";
import { NO_TRAFFIC, type TrafficSetId, type TrafficSets, trafficOf } from "../net/traffic-set";

/**
 * A rule as the analysis uses it: text read, traffic as set ids. Its far end is blocks of addresses, or a group whose
 * members' private addresses are meant. What cannot be read (half a CIDR, a list that is gone) matches nothing.
 */
export type CompiledRule = Readonly<{
  ruleId: SecurityGroupRuleId;
  direction: Direction;
  traffic: Readonly<Record<Family, TrafficSetId>>;
  blocks: readonly RuleBlock[];
  referencedGroupId: SecurityGroupId | null;
  /** Equal in rules that permit the same in the same direction, whatever their ids. */
  signature: string;
}>;

/** A block of addresses with its ends as keys: from `first` to before `end`. */
export type RuleBlock = Readonly<{ cidr: Cidr; first: AddressKey; end: AddressKey }>;

type PrefixLists = Readonly<Record<PrefixListId, PrefixList>>;

export function compileRule(
  sets: TrafficSets,
  rule: SecurityGroupRule,
  prefixLists: PrefixLists,
): CompiledRule {
  const { securityGroupRuleId: ruleId, direction, remote } = rule;
  const traffic = trafficSet(sets, rule.traffic);
  const blocks = remoteBlocks(remote, prefixLists);
  const referencedGroupId = remote.kind === "group" ? remote.groupId : null;
  const where = blocks.map(({ cidr, first }) => `${cidr.family}:${first}/${cidr.prefixLength}`);
  const signature = [direction, traffic[4], traffic[6], referencedGroupId, ...where].join(" ");
  return { ruleId, direction, traffic, blocks, referencedGroupId, signature };
}

/** A CIDR or list speaks for its own family only: 0.0.0.0/0 says nothing of IPv6. */
function remoteBlocks(remote: Remote, prefixLists: PrefixLists): readonly RuleBlock[] {
  switch (remote.kind) {
    case "group":
      return [];
    case "cidrIpv4":
      return blocksOf([remote.cidrIpv4], 4);
    case "cidrIpv6":
      return blocksOf([remote.cidrIpv6], 6);
    case "prefixList": {
      const list = recordOf(prefixLists, remote.prefixListId);
      if (list === undefined) return [];
      const texts = list.entries.map((entry) => entry.cidr);
      return blocksOf(texts, list.addressFamily === "IPv4" ? 4 : 6);
    }
  }
}

function blocksOf(texts: readonly string[], family: Family): readonly RuleBlock[] {
  const cidrs = texts.map(parseCidr);
  return cidrs.flatMap((cidr) => (cidr.ok && cidr.value.family === family ? [blockOf(cidr.value)] : []));
}

const blockOf = (cidr: Cidr): RuleBlock => ({
  cidr,
  first: keyOf(cidr.family, cidr.first),
  end: keyOf(cidr.family, cidr.last + 1n),
});

/** A far address with the groups that a reference may find it by. */
export type FarAddress = Readonly<{
  family: Family;
  address: AddressKey;
  groups: Readonly<{ groupIds: readonly SecurityGroupId[] }>;
}>;

/** Does the rule speak of this far address? */
export function speaksOf(rule: CompiledRule, { family, address, groups }: FarAddress): boolean {
  if (rule.referencedGroupId !== null) return groups.groupIds.includes(rule.referencedGroupId);
  return rule.blocks.some(
    ({ cidr, first, end }) => cidr.family === family && first <= address && address < end,
  );
}

/**
 * What a rule or entry speaks of in each family. ICMP is a protocol of IPv4 and ICMPv6 of IPv6: in the other family such a rule
 * matches nothing. A rule for all traffic, or for another protocol, opens it in both.
 */
export function trafficSet(sets: TrafficSets, traffic: Traffic): CompiledRule["traffic"] {
  const set = trafficOf(sets, ruleSlots(traffic));
  if (traffic.ipProtocol === "icmp" || traffic.ipProtocol === ICMP) return { 4: set, 6: NO_TRAFFIC };
  if (traffic.ipProtocol === "icmpv6" || traffic.ipProtocol === ICMPV6) return { 4: NO_TRAFFIC, 6: set };
  return { 4: set, 6: set };
}

function ruleSlots(traffic: Traffic): Slots {
  if (traffic.ipProtocol === "all") return { first: 0, end: SLOTS };
  if ("ports" in traffic) {
    return rangeSlots(traffic.ipProtocol === "tcp" ? TCP : UDP, traffic.ports.from, traffic.ports.to);
  }
  if ("icmpType" in traffic) return icmpSlots(traffic);
  return protocolSlots(traffic.ipProtocol);
}

type IcmpTraffic = Extract<Traffic, { icmpType: number | "all" }>;

/** All types means all codes too, whatever the code says. */
function icmpSlots({ ipProtocol, icmpType, icmpCode }: IcmpTraffic): Slots {
  const protocol = ipProtocol === "icmp" ? ICMP : ICMPV6;
  if (icmpType === "all") return protocolSlots(protocol);
  if (!isByte(icmpType) || (icmpCode !== "all" && !isByte(icmpCode))) return rangeSlots(protocol, 1, 0);
  const first = icmpType * 256;
  return icmpCode === "all"
    ? rangeSlots(protocol, first, first + 255)
    : rangeSlots(protocol, first + icmpCode, first + icmpCode);
}

const isByte = (number: number): boolean => Number.isInteger(number) && number >= 0 && number <= 255;
