import type { VpcId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { Direction, SecurityGroup } from "../model/security-group";
import { homesOf } from "./group-vpc-check";

const arePeered = (network: Network, one: VpcId, other: VpcId): boolean =>
  recordOf(network.vpcs, one)?.region === recordOf(network.vpcs, other)?.region &&
  recordsOf(network.vpcPeeringConnections).some(
    ({ status, requesterVpcId, accepterVpcId }) =>
      status === "active" &&
      ((requesterVpcId === one && accepterVpcId === other) ||
        (requesterVpcId === other && accepterVpcId === one)),
  );

/** The transit gateways that carry group references from and to a VPC. */
const referencingGateways = (network: Network, vpcId: VpcId): readonly string[] =>
  recordsOf(network.transitGatewayAttachments)
    .filter((each) => each.vpcId === vpcId && each.state === "available")
    .filter((each) => each.securityGroupReferencingSupport)
    .map((each) => each.transitGatewayId)
    .filter((id) => recordOf(network.transitGateways, id)?.securityGroupReferencingSupport === true);

const areJoined = (network: Network, one: VpcId, other: VpcId): boolean => {
  const gateways = referencingGateways(network, one);
  return referencingGateways(network, other).some((id) => gateways.includes(id));
};

/**
 * May a rule of `group` name this other group: both can be worn in one VPC, or their VPCs are peered in one Region; an inbound
 * rule also where a transit gateway with support for it joins them (VPC Peering Guide, "Reference peer security groups";
 * Transit Gateways guide, "Amazon VPC attachments").
 */
export const mayNameGroup = (
  network: Network,
  group: SecurityGroup,
  named: SecurityGroup,
  direction: Direction,
): boolean => {
  const [own, others] = [homesOf(group), homesOf(named)];
  if (own.some((vpcId) => others.includes(vpcId))) return true;
  const pairs = own.flatMap((one) => others.map((other) => [one, other] as const));
  return pairs.some(
    ([one, other]) =>
      arePeered(network, one, other) || (direction === "ingress" && areJoined(network, one, other)),
  );
};
