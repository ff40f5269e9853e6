import { recordOf } from "../model/network";
import type { RouteTarget } from "../model/route-table";
import {
  blackhole,
  type Chosen,
  isForeign,
  isOnInternet,
  loseIdentity,
  type Next,
  stopHere,
  type Walk,
} from "./walk-state";

type Target = Extract<RouteTarget, { kind: "egressOnlyInternetGateway" }>;

/** Out of a VPC over IPv6. What comes back over it is what answers. */
export function leaveByEgressOnlyInternetGateway(walk: Walk, chosen: Chosen, { id }: Target): Next {
  const component = "egress-only-internet-gateway";
  const { vpc } = chosen.at;
  const gateway = recordOf(walk.topology.network.egressOnlyInternetGateways, id);
  if (gateway?.vpcId !== vpc.vpcId) return blackhole(walk, chosen);
  if (walk.destination.family === 4) return stopHere(walk, "PROTOCOL_RESTRICTION", component, id);
  if (isForeign(walk, chosen) || !isOnInternet(walk.destination) || !isOnInternet(walk.source))
    return stopHere(walk, "NO_ROUTE_TO_DESTINATION", component, id, { why: "notOnTheInternet" });
  const restriction = walk.flow === null ? "notTcp25" : null;
  walk.steps.push({ kind: "pass", component, id, restriction, translated: null });
  walk.leftByEgressOnly = vpc.vpcId;
  loseIdentity(walk);
  return { kind: "internet" };
}
