import type {
  SubnetId,
  TransitGatewayAttachmentId,
  TransitGatewayId,
  TransitGatewayRouteTableId,
  VpcId,
} from "./id";

/** `securityGroupReferencingSupport` is off by default; it has to be on here and at both attachments. */
export type TransitGateway = Readonly<{
  transitGatewayId: TransitGatewayId;
  name: string;
  region: string;
  securityGroupReferencingSupport: boolean;
}>;

/**
 * A VPC's attachment, with a subnet in each Availability Zone that it serves. `routeTableId` is the transit gateway's route
 * table by which packets from this VPC are routed (its association); null where it has none.
 */
export type TransitGatewayAttachment = Readonly<{
  transitGatewayAttachmentId: TransitGatewayAttachmentId;
  transitGatewayId: TransitGatewayId;
  name: string;
  vpcId: VpcId;
  subnetIds: readonly SubnetId[];
  state: "available" | "pending" | "deleted" | "failed" | "rejected";
  securityGroupReferencingSupport: boolean;
  routeTableId: TransitGatewayRouteTableId | null;
}>;

/** A route to an attachment; null is a blackhole. */
export type TransitGatewayRoute = Readonly<{ cidr: string; attachmentId: TransitGatewayAttachmentId | null }>;

/** `propagatedFrom` are the attachments whose VPCs' CIDRs it learns by itself. */
export type TransitGatewayRouteTable = Readonly<{
  transitGatewayRouteTableId: TransitGatewayRouteTableId;
  transitGatewayId: TransitGatewayId;
  name: string;
  routes: readonly TransitGatewayRoute[];
  propagatedFrom: readonly TransitGatewayAttachmentId[];
}>;
