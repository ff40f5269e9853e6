import { isNatGatewayGone, type NatGateway } from "../model/nat-gateway";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { Subnet } from "../model/subnet";
import { ok, type Result } from "../result";
import { checkAddress, checkPublicAddress } from "./address-check";
import { checkHasInternetGateway } from "./internet-gateway-check";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";

type Placed = Readonly<{ gateway: NatGateway; subnet: Subnet }>;

/** Those that are there, with their subnets. */
const placedGateways = (network: Network): readonly Placed[] =>
  recordsOf(network.natGateways).flatMap((gateway) => {
    const subnet = recordOf(network.subnets, gateway.subnetId);
    return subnet === undefined || isNatGatewayGone(gateway) ? [] : { gateway, subnet };
  });

function checkPerZone(network: Network, { availabilityZone: zone }: Subnet): Result<void, Refusal> {
  const limit = QUOTAS.natGatewaysPerZone;
  const inZone = placedGateways(network).filter(({ subnet }) => subnet.availabilityZone === zone);
  return inZone.length < limit ? ok(undefined) : refuse("natGatewayLimit", { zone, limit: `${limit}` });
}

/**
 * Public NAT gateways have Elastic IP addresses, of which a Region gives few. What else in a design has a public address may
 * have got it from its subnet, and is not counted.
 */
function checkElasticIps(network: Network, subnet: Subnet): Result<void, Refusal> {
  const regionOf = ({ vpcId }: Subnet) => recordOf(network.vpcs, vpcId)?.region;
  const region = regionOf(subnet) ?? "";
  const limit = QUOTAS.elasticIpsPerRegion;
  const addresses = placedGateways(network)
    .filter((each) => regionOf(each.subnet) === region)
    .flatMap(({ gateway }) => gateway.addresses.filter(({ publicIp }) => publicIp !== null));
  return addresses.length < limit ? ok(undefined) : refuse("elasticIpLimit", { region, limit: `${limit}` });
}

/**
 * May this NAT gateway have another state? One that was gone held no address: those that it had may be somebody else's by now.
 */
export function checkNatGatewayState(
  network: Network,
  before: NatGateway,
  state: NatGateway["state"],
): Result<void, Refusal> {
  if (!isNatGatewayGone(before) || isNatGatewayGone({ state })) return ok(undefined);
  for (const { privateIpAddress, publicIp } of before.addresses) {
    const own = checkAddress(network, before.subnetId, privateIpAddress);
    if (!own.ok && own.error.reason === "addressInUse") return own;
    const face = publicIp === null ? ok(publicIp) : checkPublicAddress(network, publicIp);
    if (!face.ok && face.error.reason === "publicAddressInUse") return face;
  }
  return ok(undefined);
}

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
  const perZone = checkPerZone(network, subnet);
  if (!perZone.ok || connectivityType === "private") return perZone;
  const gateway = checkHasInternetGateway(network, subnet.vpcId);
  return gateway.ok ? checkElasticIps(network, subnet) : gateway;
}
