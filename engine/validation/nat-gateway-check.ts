import type { NatGateway } from "../model/nat-gateway";
import { type Network, recordOf, recordsOf } from "../model/network";
import { ok, type Result } from "../result";
import { checkHasInternetGateway } from "./internet-gateway-check";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";

/**
 * May there be this NAT gateway? A public one needs an internet gateway: EC2 would let it fail with this code (VPC User
 * Guide, "Troubleshoot NAT gateways").
 */
export function checkNatGateway(
  network: Network,
  { subnetId, connectivityType }: Pick<NatGateway, "subnetId" | "connectivityType">,
): Result<void, Refusal> {
  const subnet = recordOf(network.subnets, subnetId);
  if (subnet === undefined) return refuse("subnetNotFound", { id: subnetId });
  const inZone = recordsOf(network.natGateways).filter(
    (each) => recordOf(network.subnets, each.subnetId)?.availabilityZone === subnet.availabilityZone,
  );
  const limit = QUOTAS.natGatewaysPerZone;
  if (inZone.length >= limit)
    return refuse("natGatewayLimit", { zone: subnet.availabilityZone, limit: `${limit}` });
  return connectivityType === "public" ? checkHasInternetGateway(network, subnet.vpcId) : ok(undefined);
}
