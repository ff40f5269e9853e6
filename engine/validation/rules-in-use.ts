import { type Network, recordOf } from "../model/network";
import type { Direction, SecurityGroup, SecurityGroupRule } from "../model/security-group";

export type FamilyCounts = Readonly<{ ipv4: number; ipv6: number }>;

/**
 * What a rule takes of its group's quota. A CIDR takes one in its family, a prefix list as many as it may have entries, and
 * a group reference one in both families (the guide no longer says in which: charging both is the careful reading).
 */
export const weightOf = ({ remote }: SecurityGroupRule, network: Network): FamilyCounts => {
  switch (remote.kind) {
    case "cidrIpv4":
      return { ipv4: 1, ipv6: 0 };
    case "cidrIpv6":
      return { ipv4: 0, ipv6: 1 };
    case "group":
      return { ipv4: 1, ipv6: 1 };
    case "prefixList": {
      const list = recordOf(network.prefixLists, remote.prefixListId);
      const weight = list?.maxEntries ?? 1;
      return list?.addressFamily === "IPv6" ? { ipv4: 0, ipv6: weight } : { ipv4: weight, ipv6: 0 };
    }
  }
};

export const countRules = (
  rules: readonly SecurityGroupRule[],
  direction: Direction,
  network: Network,
): FamilyCounts => {
  let ipv4 = 0;
  let ipv6 = 0;
  for (const rule of rules) {
    if (rule.direction !== direction) continue;
    const weight = weightOf(rule, network);
    ipv4 += weight.ipv4;
    ipv6 += weight.ipv6;
  }
  return { ipv4, ipv6 };
};

/** How much of its quota (60 a direction and family) a group uses. */
export const rulesInUse = (
  group: SecurityGroup,
  network: Network,
): Readonly<Record<Direction, FamilyCounts>> => ({
  ingress: countRules(group.rules, "ingress", network),
  egress: countRules(group.rules, "egress", network),
});
