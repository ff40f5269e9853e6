/** The way of one packet, step by step: out of its subnet, by its route, through whatever that leads to, and in. */
import type { SubnetId, VpcId } from "../model/id";
import type { Network } from "../model/network";
import type { RouteTarget } from "../model/route-table";
import type { Subnet } from "../model/subnet";
import {
  overEgressOnlyInternetGateway,
  overInternetGateway,
  overPeering,
  toGatewayEndpoint,
} from "./oracle-gateways";
import { applianceOf, overAppliance, overNatGateway } from "./oracle-middle";
import { residentOf } from "./oracle-places";
import { routeFor, tableOf } from "./oracle-routes";
import { overTransitGateway } from "./oracle-transit";
import { type Arrival, into, overBorder, stop, type Traveller } from "./oracle-traveller";

const MOST_LOOK_UPS = 8;

/** From where the packet is: straight to a neighbour in the same subnet, else over the border and by route. */
export const travel = (network: Network, traveller: Traveller): Arrival => {
  const resident = residentOf(network, traveller.vpcId, traveller.destination);
  if (resident !== null && resident.subnetId === traveller.subnetId)
    return deliver(network, traveller, traveller.vpcId);
  return overBorder(network, traveller, traveller.subnetId, "egress", (over) => byRoute(network, over));
};

/** To whoever has the address in a VPC. */
export const deliver = (network: Network, traveller: Traveller, vpcId: VpcId): Arrival => {
  const resident = residentOf(network, vpcId, traveller.destination);
  if (resident === null) return stop("NO_POSSIBLE_DESTINATION", vpcId);
  return into(network, { ...traveller, vpcId }, resident.subnetId, (there) =>
    resident.kind === "interface"
      ? { kind: "interface", wearer: resident.wearer, traveller: there }
      : { kind: "nat", nat: resident.nat, traveller: there },
  );
};

/** By the route table of the subnet that the packet is in. */
export const byRoute = (network: Network, traveller: Traveller): Arrival => {
  const subnet = network.subnets[traveller.subnetId];
  if (subnet === undefined) return stop("NO_ROUTE_TO_DESTINATION", traveller.subnetId);
  const at = tableOf(network, subnet)?.routeTableId ?? subnet.vpcId;
  if (isGoingRound(traveller, subnet.subnetId)) return stop("NO_ROUTE_TO_DESTINATION", at);
  const routed = { ...traveller, routed: [...traveller.routed, subnet.subnetId] };
  const choice = routeFor(network, subnet, traveller.destination);
  if (choice === null) return stop("NO_ROUTE_TO_DESTINATION", at);
  if (choice === "local") return deliver(network, routed, subnet.vpcId);
  if (choice === "implied") return overInternetGateway(network, routed, subnet.vpcId);
  if (choice.state === "blackhole" || isGone(network, choice.target, subnet))
    return stop("BAD_STATE_ROUTE", at);
  return by(network, routed, choice.target, subnet);
};

const isGoingRound = ({ routed }: Traveller, subnetId: SubnetId): boolean =>
  routed.length >= MOST_LOOK_UPS || routed.includes(subnetId);

/** A route to what is not there, or not in a state to carry anything, is a blackhole. */
const isGone = (network: Network, target: RouteTarget, { vpcId }: Subnet): boolean => {
  switch (target.kind) {
    case "internetGateway":
      return network.internetGateways[target.id]?.vpcId !== vpcId;
    case "egressOnlyInternetGateway":
      return network.egressOnlyInternetGateways[target.id]?.vpcId !== vpcId;
    case "natGateway":
      return network.natGateways[target.id]?.state !== "available";
    case "vpcPeeringConnection":
      return network.vpcPeeringConnections[target.id]?.status !== "active";
    case "transitGateway":
      return network.transitGateways[target.id] === undefined;
    case "vpcEndpoint":
      return network.vpcEndpoints[target.id]?.vpcId !== vpcId;
    case "networkInterface":
    case "instance":
      return applianceOf(network, target) === null;
    case "other":
      return false;
  }
};

const by = (network: Network, traveller: Traveller, target: RouteTarget, subnet: Subnet): Arrival => {
  switch (target.kind) {
    case "internetGateway":
      return overInternetGateway(network, traveller, subnet.vpcId);
    case "egressOnlyInternetGateway":
      return overEgressOnlyInternetGateway(network, traveller, subnet.vpcId);
    case "natGateway":
      return overNatGateway(network, traveller, target.id, travel);
    case "vpcPeeringConnection":
      return overPeering(network, traveller, target.id, deliver);
    case "transitGateway":
      return overTransitGateway(network, traveller, target.id, { deliver, byRoute });
    case "vpcEndpoint":
      return toGatewayEndpoint(network, traveller, target.id);
    case "networkInterface":
    case "instance":
      return overAppliance(network, traveller, target, travel);
    case "other":
      return stop("UNSUPPORTED_COMPONENT", target.id);
  }
};
