/** What a route may lead to, and how a packet goes by it. A new kind of gateway is one file and one line here. */

import type { RouteTarget } from "../model/route-table";
import { routeText } from "./topology-routes";
import { goByAppliance } from "./walk-appliance";
import { leaveByEgressOnlyInternetGateway } from "./walk-egress-only-internet-gateway";
import { leaveByInternetGateway } from "./walk-internet-gateway";
import { goByNatGateway } from "./walk-nat-gateway";
import { type Chosen, type Next, stopHere, tableId, type Walk } from "./walk-state";
import { goByTransitGateway } from "./walk-transit-gateway";
import { leaveByGatewayEndpoint } from "./walk-vpc-endpoint";
import { goByPeering } from "./walk-vpc-peering-connection";

type TargetKind = RouteTarget["kind"];

type By<Kind extends TargetKind> = (
  walk: Walk,
  chosen: Chosen,
  target: Extract<RouteTarget, { kind: Kind }>,
) => Next;

const notModelled: By<"other"> = (walk, { at, route }) => {
  const { component, id } = tableId(at);
  return stopHere(walk, "UNSUPPORTED_COMPONENT", component, id, { rule: routeText(route) });
};

const BY: Readonly<{ [Kind in TargetKind]: By<Kind> }> = {
  internetGateway: leaveByInternetGateway,
  egressOnlyInternetGateway: leaveByEgressOnlyInternetGateway,
  natGateway: goByNatGateway,
  vpcPeeringConnection: goByPeering,
  transitGateway: goByTransitGateway,
  networkInterface: goByAppliance,
  instance: goByAppliance,
  vpcEndpoint: leaveByGatewayEndpoint,
  other: notModelled,
};

/** Goes where a route leads. */
export const goBy = <Kind extends TargetKind>(
  walk: Walk,
  chosen: Chosen,
  target: Extract<RouteTarget, { kind: Kind }>,
): Next => {
  const by: By<Kind> = BY[target.kind as Kind];
  return by(walk, chosen, target);
};
