import {
  type IpRange,
  type Network,
  type NetworkInterface,
  recordsOf,
  type SecurityGroup,
  type SecurityGroupId,
} from "../../../engine";
import { type RuleContext, remoteText } from "./remote-fields";

export type RemoteOption = Readonly<{ value: string; label?: string; description?: string }>;
export type RemoteOptions = Readonly<{ label: string; options: readonly RemoteOption[] }>;

/** What the Custom field suggests: groups of this VPC, prefix lists, ranges on the canvas, CIDRs in use. */
export const remoteOptions = (context: RuleContext, groupId: SecurityGroupId): readonly RemoteOptions[] =>
  [
    { label: "Security groups", options: groupOptions(context, groupId) },
    { label: "Prefix lists", options: prefixListOptions(context) },
    { label: "IP ranges", options: recordsOf(context.network.ipRanges).flatMap(rangeOptions) },
    { label: "CIDRs in use", options: cidrOptions(context) },
  ].filter(({ options }) => options.length > 0);

const groupOptions = (context: RuleContext, groupId: SecurityGroupId): readonly RemoteOption[] =>
  recordsOf(context.network.securityGroups)
    .filter((group) => group.vpcId === context.vpcId)
    .map((group) => {
      const users = interfaceCount(wearers(context.network, group));
      const own = group.groupId === groupId ? "this group · " : "";
      return {
        value: remoteText({ kind: "group", groupId: group.groupId }, context),
        description: own + users,
      };
    });

const wearers = (network: Network, group: SecurityGroup): readonly NetworkInterface[] =>
  recordsOf(network.networkInterfaces).filter((each) => each.groupIds.includes(group.groupId));

const interfaceCount = (interfaces: readonly NetworkInterface[]): string =>
  interfaces.length === 1 ? "1 interface" : `${interfaces.length} interfaces`;

const prefixListOptions = (context: RuleContext): readonly RemoteOption[] =>
  recordsOf(context.network.prefixLists).map((list) => ({
    value: remoteText({ kind: "prefixList", prefixListId: list.prefixListId }, context),
    description: `${list.addressFamily} · ${list.entries.length} of ${list.maxEntries} entries`,
  }));

const rangeOptions = (range: IpRange): readonly RemoteOption[] =>
  range.cidrBlocks.map((cidr) => ({ value: cidr, description: range.name }));

/** Blocks of this VPC and its subnets, then those that rules name; each once. */
const cidrOptions = ({ network, vpcId }: RuleContext): readonly RemoteOption[] => {
  const named = new Map<string, string>();
  const add = (cidr: string | null, description: string): void => {
    if (cidr !== null && !named.has(cidr)) named.set(cidr, description);
  };
  for (const vpc of recordsOf(network.vpcs).filter((each) => each.vpcId === vpcId)) {
    for (const cidr of [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks])
      add(cidr, `VPC ${vpc.name}`);
  }
  for (const subnet of recordsOf(network.subnets).filter((each) => each.vpcId === vpcId)) {
    add(subnet.cidrBlock, `subnet ${subnet.name}`);
    add(subnet.ipv6CidrBlock, `subnet ${subnet.name}`);
  }
  for (const { rules, groupName } of recordsOf(network.securityGroups)) {
    for (const { remote } of rules) {
      if (remote.kind === "cidrIpv4") add(remote.cidrIpv4, `in rules of ${groupName}`);
      if (remote.kind === "cidrIpv6") add(remote.cidrIpv6, `in rules of ${groupName}`);
    }
  }
  return [...named].map(([value, description]) => ({ value, description }));
};
d: OutcomeId): Outcome {
  const amount = views.outcomes.firsts[id] ?? 0;
  return {
    some: views.amounts.firsts[amount] ?? NO_TRAFFIC,
    whole: views.amounts.seconds[amount] ?? NO_TRAFFIC,
    isSpecific: views.outcomes.seconds[id] === 1,
  };
}

const DECIDED_CAP = 1 << 20;

/**
 * What passes from one end to another: what the sender's side lets out to the receiver (`egress`) and the receiver's side
 * lets in from the sender (`ingress`). A family takes part where both ends have it.
 */
export function decide(views: Views, egress: ViewId, ingress: ViewId): OutcomeId {
  if (egress === NO_VIEW || ingress === NO_VIEW) return NOTHING;
  const known = pairValue(views.decided, egress, ingress);
  if (known >= 0) return known;
  const outcome = outcomeOf(
    views,
    join(views, familyOutcome(views, egress, ingress, 4), familyOutcome(views, egress, ingress, 6)),
  );
  if (views.decided.size >= DECIDED_CAP) Object.assign(views.decided, createPairTable(4096));
  putPair(views.decided, egress, ingress, outcome);
  return outcome;
}

/**
 * The sender's address is none of the egress side's business, nor the receiver's of the ingress side's. So over all pairs
 * of addresses the union of what passes both is what passes the two unions, and likewise for what all pairs have.
 */
function familyOutcome(views: Views, egress: ViewId, ingress: ViewId, family: 4 | 6): Outcome | null {
  const [out, into] = [viewPart(views, egress, family), viewPart(views, ingress, family)];
  if (out === null || into === null) return null;
  return {
    some: intersect(views.sets, out.some, into.some),
    whole: intersect(views.sets, out.whole, into.whole),
    isSpecific: intersect(views.sets, out.some, into.specific) !== NO_TRAFFIC,
  };
}

/** Where both families take part, whole is what both have; but ICMP is IPv4's alone and ICMPv6 is IPv6's. */
function join(views: Views, ipv4: Outcome | null, ipv6: Outcome | null): Outcome {
  if (ipv4 === null || ipv6 === null) {
    return ipv4 ?? ipv6 ?? { some: NO_TRAFFIC, whole: NO_TRAFFIC, isSpecific: false };
  }
  const { sets } = views;
  return {
    some: ownProtocols(views, unite(sets, ipv4.some, ipv6.some), ipv4.some, ipv6.some),
    whole: ownProtocols(views, intersect(sets, ipv4.whole, ipv6.whole), ipv4.whole, ipv6.whole),
    isSpecific: ipv4.isSpecific || ipv6.isSpecific,
  };
}

/** The shared traffic, but ICMP as IPv4 has it and ICMPv6 as IPv6 has it. */
function ownProtocols(
  { sets, icmp, icmpv6 }: Views,
  shared: TrafficSetId,
  ipv4: TrafficSetId,
  ipv6: TrafficSetId,
): TrafficSetId {
  const others = subtract(sets, shared, unite(sets, icmp, icmpv6));
  const own = unite(sets, intersect(sets, ipv4, icmp), intersect(sets, ipv6, icmpv6));
  return unite(sets, others, own);
}
