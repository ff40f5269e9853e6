import type { VpcId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { Route, RouteDestination, RouteTarget } from "../model/route-table";
import { cidrCovers } from "../net/cidr";
import { ok, type Result } from "../result";
import { blocksOf } from "./cidr-check";
import { interfacesOf } from "./owner";
import { type Refusal, refuse } from "./refusal";
import { isAttachmentOver } from "./transit-gateway-check";

type Found = Result<boolean, Refusal>;

const subnetVpc = (network: Network, subnetId: string): VpcId | undefined =>
  recordOf(network.subnets, subnetId)?.vpcId;

/** Is the target there, and does it serve this VPC? */
const servesVpc = (network: Network, target: RouteTarget, vpcId: string): Found => {
  switch (target.kind) {
    case "internetGateway": {
      const gateway = recordOf(network.internetGateways, target.id);
      return gateway ? ok(gateway.vpcId === vpcId) : refuse("internetGatewayNotFound", { id: target.id });
    }
    case "egressOnlyInternetGateway": {
      const gateway = recordOf(network.egressOnlyInternetGateways, target.id);
      if (gateway === undefined) return refuse("egressOnlyInternetGatewayNotFound", { id: target.id });
      return ok(gateway.vpcId === vpcId);
    }
    case "natGateway": {
      const gateway = recordOf(network.natGateways, target.id);
      if (gateway === undefined) return refuse("natGatewayNotFound", { id: target.id });
      return ok(subnetVpc(network, gateway.subnetId) === vpcId);
    }
    case "networkInterface": {
      const found = recordOf(network.networkInterfaces, target.id);
      if (found === undefined) return refuse("interfaceNotFound", { id: target.id });
      return ok(subnetVpc(network, found.subnetId) === vpcId);
    }
    case "instance": {
      if (recordOf(network.instances, target.id) === undefined) {
        return refuse("instanceNotFound", { id: target.id });
      }
      const [primary] = interfacesOf(network, target.id);
      return ok(primary !== undefined && subnetVpc(network, primary.subnetId) === vpcId);
    }
    default:
      return servesFromOutside(network, target, vpcId);
  }
};

const servesFromOutside = (network: Network, target: RouteTarget, vpcId: string): Found => {
  if (target.kind === "vpcPeeringConnection") {
    const peering = recordOf(network.vpcPeeringConnections, target.id);
    if (peering === undefined) return refuse("peeringNotFound", { id: target.id });
    return ok(peering.requesterVpcId === vpcId || peering.accepterVpcId === vpcId);
  }
  if (target.kind === "transitGateway") {
    const gateway = recordOf(network.transitGateways, target.id);
    if (gateway === undefined) return refuse("transitGatewayNotFound", { id: target.id });
    const isAttached = recordsOf(network.transitGatewayAttachments).some(
      (each) => each.transitGatewayId === target.id && each.vpcId === vpcId && !isAttachmentOver(each),
    );
    return isAttached ? ok(true) : refuse("routeTargetUnattached", { name: gateway.name || target.id });
  }
  if (target.kind !== "vpcEndpoint") return ok(true);
  const endpoint = recordOf(network.vpcEndpoints, target.id);
  if (endpoint === undefined) return refuse("endpointNotFound", { id: target.id });
  return ok(endpoint.vpcId === vpcId);
};

/** What addresses of IPv4 hosts look like to IPv6 ones; a NAT gateway translates them (RFC 6052; VPC User Guide, "NAT64"). */
const NAT64 = blocksOf(["64:ff9b::/96"]);

const isNat64 = (destination: RouteDestination): boolean =>
  destination.kind === "cidrIpv6" &&
  blocksOf([destination.cidrIpv6]).some((block) => NAT64.some((each) => cidrCovers(each, block)));

/** An egress-only gateway takes IPv6, a NAT gateway IPv4 and NAT64's prefix; a gateway endpoint its service's prefix list and nothing else. */
const checkFamily = (network: Network, { destination, target }: Route): Result<void, Refusal> => {
  const list =
    destination.kind === "prefixList" ? recordOf(network.prefixLists, destination.prefixListId) : undefined;
  const isIpv6 = destination.kind === "cidrIpv6" || list?.addressFamily === "IPv6";
  if (target.kind === "egressOnlyInternetGateway" && !isIpv6) {
    return refuse("routeTargetFamily", { target: "An egress-only internet gateway", family: "IPv6" });
  }
  if (target.kind === "natGateway" && isIpv6 && !isNat64(destination)) {
    return refuse("routeTargetFamily", { target: "A NAT gateway", family: "IPv4" });
  }
  if (target.kind !== "vpcEndpoint") return ok(undefined);
  const service = recordOf(network.vpcEndpoints, target.id);
  return service?.vpcEndpointType === "gateway" && list?.prefixListName === service.serviceName
    ? ok(undefined)
    : refuse("routeToEndpoint", { name: service?.name || target.id });
};

/** May a route of this VPC lead there (API Reference, CreateRoute)? Targets that are not modelled are taken as they are. */
export function checkRouteTarget(network: Network, vpcId: string, route: Route): Result<void, Refusal> {
  const serves = servesVpc(network, route.target, vpcId);
  if (!serves.ok) return serves;
  if (!serves.value) return refuse("routeTargetOfOtherVpc", { id: route.target.id });
  return checkFamily(network, route);
}
