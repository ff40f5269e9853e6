import type { Id, PrefixListId, RouteTableId, VpcId } from "./id";
import type { CidrRemote } from "./network-acl";

export type RouteDestination = CidrRemote | Readonly<{ kind: "prefixList"; prefixListId: PrefixListId }>;

/** What a route may lead to, besides `local`, that Pathlight knows. */
export type RouteTargetKind =
  | "internetGateway"
  | "egressOnlyInternetGateway"
  | "natGateway"
  | "networkInterface"
  | "instance"
  | "vpcPeeringConnection"
  | "transitGateway"
  | "vpcEndpoint";

/** `vpcEndpoint` is a gateway endpoint. `other` is something that is not modelled (a VPN gateway, a local gateway ...). */
export type RouteTarget =
  | { [Kind in RouteTargetKind]: Readonly<{ kind: Kind; id: Id<Kind> }> }[RouteTargetKind]
  | Readonly<{ kind: "other"; id: string }>;

/**
 * A route. `blackhole` is what EC2 says of a route whose target is gone: it still wins by its prefix, and drops.
 * `isPropagated` routes lose against static ones of the same prefix.
 */
export type Route = Readonly<{
  destination: RouteDestination;
  target: RouteTarget;
  state: "active" | "blackhole";
  isPropagated: boolean;
}>;

/**
 * The routes of the subnets that name this table; of those that name none if it is the main one. The local route for each
 * CIDR of the VPC is always there and not listed in `routes`.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export type RouteTable = Readonly<{
  routeTableId: RouteTableId;
  vpcId: VpcId;
  name: string;
  isMain: boolean;
  routes: readonly Route[];
  /** Gateways of which it routes what comes in by them (an edge association): kept from an import, and not judged. */
  gatewayIds?: readonly string[];
}>;
