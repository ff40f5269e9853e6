import {
  type Network,
  recordOf,
  recordsOf,
  type TransitGatewayAttachment,
  type TransitGatewayRouteTable,
} from "../../../engine";

/** The attachments of a transit gateway. */
export const attachmentsOf = (network: Network, gatewayId: string): readonly TransitGatewayAttachment[] =>
  recordsOf(network.transitGatewayAttachments).filter((each) => each.transitGatewayId === gatewayId);

/** The route tables of a transit gateway. */
export const tablesOf = (network: Network, gatewayId: string): readonly TransitGatewayRouteTable[] =>
  recordsOf(network.transitGatewayRouteTables).filter((each) => each.transitGatewayId === gatewayId);

/** A block that a table has learnt, and from which attachment. */
export type PropagatedRoute = Readonly<{ cidr: string; attachment: TransitGatewayAttachment }>;

/** What a table knows by propagation; a static route for the same block wins. */
export const propagatedRoutes = (
  network: Network,
  { propagatedFrom }: TransitGatewayRouteTable,
): readonly PropagatedRoute[] =>
  propagatedFrom.flatMap((id) => {
    const attachment = recordOf(network.transitGatewayAttachments, id);
    const vpc = attachment && recordOf(network.vpcs, attachment.vpcId);
    if (attachment === undefined || vpc === undefined) return [];
    const blocks = [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks];
    return blocks.map((cidr) => ({ cidr, attachment }));
  });
