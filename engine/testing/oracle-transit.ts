/** Through a transit gateway: in by one VPC's attachment, by the gateway's own table, out at another's. */
import type { SubnetId, TransitGatewayId, VpcId } from "../model/id";
import type { Network } from "../model/network";
import type { TransitGatewayAttachment } from "../model/transit-gateway";
import { isInVpc, residentOf } from "./oracle-places";
import { transitRouteFor } from "./oracle-routes";
import { type Arrival, overBorder, stop, type Traveller } from "./oracle-traveller";

type Onward = Readonly<{
  deliver: (network: Network, traveller: Traveller, vpcId: VpcId) => Arrival;
  byRoute: (network: Network, traveller: Traveller) => Arrival;
}>;

/** It takes packets from the zones only in which it has a subnet. */
const isServing = (
  network: Network,
  { state, subnetIds }: TransitGatewayAttachment,
  { subnetId }: Traveller,
): boolean => {
  if (state !== "available") return false;
  const zone = network.subnets[subnetId]?.availabilityZone;
  return subnetIds.length === 0 || subnetIds.some((id) => network.subnets[id]?.availabilityZone === zone);
};

/**
 * The network ACL of the subnet where the attachment is judges what goes in by its source, whoever sends it.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export const overTransitGateway = (
  network: Network,
  traveller: Traveller,
  id: TransitGatewayId,
  onward: Onward,
): Arrival => {
  const near = Object.values<TransitGatewayAttachment>(network.transitGatewayAttachments).find(
    (each) => each.transitGatewayId === id && each.vpcId === traveller.vpcId,
  );
  if (near === undefined || !isServing(network, near, traveller)) return stop("BAD_STATE_ATTACHMENT", id);
  const zone = network.subnets[traveller.subnetId]?.availabilityZone;
  const door = doorOf(network, { far: near, zone });
  const inside = (over: Traveller) => byTable(network, over, near, { id, onward, zone });
  return door === undefined ? inside(traveller) : overBorder(network, traveller, door, "ingress", inside);
};

type Gateway = Readonly<{ id: TransitGatewayId; onward: Onward; zone: string | undefined }>;

const byTable = (
  network: Network,
  traveller: Traveller,
  near: TransitGatewayAttachment,
  { id, onward, zone }: Gateway,
): Arrival => {
  const table = near.routeTableId === null ? undefined : network.transitGatewayRouteTables[near.routeTableId];
  if (table === undefined) return stop("NO_ROUTE_TO_DESTINATION", id);
  const to = transitRouteFor(network, table, traveller.destination);
  if (to === null) return stop("NO_ROUTE_TO_DESTINATION", table.transitGatewayRouteTableId);
  if (to === "blackhole") return stop("BAD_STATE_ROUTE", table.transitGatewayRouteTableId);
  const far = network.transitGatewayAttachments[to];
  if (far?.state !== "available") return stop("BAD_STATE_ATTACHMENT", to);
  const supports =
    network.transitGateways[id]?.securityGroupReferencingSupport === true &&
    near.securityGroupReferencingSupport &&
    far.securityGroupReferencingSupport;
  return outAt(network, known(traveller, supports), { far, zone }, onward);
};

/** Inbound rules alone can find the sender's groups, and with support only. */
const known = (traveller: Traveller, supports: boolean): Traveller => ({
  ...traveller,
  cameByTransit: true,
  keeps: { egress: false, ingress: traveller.keeps.ingress && supports },
});

type Exit = Readonly<{ far: TransitGatewayAttachment; zone: string | undefined }>;

/** The attachment's interface in the zone that the packet is from takes it; another one, the lowest by id, where there is none. */
const doorOf = (network: Network, { far, zone }: Exit): SubnetId | undefined => {
  const inVpc = far.subnetIds.filter((id) => network.subnets[id] !== undefined);
  const lowest = (ids: readonly SubnetId[]) =>
    ids.reduce<SubnetId | undefined>((low, id) => (low === undefined || id < low ? id : low), undefined);
  return lowest(inVpc.filter((id) => network.subnets[id]?.availabilityZone === zone)) ?? lowest(inVpc);
};

const outAt = (network: Network, traveller: Traveller, exit: Exit, { deliver, byRoute }: Onward): Arrival => {
  const { vpcId } = exit.far;
  const subnetId = doorOf(network, exit);
  const isForVpc = isInVpc(network, vpcId, traveller.destination);
  // Nobody knows where it comes in, so it crosses the border of whatever subnet it goes to.
  if (subnetId === undefined)
    return isForVpc
      ? deliver(network, { ...traveller, subnetId: "" as SubnetId }, vpcId)
      : stop("NO_ROUTE_TO_DESTINATION", vpcId);
  const there = { ...traveller, vpcId, subnetId };
  // Neither side of the subnet's ACL judges what stays in the subnet where it comes out.
  if (isForVpc && residentOf(network, vpcId, traveller.destination)?.subnetId === subnetId)
    return deliver(network, there, vpcId);
  return overBorder(network, there, subnetId, "egress", (over) =>
    isForVpc ? deliver(network, over, vpcId) : byRoute(network, over),
  );
};
