import {
  INTERNET,
  type Network,
  type NetworkInterface,
  type NetworkInterfaceId,
  recordOf,
  recordsOf,
  type SecurityGroup,
  type SecurityGroupRule,
} from "../../../engine";
import { hasRouteTables, isPublicSubnet } from "../../document/public-subnet";
import type { AnalysisState } from "../../store/state";
import { isAnywhere } from "./group-effects";

/** A group whose rules let the Internet in, but into which no path of the Internet leads. */
export type Unreached = Readonly<{
  /** What is missing, as a clause; null where only a test of the path can tell. */
  why: string | null;
  /** What the test is about. */
  rule: SecurityGroupRule;
  memberId: NetworkInterfaceId;
}>;

/**
 * Whether the Internet gets nowhere with a group's rules, by the paths that the engine found. `analysis` must be the one of
 * this network. Null where something gets in, and where no rule would let it or nothing wears the group.
 */
export const unreachedByInternet = (
  network: Network,
  { groupId, rules }: SecurityGroup,
  { tiers, tierPairs }: Pick<AnalysisState, "tiers" | "tierPairs">,
): Unreached | null => {
  const rule = rules.find((each) => each.direction === "ingress" && isAnywhere(each));
  const members = recordsOf(network.networkInterfaces).filter((each) => each.groupIds.includes(groupId));
  const [first] = members;
  if (rule === undefined || first === undefined || !tiers.has(INTERNET)) return null;
  const ids = new Set<string>(members.map((each) => each.networkInterfaceId));
  const own = [...tiers.values()].filter((tier) => tier.networkInterfaceIds.some((id) => ids.has(id)));
  const reached = new Set(
    [...tierPairs.values()].filter(({ from }) => from === INTERNET).map(({ to }) => to),
  );
  if (own.length === 0 || own.some(({ tierId }) => reached.has(tierId))) return null;
  return { why: missingTo(network, members), rule, memberId: first.networkInterfaceId };
};

const hasPublic = ({ privateIpAddresses, ipv6Addresses }: NetworkInterface): boolean =>
  ipv6Addresses.length > 0 || privateIpAddresses.some(({ publicIp }) => publicIp !== null);

/** Network load balancers bring the Internet to members without public addresses: then only a test can tell. */
const missingTo = (network: Network, members: readonly NetworkInterface[]): string | null => {
  if (recordsOf(network.loadBalancers).some((each) => each.loadBalancerType === "network")) return null;
  const open = members.filter(hasPublic);
  if (open.length === 0) {
    const cure = members.every((each) => each.requesterManaged) ? "" : ": associate one";
    return `no member has a public address${cure}`;
  }
  return open.every((each) => !isRoutedOut(network, each))
    ? "no member with a public address is in a subnet with a route to an internet gateway: add one"
    : null;
};

/** Where nobody told of routes, a gateway is taken for granted. */
const isRoutedOut = (network: Network, { subnetId }: NetworkInterface): boolean => {
  const subnet = recordOf(network.subnets, subnetId);
  return subnet === undefined || !hasRouteTables(network, subnet.vpcId) || isPublicSubnet(network, subnet);
};
