/**
 * A network as a plain program would read it: numbers instead of text, rules gathered for each interface, nothing shared or
 * prepared beyond that. Networks of one VPC with IPv4 and ACLs only. It uses nothing of the analysis.
 */
import { type Network, recordsOf } from "../model/network";
import type { NetworkAcl } from "../model/network-acl";
import type { NetworkInterface } from "../model/network-interface";
import type { Direction, Remote, SecurityGroup, Traffic } from "../model/security-group";

/** Half-open stretch of the axis of traffic: TCP ports, UDP ports, ICMP as type * 256 + code, other protocols by number. */
export type Stretch = Readonly<{ first: number; end: number }>;

export const AXIS = { tcp: 0, udp: 65_536, icmp: 131_072, others: 196_608, end: 196_864 } as const;

/** Addresses from `low` to `high`, both included, as signed 32-bit numbers: those a program handles quickest. */
type Block = Readonly<{ low: number; high: number }>;

const NO_BLOCK: Block = { low: 1, high: 0 };

/** What a rule is for and whom it names: a group by number, or, where that is -1, addresses. */
export type PlainRule = Stretch & Block & Readonly<{ group: number }>;

export type PlainLine = Block & Readonly<{ isAllow: boolean; traffic: Stretch }>;

export type PlainInterface = Readonly<{
  id: string;
  address: number;
  groups: readonly number[];
  subnet: string;
  rules: Readonly<Record<Direction, readonly PlainRule[]>>;
  lines: Readonly<Record<Direction, readonly PlainLine[]>>;
}>;

/** The interfaces, in the order of the table. */
export function plainInterfaces(network: Network): readonly PlainInterface[] {
  const groups = recordsOf<SecurityGroup>(network.securityGroups);
  const numbers = new Map(groups.map((group, number) => [group.groupId, number]));
  const rules = groups.map((group) => plainRules(group, numbers));
  const acls = new Map(
    recordsOf<NetworkAcl>(network.networkAcls).map((acl) => [acl.networkAclId, plainLines(acl)]),
  );
  return recordsOf<NetworkInterface>(network.networkInterfaces).map((record) => {
    const worn = record.groupIds.flatMap((groupId) => numbers.get(groupId) ?? []);
    const networkAclId = network.subnets[record.subnetId]?.networkAclId ?? null;
    return {
      id: record.networkInterfaceId,
      address: addressValue(record.privateIpAddresses[0]?.privateIpAddress ?? "0.0.0.0"),
      groups: worn,
      subnet: record.subnetId,
      rules: {
        ingress: worn.flatMap((number) => rules[number]?.ingress ?? []),
        egress: worn.flatMap((number) => rules[number]?.egress ?? []),
      },
      lines: (networkAclId === null ? undefined : acls.get(networkAclId)) ?? { ingress: [], egress: [] },
    };
  });
}

function plainRules(
  group: SecurityGroup,
  numbers: ReadonlyMap<string, number>,
): Readonly<Record<Direction, readonly PlainRule[]>> {
  const read = (direction: Direction) =>
    group.rules
      .filter((rule) => rule.direction === direction)
      .map((rule) => plainRule(plainTraffic(rule.traffic), rule.remote, numbers));
  return { ingress: read("ingress"), egress: read("egress") };
}

function plainRule({ first, end }: Stretch, remote: Remote, numbers: ReadonlyMap<string, number>): PlainRule {
  const group = remote.kind === "group" ? (numbers.get(remote.groupId) ?? -1) : -1;
  const { low, high } = remote.kind === "cidrIpv4" ? blockOf(remote.cidrIpv4) : NO_BLOCK;
  return { group, low, high, first, end };
}

/** Sorted by number; the line that denies the rest is the end of the list. */
function plainLines(acl: NetworkAcl): Readonly<Record<Direction, readonly PlainLine[]>> {
  const read = (direction: Direction) =>
    acl.entries
      .filter((entry) => entry.direction === direction && entry.remote.kind === "cidrIpv4")
      .toSorted((a, b) => a.ruleNumber - b.ruleNumber)
      .map(({ ruleAction, traffic, remote }) => ({
        isAllow: ruleAction === "allow",
        ...blockOf(remote.kind === "cidrIpv4" ? remote.cidrIpv4 : "0.0.0.0/0"),
        traffic: plainTraffic(traffic),
      }));
  return { ingress: read("ingress"), egress: read("egress") };
}

const SIGN = 2 ** 31;

const addressValue = (text: string): number =>
  text.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0) - SIGN;

function blockOf(text: string): Block {
  const [host = "0.0.0.0", length = "32"] = text.split("/");
  const size = 2 ** (32 - Number(length));
  const low = Math.floor((addressValue(host) + SIGN) / size) * size - SIGN;
  return { low, high: low + size - 1 };
}

/** ICMPv6 means nothing between IPv4 addresses. */
function plainTraffic(traffic: Traffic): Stretch {
  if (traffic.ipProtocol === "all") return { first: 0, end: AXIS.end };
  if (typeof traffic.ipProtocol === "number") return stretch(AXIS.others, traffic.ipProtocol);
  if ("ports" in traffic) return stretch(AXIS[traffic.ipProtocol], traffic.ports.from, traffic.ports.to);
  if (!("icmpType" in traffic) || traffic.ipProtocol === "icmpv6") return { first: 0, end: 0 };
  if (traffic.icmpType === "all") return stretch(AXIS.icmp, 0, 65_535);
  const first = traffic.icmpType * 256;
  return traffic.icmpCode === "all"
    ? stretch(AXIS.icmp, first, first + 255)
    : stretch(AXIS.icmp, first + traffic.icmpCode);
}

const stretch = (base: number, from: number, to: number = from): Stretch => ({
  first: base + from,
  end: base + to + 1,
});
