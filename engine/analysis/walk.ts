/** Walks the way of a packet, and of its reply. */

import { type Address, formatAddress } from "../net/cidr";
import type { ComponentKind } from "./answer";
import { subnetPlace, type Topology } from "./topology";
import { walkOn } from "./walk-onwards";
import { replyTo } from "./walk-reply";
import { type Goal, type Host, isOnInternet, NOWHERE, newWalk, stop, type Walk } from "./walk-state";
import type { Held, Step, Way, WayEnd } from "./way";

/**
 * The way from one end to another by the route tables, over the gateways and through the network ACLs, and the way of the
 * reply, whatever is sent. It neither asks what the groups of the two ends admit nor whether the ends send and receive.
 * The order of checks is that of https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html
 */
export function wayBetween(topology: Topology, from: WayEnd, to: WayEnd): Way {
  const request = setOut(topology, from, goalOf(topology, to));
  checkPublicSource(request, from);
  const reply = replyTo(request);
  return {
    steps: request.steps,
    replySteps: reply.steps,
    seenSource: request.source,
    isSourceKnown: request.isSourceKnown,
    keepsIdentity: request.keepsIdentity,
    assumesGatewayRoute: request.assumesGatewayRoute || reply.assumesGatewayRoute,
  };
}

const goalOf = (topology: Topology, end: WayEnd): Goal =>
  end.kind === "interface" ? { kind: "host", ...hostOf(topology, end.held, end.asPublic) } : end;

const hostOf = (topology: Topology, held: Held, asPublic: boolean): Host => ({
  component: "network-interface",
  id: held.networkInterface.networkInterfaceId,
  vpcId: held.vpcId,
  at: subnetPlace(topology, held.subnetId),
  address: held.address,
  publicAddress: held.publicAddress,
  isPublicFace: asPublic && held.publicAddress !== null,
});

function setOut(topology: Topology, from: WayEnd, goal: Goal): Walk {
  if (from.kind !== "interface") return setOutFromOutside(topology, from, goal);
  const host = hostOf(topology, from.held, from.asPublic);
  const walk = newWalk(topology, goal, host.address, host, null);
  if (host.at === null) return lost(walk, "vpc", host.vpcId);
  walkOn(walk, { kind: "subnet", at: host.at });
  return walk;
}

function setOutFromOutside(
  topology: Topology,
  { kind, address }: Exclude<WayEnd, { kind: "interface" }>,
  goal: Goal,
): Walk {
  const walk = newWalk(topology, goal, address, null, null);
  if (kind === "nobody" || goal.kind === "outside") {
    stop(walk, "NO_SOURCE_OR_DESTINATION", "address", formatAddress(address));
    walk.isSourceKnown = false;
    return walk;
  }
  if (!isOnInternet(address)) {
    const vpcId = goal.kind === "host" ? goal.vpcId : null;
    return lost(walk, vpcId === null ? "address" : "vpc", vpcId ?? formatAddress(address));
  }
  walkOn(walk, { kind: "internet" });
  return walk;
}

/** Nothing leads from such a source. */
function lost(walk: Walk, component: ComponentKind, id: string): Walk {
  walk.isSourceKnown = false;
  stop(walk, "NO_ROUTE_TO_DESTINATION", component, id, { why: "notOnTheInternet" });
  walkOn(walk, NOWHERE);
  return walk;
}

/** Between two ends of ours; what goes outside from a public address may be asked about as well (`asWritten`). */
function checkPublicSource(walk: Walk, from: WayEnd): void {
  if (walk.goal.kind !== "outside" && !isAsWritten(walk.steps, walk.source, from))
    stop(walk, "NO_ROUTE_TO_DESTINATION", "vpc", vpcOf(from), { why: "otherAddress" });
}

/** What is written from a public address leaves by an internet gateway, or not under that address. */
const isAsWritten = (steps: readonly Step[], source: Address, from: WayEnd): boolean => {
  if (from.kind !== "interface" || !from.asPublic || from.held.publicAddress === null) return true;
  return source.value === from.held.publicAddress.value || steps.some(({ kind }) => kind === "stop");
};

const vpcOf = (end: WayEnd): string => (end.kind === "interface" ? end.held.vpcId : "");

/** A way to the outside, stopped if what is written from a public address leaves under another one. */
export function asWritten(way: Way, from: WayEnd): Way {
  if (isAsWritten(way.steps, way.seenSource, from)) return way;
  const stopped: Step = {
    kind: "stop",
    code: "NO_ROUTE_TO_DESTINATION",
    component: "vpc",
    id: vpcOf(from),
    why: "otherAddress",
  };
  return { ...way, steps: [...way.steps, stopped] };
}
