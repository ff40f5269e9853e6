import {
  type Direction,
  type FamilyCounts,
  type Network,
  QUOTAS,
  rulesInUse,
  type SecurityGroup,
} from "../../../engine";

const WORD: Readonly<Record<Direction, string>> = { ingress: "in", egress: "out" };

const ofQuota = ({ ipv4, ipv6 }: FamilyCounts): string =>
  `${Math.max(ipv4, ipv6)} of ${QUOTAS.rulesPerSecurityGroup}`;

/** "2 of 60 in · 1 of 60 out". IPv4 and IPv6 have a quota each: what is told is the fuller of the two. */
export const ruleCount = (network: Network, group: SecurityGroup): string => {
  const used = rulesInUse(group, network);
  return (["ingress", "egress"] as const)
    .map((direction) => `${ofQuota(used[direction])} ${WORD[direction]}`)
    .join(" · ");
};
