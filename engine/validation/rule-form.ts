import { type Network, recordOf } from "../model/network";
import type { Remote, SecurityGroup, SecurityGroupRule, Traffic } from "../model/security-group";
import { type Family, formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { checkCidr } from "./cidr-check";
import { checkDescription } from "./group-check";
import { type Refusal, refuse } from "./refusal";

const isWithin = (value: number, highest: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= highest;

const PROTOCOLS_WITH_NAME: ReadonlyMap<number, string> = new Map([
  [1, "ICMP"],
  [6, "TCP"],
  [17, "UDP"],
  [58, "ICMPv6"],
]);

/** Ports 0 to 65535 in order; ICMP type and code 0 to 255 or all; other protocols by number 0 to 255. */
export function checkTraffic(traffic: Traffic): Result<Traffic, Refusal> {
  if (traffic.ipProtocol === "all") return ok(traffic);
  if ("ports" in traffic) return checkPorts(traffic.ports.from, traffic.ports.to) ?? ok(traffic);
  if ("icmpType" in traffic) return checkIcmp(traffic.icmpType, traffic.icmpCode) ?? ok(traffic);
  const name = PROTOCOLS_WITH_NAME.get(traffic.ipProtocol);
  if (name !== undefined) return refuse("protocolHasName", { protocol: `${traffic.ipProtocol}`, name });
  return isWithin(traffic.ipProtocol, 255)
    ? ok(traffic)
    : refuse("protocolOutOfRange", { protocol: `${traffic.ipProtocol}` });
}

function checkPorts(from: number, to: number): Result<never, Refusal> | null {
  const outside = [from, to].find((port) => !isWithin(port, 65535));
  if (outside !== undefined) return refuse("portOutOfRange", { port: `${outside}` });
  return from > to ? refuse("portsReversed", { from: `${from}`, to: `${to}` }) : null;
}

function checkIcmp(type: number | "all", code: number | "all"): Result<never, Refusal> | null {
  const outside = [type, code].find((each) => each !== "all" && !isWithin(each, 255));
  if (outside !== undefined) return refuse("icmpOutOfRange", { value: `${outside}` });
  return type === "all" && code !== "all" ? refuse("icmpCodeWithoutType", { code: `${code}` }) : null;
}

function canonicalCidr(text: string, family: Family): Result<string, Refusal> {
  const cidr = checkCidr(text, family);
  return cidr.ok ? ok(formatCidr(cidr.value)) : cidr;
}

/** The far end as EC2 stores it: canonical CIDR; a group of the same VPC; a prefix list that exists. */
export function checkRemote(network: Network, group: SecurityGroup, remote: Remote): Result<Remote, Refusal> {
  switch (remote.kind) {
    case "cidrIpv4": {
      const cidr = canonicalCidr(remote.cidrIpv4, 4);
      return cidr.ok ? ok({ kind: "cidrIpv4", cidrIpv4: cidr.value }) : cidr;
    }
    case "cidrIpv6": {
      const cidr = canonicalCidr(remote.cidrIpv6, 6);
      return cidr.ok ? ok({ kind: "cidrIpv6", cidrIpv6: cidr.value }) : cidr;
    }
    case "group": {
      const named = recordOf(network.securityGroups, remote.groupId);
      if (named === undefined) return refuse("remoteGroupNotFound", { id: remote.groupId });
      if (named.vpcId === group.vpcId) return ok(remote);
      return refuse("remoteGroupInOtherVpc", { name: named.groupName, group: group.groupName });
    }
    case "prefixList":
      return recordOf(network.prefixLists, remote.prefixListId) === undefined
        ? refuse("prefixListNotFound", { id: remote.prefixListId })
        : ok(remote);
  }
}

/** One rule by itself, as EC2 would store it. */
export function canonicalRule(
  network: Network,
  group: SecurityGroup,
  rule: SecurityGroupRule,
): Result<SecurityGroupRule, Refusal> {
  const traffic = checkTraffic(rule.traffic);
  if (!traffic.ok) return traffic;
  const remote = checkRemote(network, group, rule.remote);
  if (!remote.ok) return remote;
  const description = checkDescription(rule.description);
  if (!description.ok) return description;
  return ok({ ...rule, remote: remote.value });
}
