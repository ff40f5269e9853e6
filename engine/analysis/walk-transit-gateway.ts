import { recordOf } from "../model/network";
import type { RouteTarget } from "../model/route-table";
import type {
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
} from "../model/transit-gateway";
import { cidrContains } from "../net/cidr";
import { attachmentOf, subnetPlace, type Topology } from "./topology";
import type { SubnetPlace } from "./topology-places";
import { transitRoute } from "./topology-routes";
import { blackhole, type Chosen, crossBorder, END, type Next, stopHere, type Walk } from "./walk-state";

type Target = Extract<RouteTarget, { kind: "transitGateway" }>;

/**
 * Into the transit gateway by the VPC's attachment, and out by the one that its route table chooses. The ACL of the subnet in
 * which an attachment stands judges what goes in and what comes out (docs/decisions/transit-gateway-acls.md).
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export function goByTransitGateway(walk: Walk, chosen: Chosen, { id }: Target): Next {
  const { topology } = walk;
  const { network } = topology;
  const gateway = recordOf(network.transitGateways, id);
  if (gateway === undefined) return blackhole(walk, chosen);
  const attachment = attachmentOf(topology, chosen.at.vpc.vpcId, id);
  if (attachment === undefined) return stopHere(walk, "BAD_STATE_ATTACHMENT", "transit-gateway", id);
  if (attachment.state !== "available" || !serves(topology, attachment, chosen.at))
    return badAttachment(walk, attachment);
  const entrance = standing(topology, attachment, chosen.at);
  if (entrance !== null) crossBorder(walk, entrance, "ingress");
  const table =
    attachment.routeTableId === null
      ? undefined
      : recordOf(network.transitGatewayRouteTables, attachment.routeTableId);
  if (table === undefined) return stopHere(walk, "NO_ROUTE_TO_DESTINATION", "transit-gateway", id);
  return goByTable(walk, { gateway, attachment, table, at: chosen.at });
}

const badAttachment = (walk: Walk, { transitGatewayAttachmentId }: TransitGatewayAttachment): Next =>
  stopHere(walk, "BAD_STATE_ATTACHMENT", "transit-gateway", transitGatewayAttachmentId);

/** An attachment serves the zones in which it has a subnet; one that lists none serves all. */
function serves({ network }: Topology, { subnetIds }: TransitGatewayAttachment, at: SubnetPlace): boolean {
  if (subnetIds.length === 0) return true;
  const { availabilityZone } = at.subnet;
  return subnetIds.some((id) => recordOf(network.subnets, id)?.availabilityZone === availabilityZone);
}

/** How a packet came in: from a subnet, by its VPC's attachment, which chooses the table. */
type Entry = Readonly<{
  gateway: TransitGateway;
  attachment: TransitGatewayAttachment;
  table: TransitGatewayRouteTable;
  at: SubnetPlace;
}>;

function goByTable(walk: Walk, { gateway, attachment, table, at }: Entry): Next {
  const { topology } = walk;
  const component = "transit-gateway-route-table";
  const id = table.transitGatewayRouteTableId;
  const route = transitRoute(topology, table, walk.destination);
  if (route === null) return stopHere(walk, "NO_ROUTE_TO_DESTINATION", component, id);
  const to = targetOf(topology, route);
  if (to === undefined) return stopHere(walk, "BAD_STATE_ROUTE", component, id, { rule: route.cidr });
  if (to.state !== "available" || to.transitGatewayId !== gateway.transitGatewayId)
    return badAttachment(walk, to);
  pass(walk, gateway, route, attachment, to);
  return arrive(walk, to, at);
}

const targetOf = ({ network }: Topology, { attachmentId }: TransitGatewayRoute) =>
  attachmentId === null ? undefined : recordOf(network.transitGatewayAttachments, attachmentId);

/** References to groups hold inbound only, and only with support at both attachments and the gateway itself. */
function pass(
  walk: Walk,
  gateway: TransitGateway,
  { cidr }: TransitGatewayRoute,
  from: TransitGatewayAttachment,
  to: TransitGatewayAttachment,
): void {
  walk.steps.push({
    kind: "pass",
    component: "transit-gateway",
    id: gateway.transitGatewayId,
    rule: cidr,
    restriction: null,
    translated: null,
  });
  const isSupported = [gateway, from, to].every((each) => each.securityGroupReferencingSupport);
  walk.keepsIdentity = { egress: false, ingress: walk.keepsIdentity.ingress && isSupported };
}

/** Delivered in the attachment's VPC, or sent on by the table of its subnet; who is in that subnet gets it straight. */
function arrive(walk: Walk, to: TransitGatewayAttachment, from: SubnetPlace): Next {
  const vpc = walk.topology.vpcs.get(to.vpcId);
  if (vpc === undefined) return badAttachment(walk, to);
  const { goal, destination, topology } = walk;
  const at = standing(topology, to, from);
  const isInside = vpc.blocks.some((block) => cidrContains(block, destination));
  if (at === null)
    return isInside ? { kind: "vpc", vpc } : stopHere(walk, "NO_ROUTE_TO_DESTINATION", "vpc", vpc.vpcId);
  if (!isInside) return { kind: "subnet", at };
  if (goal.kind === "host" && goal.at === at && !goal.isPublicFace) return END;
  crossBorder(walk, at, "egress");
  return { kind: "vpc", vpc };
}

/**
 * The subnet by which an attachment takes traffic: that of the zone it came from if the attachment is there; else the first by
 * id. Null where it lists none.
 */
function standing(
  topology: Topology,
  { subnetIds }: TransitGatewayAttachment,
  from: SubnetPlace,
): SubnetPlace | null {
  const places = subnetIds.toSorted().flatMap((id) => subnetPlace(topology, id) ?? []);
  const zone = from.subnet.availabilityZone;
  return places.find(({ subnet }) => subnet.availabilityZone === zone) ?? places[0] ?? null;
}
