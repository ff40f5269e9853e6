/** The records of a design file about filters, routes and gateways. */
import * as v from "valibot";
import type { IdKind } from "../../../engine";
import { address, cidr, id, wholeNumber } from "./fields";
import { cidrRemote, destination, direction, traffic } from "./traffic-schema";

const LAST_RULE_NUMBER = 32766;

export const networkAcl = v.strictObject({
  networkAclId: id("networkAcl"),
  vpcId: id("vpc"),
  name: v.string(),
  isDefault: v.boolean(),
  entries: v.array(
    v.strictObject({
      ruleNumber: wholeNumber(1, LAST_RULE_NUMBER),
      direction,
      ruleAction: v.picklist(["allow", "deny"]),
      traffic,
      remote: cidrRemote,
    }),
  ),
});

const target = <Kind extends IdKind>(kind: Kind) => v.strictObject({ kind: v.literal(kind), id: id(kind) });

const route = v.strictObject({
  destination,
  target: v.variant("kind", [
    target("internetGateway"),
    target("egressOnlyInternetGateway"),
    target("natGateway"),
    target("networkInterface"),
    target("instance"),
    target("vpcPeeringConnection"),
    target("transitGateway"),
    target("vpcEndpoint"),
    v.strictObject({ kind: v.literal("other"), id: v.string() }),
  ]),
  state: v.optional(v.picklist(["active", "blackhole"]), "active"),
  isPropagated: v.optional(v.boolean(), false),
});

export const routeTable = v.strictObject({
  routeTableId: id("routeTable"),
  vpcId: id("vpc"),
  name: v.string(),
  isMain: v.boolean(),
  routes: v.array(route),
  gatewayIds: v.exactOptional(v.array(v.string())),
});

export const internetGateway = v.strictObject({
  internetGatewayId: id("internetGateway"),
  name: v.string(),
  vpcId: v.nullable(id("vpc")),
});

export const egressOnlyInternetGateway = v.strictObject({
  egressOnlyInternetGatewayId: id("egressOnlyInternetGateway"),
  name: v.string(),
  vpcId: id("vpc"),
});

/** A private address with the public one that is mapped to it. */
export const mappedAddress = v.strictObject({
  privateIpAddress: address(4),
  publicIp: v.nullable(address(4)),
});

export const natGateway = v.strictObject({
  natGatewayId: id("natGateway"),
  name: v.string(),
  subnetId: id("subnet"),
  connectivityType: v.picklist(["public", "private"]),
  state: v.picklist(["pending", "failed", "available", "deleting", "deleted"]),
  addresses: v.array(mappedAddress),
});

export const vpcPeeringConnection = v.strictObject({
  vpcPeeringConnectionId: id("vpcPeeringConnection"),
  name: v.string(),
  requesterVpcId: id("vpc"),
  accepterVpcId: id("vpc"),
  status: v.picklist([
    "initiating-request",
    "pending-acceptance",
    "provisioning",
    "active",
    "rejected",
    "failed",
    "expired",
    "deleting",
    "deleted",
  ]),
});

export const transitGateway = v.strictObject({
  transitGatewayId: id("transitGateway"),
  name: v.string(),
  region: v.string(),
  securityGroupReferencingSupport: v.boolean(),
});

export const transitGatewayAttachment = v.strictObject({
  transitGatewayAttachmentId: id("transitGatewayAttachment"),
  transitGatewayId: id("transitGateway"),
  name: v.string(),
  vpcId: id("vpc"),
  subnetIds: v.array(id("subnet")),
  state: v.picklist(["available", "pending", "deleted", "failed", "rejected"]),
  securityGroupReferencingSupport: v.boolean(),
  routeTableId: v.nullable(id("transitGatewayRouteTable")),
});

export const transitGatewayRouteTable = v.strictObject({
  transitGatewayRouteTableId: id("transitGatewayRouteTable"),
  transitGatewayId: id("transitGateway"),
  name: v.string(),
  routes: v.array(v.strictObject({ cidr: cidr(), attachmentId: v.nullable(id("transitGatewayAttachment")) })),
  propagatedFrom: v.array(id("transitGatewayAttachment")),
});

export const vpcEndpoint = v.strictObject({
  vpcEndpointId: id("vpcEndpoint"),
  name: v.string(),
  vpcId: id("vpc"),
  vpcEndpointType: v.picklist(["gateway", "interface"]),
  serviceName: v.string(),
});
