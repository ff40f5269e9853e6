/** Out of a VPC by its internet gateway, and in by it. */

import type { InternetGatewayId, VpcId } from "../model/id";
import { recordOf, recordsOf } from "../model/network";
import type { RouteTarget } from "../model/route-table";
import type { Address } from "../net/cidr";
import { natAddresses } from "./topology";
import type { VpcPlace } from "./topology-places";
import {
  blackhole,
  type Chosen,
  END,
  type Goal,
  isOnInternet,
  isPrivate,
  loseIdentity,
  type Next,
  NOWHERE,
  stop,
  stopHere,
  type Walk,
} from "./walk-state";

type Target = Extract<RouteTarget, { kind: "internetGateway" }>;

export function leaveByInternetGateway(walk: Walk, chosen: Chosen, { id }: Target): Next {
  const gateway = recordOf(walk.topology.network.internetGateways, id);
  const { vpc } = chosen.at;
  return gateway?.vpcId === vpc.vpcId ? leave(walk, vpc, id) : blackhole(walk, chosen);
}

/** In a VPC of which no route table is told. */
export function leaveByAssumedGateway(walk: Walk, vpc: VpcPlace): Next {
  walk.assumesGatewayRoute = true;
  return leave(walk, vpc, gatewayId(vpc));
}

const gatewayId = ({ internetGateway, vpcId }: VpcPlace): InternetGatewayId | VpcId =>
  internetGateway?.internetGatewayId ?? vpcId;

function leave(walk: Walk, vpc: VpcPlace, id: string): Next {
  if (isPrivate(walk.destination))
    return stopHere(walk, "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS", "internet-gateway", id);
  if (!isOnInternet(walk.destination))
    return stopHere(walk, "NO_ROUTE_TO_DESTINATION", "internet-gateway", id, { why: "notOnTheInternet" });
  const seen = sourceBehind(walk, vpc);
  if (seen === null) return refuseSource(walk, id);
  walk.steps.push({
    kind: "pass",
    component: "internet-gateway",
    id,
    restriction: walk.flow === null ? "notTcp25" : null,
    translated: seen === walk.source ? null : { side: "source", from: walk.source, to: seen },
  });
  walk.source = seen;
  loseIdentity(walk);
  return { kind: "internet" };
}

/** The source as the Internet sees it; null where the gateway takes nothing from it. A reply's was settled by the request. */
function sourceBehind(walk: Walk, { vpcId }: VpcPlace): Address | null {
  if (walk.senderVpcId !== vpcId) return null;
  if (walk.source.family === 6) return isOnInternet(walk.source) ? walk.source : null;
  return walk.publicSource ?? (walk.flow === null ? null : walk.source);
}

function refuseSource(walk: Walk, gateway: string): Next {
  const { component, id } = walk.sourceId;
  const at = { component: "internet-gateway", id: gateway } as const;
  const why = walk.source.family === 6 ? { why: "notOnTheInternet" as const } : {};
  stop(walk, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", component, id, { at, ...why });
  walk.isSourceKnown = false;
  return NOWHERE;
}

/** A packet that comes over the Internet reaches its goal's VPC, or what is outside. */
export function arriveFromInternet(walk: Walk): Next {
  const { goal } = walk;
  if (goal.kind === "outside") return END;
  if (goal.kind === "nobody") return refuseNobody(walk, goal.address);
  const vpc = walk.topology.vpcs.get(goal.vpcId);
  if (vpc === undefined) return stopHere(walk, "NO_ROUTE_TO_DESTINATION", "vpc", goal.vpcId);
  enter(walk, vpc, goal);
  return { kind: "vpc", vpc };
}

/** A NAT gateway's own address takes no new flow. */
function refuseNobody(walk: Walk, address: Address): Next {
  const nat = recordsOf(walk.topology.network.natGateways).find((each) => {
    const { publicAddress } = natAddresses(each);
    return publicAddress?.value === address.value && address.family === 4;
  });
  return nat === undefined
    ? END
    : stopHere(walk, "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS", "nat-gateway", nat.natGatewayId);
}

/** In by a VPC's internet gateway; an egress-only one lets in what answers a flow that left by it. */
function enter(walk: Walk, vpc: VpcPlace, goal: Extract<Goal, { kind: "host" }>): void {
  walk.cameByInternetGateway = true;
  const isAnswer = walk.flow?.leftByEgressOnly === vpc.vpcId;
  if (vpc.internetGateway === null && vpc.hasRouteTables && !isAnswer)
    stop(walk, "NO_ROUTE_TO_DESTINATION", "vpc", vpc.vpcId, { why: "noInternetGateway" });
  if (!vpc.hasRouteTables) walk.assumesGatewayRoute = true;
  const hasGateway = vpc.internetGateway !== null || !vpc.hasRouteTables;
  const isMapped =
    goal.address.family === 6 ? isOnInternet(goal.address) : goal.isPublicFace && goal.publicAddress !== null;
  const at = { component: "internet-gateway", id: gatewayId(vpc) } as const;
  if (!isMapped)
    stop(walk, "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS", goal.component, goal.id, hasGateway ? { at } : {});
  else if (hasGateway) passIn(walk, vpc, goal);
}

function passIn(walk: Walk, vpc: VpcPlace, goal: Extract<Goal, { kind: "host" }>): void {
  const { address, publicAddress, isPublicFace } = goal;
  const isTranslated = isPublicFace && publicAddress !== null;
  walk.steps.push({
    kind: "pass",
    component: "internet-gateway",
    id: gatewayId(vpc),
    restriction: null,
    translated: isTranslated ? { side: "destination", from: publicAddress, to: address } : null,
  });
}
