import type { SubnetId } from "../model/id";
import { type Network, recordOf } from "../model/network";
import type { Subnet } from "../model/subnet";
import { ok, type Result } from "../result";
import { type Refusal, type RefusalReason, refuse } from "./refusal";

/** The subnets that a service is to stand in: at least one, each once, all of one VPC (of `vpcId`, if given). */
export function checkSubnets(
  network: Network,
  subnetIds: readonly SubnetId[],
  vpcId?: string,
): Result<readonly Subnet[], Refusal> {
  const subnets: Subnet[] = [];
  for (const id of new Set(subnetIds)) {
    const subnet = recordOf(network.subnets, id);
    if (subnet === undefined) return refuse("subnetNotFound", { id });
    if (subnet.vpcId !== (vpcId ?? subnets[0]?.vpcId ?? subnet.vpcId)) {
      return refuse("subnetOfOtherVpc", { name: subnet.name || id });
    }
    subnets.push(subnet);
  }
  return subnets.length === 0 ? refuse("subnetsMissing") : ok(subnets);
}

/** Some services stand at most once in an Availability Zone. */
export function checkOnePerZone(
  subnets: readonly Subnet[],
  reason: Extract<RefusalReason, "subnetsInOneZone" | "loadBalancerZones">,
): Result<void, Refusal> {
  const twin = subnets.find((subnet, index) =>
    subnets.slice(0, index).some((each) => each.availabilityZone === subnet.availabilityZone),
  );
  if (twin === undefined) return ok(undefined);
  return refuse(reason, { subnet: twin.name || twin.subnetId, zone: twin.availabilityZone });
}
