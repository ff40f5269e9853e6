import type { VpcId } from "../model/id";
import type { InternetGateway } from "../model/internet-gateway";
import { isNatGatewayGone } from "../model/nat-gateway";
import { type Network, recordOf, recordsOf } from "../model/network";
import { ok, type Result } from "../result";
import { interfaceTitle } from "./owner";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";

/** The internet gateway that is attached to a VPC. */
export const internetGatewayOf = (network: Network, vpcId: string): InternetGateway | null =>
  recordsOf(network.internetGateways).find((each) => each.vpcId === vpcId) ?? null;

/**
 * Does a VPC have an internet gateway? One of which the design tells neither gateway nor route tables (a foreign file without
 * them) is taken to have one, as the analysis does.
 */
export const hasInternetGateway = (network: Network, vpcId: string): boolean =>
  internetGatewayOf(network, vpcId) !== null ||
  !recordsOf(network.routeTables).some((table) => table.vpcId === vpcId);

/** May something in this VPC have a public address? Only with an internet gateway (API Reference, AssociateAddress). */
export function checkHasInternetGateway(network: Network, vpcId: string): Result<void, Refusal> {
  if (hasInternetGateway(network, vpcId)) return ok(undefined);
  return refuse("publicAddressNeedsGateway", { vpc: recordOf(network.vpcs, vpcId)?.name || vpcId });
}

/** May there be another internet gateway? Counted over the design: one that is not attached lies in no Region we know. */
export function checkInternetGatewayQuota(network: Network, region: string | null): Result<void, Refusal> {
  const limit = QUOTAS.internetGatewaysPerRegion;
  const count = recordsOf(network.internetGateways).filter(
    ({ vpcId }) => vpcId !== null && recordOf(network.vpcs, vpcId)?.region === region,
  ).length;
  return count < limit ? ok(undefined) : refuse("internetGatewayLimit", { limit: `${limit}` });
}

/** May this gateway be attached to that VPC: neither has another (API Reference, AttachInternetGateway). */
export function checkAttachInternetGateway(
  network: Network,
  gateway: InternetGateway,
  vpcId: VpcId,
): Result<void, Refusal> {
  const vpc = recordOf(network.vpcs, vpcId);
  if (vpc === undefined) return refuse("vpcNotFound", { id: vpcId });
  if (gateway.vpcId !== null) {
    const by = recordOf(network.vpcs, gateway.vpcId)?.name || gateway.vpcId;
    return refuse("internetGatewayAttached", { name: gateway.name || gateway.internetGatewayId, vpc: by });
  }
  const other = internetGatewayOf(network, vpcId);
  if (other === null) return checkInternetGatewayQuota(network, vpc.region);
  const facts = { vpc: vpc.name || vpcId, name: other.name || other.internetGatewayId };
  return refuse("vpcHasInternetGateway", facts);
}

/** What in a VPC has a public address, by name: while it does, the gateway stays. */
export const publicAddressHolders = (
  network: Network,
  vpcId: string,
  goes: ReadonlySet<string> = new Set(),
): readonly string[] => {
  const isThere = (subnetId: string, id: string) =>
    !goes.has(id) && recordOf(network.subnets, subnetId)?.vpcId === vpcId;
  const interfaces = recordsOf(network.networkInterfaces)
    .filter((each) => isThere(each.subnetId, each.networkInterfaceId))
    .filter((each) => each.privateIpAddresses.some(({ publicIp }) => publicIp !== null))
    .map((each) => interfaceTitle(network, each));
  const gateways = recordsOf(network.natGateways)
    .filter((each) => !isNatGatewayGone(each) && isThere(each.subnetId, each.natGatewayId))
    .filter((each) => each.addresses.some(({ publicIp }) => publicIp !== null))
    .map((each) => each.name || each.natGatewayId);
  return [...interfaces, ...gateways];
};
