import { type Network, recordOf } from "../model/network";
import type { Direction, Remote, SecurityGroup, SecurityGroupRule } from "../model/security-group";
import { type Family, formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { checkCidr } from "./cidr-check";
import { checkDescription } from "./group-check";
import { mayNameGroup } from "./group-reference";
import { type Refusal, refuse } from "./refusal";
import { checkTraffic } from "./traffic-check";

function canonicalCidr(text: string, family: Family): Result<string, Refusal> {
  const cidr = checkCidr(text, family);
  return cidr.ok ? ok(formatCidr(cidr.value)) : cidr;
}

/** The far end as EC2 stores it: canonical CIDR; a group within reach; a prefix list that exists. */
export function checkRemote(
  network: Network,
  group: SecurityGroup,
  remote: Remote,
  direction: Direction = "ingress",
): Result<Remote, Refusal> {
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
      if (mayNameGroup(network, group, named, direction)) return ok(remote);
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
  const remote = checkRemote(network, group, rule.remote, rule.direction);
  if (!remote.ok) return remote;
  const description = checkDescription(rule.description);
  if (!description.ok) return description;
  return ok({ ...rule, remote: remote.value });
}
