/** From hop to hop until a packet arrives, or does not. */

import type { Route } from "../model/route-table";
import { formatAddress } from "../net/cidr";
import type { SubnetPlace, VpcPlace } from "./topology-places";
import { routeFrom } from "./topology-routes";
import { arriveFromInternet, leaveByAssumedGateway } from "./walk-internet-gateway";
import {
  blackhole,
  crossBorder,
  END,
  type Goal,
  isOnInternet,
  loseIdentity,
  type Next,
  noRoute,
  stop,
  stopHere,
  type Walk,
} from "./walk-state";
import { goBy } from "./walk-targets";

const MOST_LOOKUPS = 8;

/** Walks on until the end. Where the way is lost, what is known of its end is told all the same. */
export function walkOn(walk: Walk, first: Next): void {
  let next: Next | null = first;
  while (next !== null) next = stepOf(walk, next);
}

function stepOf(walk: Walk, next: Next): Next | null {
  switch (next.kind) {
    case "subnet":
      return goFrom(walk, next.at);
    case "internet":
      return arriveFromInternet(walk);
    case "vpc":
      return deliver(walk, next.vpc);
    case "end":
      return refuseNobody(walk);
    case "nowhere":
      return lose(walk);
  }
}

/** Within a subnet packets go straight; out of it by its ACL and its route table. */
function goFrom(walk: Walk, at: SubnetPlace): Next {
  const { goal } = walk;
  if (goal.kind === "host" && goal.at === at && !goal.isPublicFace) return END;
  crossBorder(walk, at, "egress");
  return lookUp(walk, at);
}

function lookUp(walk: Walk, at: SubnetPlace): Next {
  const { topology, destination, visited, steps } = walk;
  if (visited.has(at.subnetId) || visited.size >= MOST_LOOKUPS) return noRoute(walk, at, "circle");
  const isFirst = visited.size === 0;
  visited.add(at.subnetId);
  const { subnetId, routeTable, vpc } = at;
  const found = routeFrom(topology, at, destination);
  const isAssumed = found === null && !vpc.hasRouteTables && isOnInternet(destination);
  const route = isAssumed ? "assumed" : found;
  if (route === null) return noRoute(walk, at);
  steps.push({ kind: "route", subnetId, routeTable, destination, route });
  if (isFirst && mustLeaveByGateway(walk) && !leadsToGateway(route)) return noRoute(walk, at, "notByGateway");
  if (route === "local") return { kind: "vpc", vpc };
  if (route === "assumed") return leaveByAssumedGateway(walk, vpc);
  const chosen = { at, route };
  return route.state === "blackhole" ? blackhole(walk, chosen) : goBy(walk, chosen, route.target);
}

/** What came in by an internet gateway is answered by it or not at all. */
const mustLeaveByGateway = ({ flow }: Walk): boolean => flow?.cameByInternetGateway === true;

const leadsToGateway = (route: Route | "local" | "assumed"): boolean => {
  if (route === "local") return false;
  return route === "assumed" || route.target.kind === "internetGateway" || route.state === "blackhole";
};

const isAt = (goal: Goal, { vpcId }: VpcPlace, walk: Walk): goal is Extract<Goal, { kind: "host" }> =>
  goal.kind === "host" && goal.vpcId === vpcId && (!goal.isPublicFace || walk.cameByInternetGateway);

/** Into the goal's subnet, if it is in this VPC. */
function deliver(walk: Walk, vpc: VpcPlace): Next | null {
  const { goal } = walk;
  if (goal.kind === "nobody") return END;
  if (!isAt(goal, vpc, walk))
    return stopHere(walk, "NO_ROUTE_TO_DESTINATION", "vpc", vpc.vpcId, { why: "otherVpc" });
  if (goal.at !== null) crossBorder(walk, goal.at, "ingress");
  return null;
}

function refuseNobody(walk: Walk): null {
  const { goal } = walk;
  if (goal.kind === "nobody") stop(walk, "NO_POSSIBLE_DESTINATION", "address", formatAddress(goal.address));
  return null;
}

/** The end's own ACL, where the source is as it would be there. */
function lose(walk: Walk): null {
  const { goal } = walk;
  if (goal.kind !== "host") return null;
  if (walk.senderVpcId !== goal.vpcId) loseIdentity(walk);
  if (goal.isPublicFace) walk.isSourceKnown = false;
  if (walk.isSourceKnown && goal.at !== null) crossBorder(walk, goal.at, "ingress");
  return null;
}
