import { defaultGroupOf, type LoadBalancer, type Network, wearsGroups } from "../../../engine";
import type { LoadBalancerPatch } from "../../document/commands/load-balancer";
import { vpcOf } from "../../document/find";

/** The console's types. Whether a network one has groups is settled when it is made, so it belongs to its type. */
export const BALANCER_TYPES = [
  { value: "application", label: "Application" },
  { value: "network", label: "Network" },
  { value: "networkWithoutGroups", label: "Network, no security groups" },
] as const;

type BalancerType = (typeof BALANCER_TYPES)[number]["value"];

export const balancerTypeOf = (
  network: Network,
  { loadBalancerId, loadBalancerType }: LoadBalancer,
): BalancerType =>
  loadBalancerType === "network" && !wearsGroups(network, loadBalancerId)
    ? "networkWithoutGroups"
    : loadBalancerType;

/** What makes it one of this type. A network one with groups has those it wore, or the VPC's default one. */
export const asBalancerType = (
  network: Network,
  { loadBalancerId }: LoadBalancer,
  type: string,
): LoadBalancerPatch => {
  if (type === "application") return { loadBalancerType: "application" };
  if (type === "networkWithoutGroups") return { loadBalancerType: "network", groupIds: [] };
  if (wearsGroups(network, loadBalancerId)) return { loadBalancerType: "network" };
  const vpcId = vpcOf(network, loadBalancerId);
  const group = vpcId === null ? null : defaultGroupOf(network, vpcId);
  return { loadBalancerType: "network", groupIds: group === null ? [] : [group.groupId] };
};
