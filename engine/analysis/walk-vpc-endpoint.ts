import { recordOf } from "../model/network";
import type { RouteTarget } from "../model/route-table";
import {
  blackhole,
  type Chosen,
  END,
  isForeign,
  isOnInternet,
  loseIdentity,
  type Next,
  noRoute,
  stopHere,
  type Walk,
} from "./walk-state";

type Target = Extract<RouteTarget, { kind: "vpcEndpoint" }>;

/** To a service by a gateway endpoint, which nothing but the VPC's own senders can use. */
export function leaveByGatewayEndpoint(walk: Walk, chosen: Chosen, { id }: Target): Next {
  const endpoint = recordOf(walk.topology.network.vpcEndpoints, id);
  const { vpcId } = chosen.at.vpc;
  if (endpoint?.vpcEndpointType !== "gateway" || endpoint.vpcId !== vpcId) return blackhole(walk, chosen);
  const component = "vpc-endpoint";
  if (isForeign(walk, chosen) || !isOnInternet(walk.destination))
    return stopHere(walk, "NO_ROUTE_TO_DESTINATION", component, id, { why: "notForService" });
  if (walk.goal.kind !== "outside") return noRoute(walk, chosen.at, "notForService");
  walk.steps.push({ kind: "pass", component, id, restriction: "tcpOrIcmpEcho", translated: null });
  loseIdentity(walk);
  return END;
}
