import { asId } from "../model/id";
import type { CidrRemote, NetworkAcl } from "../model/network-acl";
import type { Remote, SecurityGroup, SecurityGroupRule, Traffic } from "../model/security-group";
import { subnetRecords } from "./fixture-places";

const subnetNumbers = new Map(subnetRecords.map((record, number) => [record.cidrBlock, number]));

/** The IPv6 block that stands where an IPv4 one does: for any address, a VPC's and a subnet's; null for others. */
function ipv6Of(cidrIpv4: string): CidrRemote | null {
  if (cidrIpv4 === "0.0.0.0/0") return { kind: "cidrIpv6", cidrIpv6: "::/0" };
  if (cidrIpv4 === "10.0.0.0/8") return { kind: "cidrIpv6", cidrIpv6: "2001:db8:4200::/56" };
  const number = subnetNumbers.get(cidrIpv4);
  if (number === undefined) return null;
  return { kind: "cidrIpv6", cidrIpv6: `2001:db8:4200:${number.toString(16)}::/64` };
}

/** ICMP is ICMPv6 there, with other numbers for an echo. */
function ipv6Traffic(traffic: Traffic): Traffic {
  if (traffic.ipProtocol !== "icmp" || !("icmpType" in traffic)) return traffic;
  return { ...traffic, ipProtocol: "icmpv6", icmpType: traffic.icmpType === 8 ? 128 : traffic.icmpType };
}

/** Rules for addresses get an IPv6 twin; EC2 counts them apart, 60 a family. */
export const withIpv6Rules = (group: SecurityGroup): SecurityGroup => ({
  ...group,
  rules: [...group.rules, ...group.rules.flatMap(twinOf)],
});

function twinOf(rule: SecurityGroupRule): readonly SecurityGroupRule[] {
  const remote: Remote | null = rule.remote.kind === "cidrIpv4" ? ipv6Of(rule.remote.cidrIpv4) : null;
  if (remote === null) return [];
  const securityGroupRuleId = asId<"securityGroupRule">(rule.securityGroupRuleId.replace("sgr-0", "sgr-6"));
  return [{ ...rule, securityGroupRuleId, remote, traffic: ipv6Traffic(rule.traffic) }];
}

/** Lines get an IPv6 twin right behind them. */
export const withIpv6Entries = (acl: NetworkAcl): NetworkAcl => ({
  ...acl,
  entries: acl.entries.flatMap((entry) => {
    const remote = entry.remote.kind === "cidrIpv4" ? ipv6Of(entry.remote.cidrIpv4) : null;
    const twin = { ruleNumber: entry.ruleNumber + 1, traffic: ipv6Traffic(entry.traffic) };
    return remote === null ? [entry] : [entry, { ...entry, ...twin, remote }];
  }),
});
