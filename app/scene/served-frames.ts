/** Which frames a route table, a network ACL or a gateway is there for. */
import {
  type Network,
  recordOf,
  recordsOf,
  routeTableOf,
  type Subnet,
  subnetsOfNetworkAcl,
  subnetsOfRouteTable,
} from "../../engine";
import { findElement } from "../document/find";

const idsOf = (subnets: readonly Subnet[]): readonly string[] => subnets.map(({ subnetId }) => subnetId);

/** Subnets whose routes lead to it. */
const routedTo = (network: Network, id: string): readonly string[] =>
  idsOf(
    recordsOf(network.subnets).filter((subnet) =>
      routeTableOf(network, subnet)?.routes.some(({ target }) => target.id === id),
    ),
  );

const attachedTo = (network: Network, transitGatewayId: string): readonly string[] =>
  recordsOf(network.transitGatewayAttachments)
    .filter((attachment) => attachment.transitGatewayId === transitGatewayId)
    .map(({ vpcId }) => vpcId);

/** Ids of the VPCs and subnets that a thing serves; none for what has its own place in one. */
export const servedFrames = (network: Network, id: string): readonly string[] => {
  const element = findElement(network, id);
  switch (element?.kind) {
    case "routeTable":
      return idsOf(subnetsOfRouteTable(network, element.record.routeTableId));
    case "networkAcl":
      return idsOf(subnetsOfNetworkAcl(network, element.record.networkAclId));
    case "internetGateway":
    case "egressOnlyInternetGateway":
    case "natGateway":
    case "vpcEndpoint":
      return routedTo(network, id);
    case "vpcPeeringConnection":
      return [element.record.requesterVpcId, element.record.accepterVpcId, ...routedTo(network, id)];
    case "transitGateway":
      return [...attachedTo(network, id), ...routedTo(network, id)];
    case "transitGatewayAttachment":
      return [
        element.record.vpcId,
        ...element.record.subnetIds.filter((each) => recordOf(network.subnets, each)),
      ];
    default:
      return [];
  }
};
