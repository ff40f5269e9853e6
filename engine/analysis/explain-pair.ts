/** One packet from one place to another: its hops in order, and everything that stops it. */
import { isEmptyAddressSet } from "../net/address-set";
import type { Blocker, ComponentKind, ExplanationCode, Hop, Packet, Verdict } from "./answer";
import { checkGroups, type GroupCheck } from "./explain-groups";
import type { NetworkIndex } from "./explain-index";
import { type InsidePlace, type OutsidePlace, type Place, placeText } from "./explain-places";
import {
  destinationPeer,
  lacksPublicDestination,
  lacksPublicSource,
  type Route,
  routeBetween,
  sourcePeer,
} from "./explain-route";
import {
  admitsText,
  arrivesText,
  bothOutsideText,
  entersText,
  leavesText,
  nobodyText,
  noPublicDestinationText,
  noPublicSourceText,
  noRouteText,
  partlyNoRouteText,
  refusesText,
  selfText,
  sendsText,
  unattachedText,
} from "./sentences";
import { addressesText } from "./sentences-words";

/** The answer for two places. `usesGateway` says that a route to an internet gateway was taken for granted. */
export type PairAnswer = Readonly<{
  from: string;
  to: string;
  verdict: Verdict;
  reason: "addresses" | null;
  path: readonly Hop[];
  blockers: readonly Blocker[];
  usesGateway: boolean;
}>;

/** A step of the way: the hop, and what stops the packet there, if anything. */
type Step = Readonly<{ hop: Hop; blocker: Blocker | null }>;

type Case = Readonly<{ index: NetworkIndex; packet: Packet; from: Place; to: Place; route: Route }>;

const componentOf = (place: Place): Readonly<{ component: ComponentKind; id: string }> => {
  if (place.kind === "inside")
    return { component: "network-interface", id: place.networkInterface.networkInterfaceId };
  if (place.kind === "outside") return { component: place.component, id: place.id };
  return { component: "address", id: placeText(place) };
};

const passed = (component: ComponentKind, id: string, message: string): Step => ({
  hop: { component, id, message },
  blocker: null,
});

/** A step that stops the packet. `blamed` is the id of what would have to change, where that is not the hop itself. */
const stopped = (
  component: ComponentKind,
  id: string,
  code: ExplanationCode,
  message: string,
  blamed: string = id,
): Step => ({
  hop: { component, id, code, message },
  blocker: { code, component: blamed, direction: "forward", message },
});

const isUnattached = (place: Place): place is InsidePlace =>
  place.kind === "inside" && place.networkInterface.attachment === null;

const sourceStep = ({ index, packet, from, to }: Case): Step => {
  const { component, id } = componentOf(from);
  const code = "NO_SOURCE_OR_DESTINATION";
  if (isUnattached(from)) return stopped(component, id, code, unattachedText(index.network, from));
  if (from.kind === "nobody") return stopped(component, id, code, nobodyText(id));
  if (from.kind === "outside" && to.kind === "outside")
    return stopped(component, id, code, bothOutsideText(from.name, to.name));
  return passed(component, id, sendsText(index.network, packet, from, to));
};

const destinationStep = ({ index, to }: Case, passes: boolean): Step => {
  const { component, id } = componentOf(to);
  const code = "NO_POSSIBLE_DESTINATION";
  if (isUnattached(to)) return stopped(component, id, code, unattachedText(index.network, to));
  if (to.kind === "nobody") return stopped(component, id, code, nobodyText(id));
  return passed(component, id, arrivesText(index.network, to, passes));
};

/** The rules of a group decide; where none matches, the interface is to blame and its first group stands in the path. */
const groupStep = ({ index, packet }: Case, check: GroupCheck): Step => {
  const { networkInterfaceId, groupIds } = check.place.networkInterface;
  const component = "security-group";
  const code = check.hasRules ? "ENI_SG_RULES_MISMATCH" : "SG_HAS_NO_RULES";
  const refusal = refusesText(index.network, packet, check);
  if (check.decidedBy === null)
    return stopped(component, groupIds[0] ?? networkInterfaceId, code, refusal, networkInterfaceId);
  const { group, rule } = check.decidedBy;
  const blocker: Blocker = { code, component: networkInterfaceId, direction: "forward", message: refusal };
  return {
    hop: {
      component,
      id: group.groupId,
      rule: rule.securityGroupRuleId,
      message: admitsText(index.network, packet, check),
    },
    blocker: check.admits === "all" ? null : blocker,
  };
};

const egressStep = (each: Case): readonly Step[] => {
  const { index, packet, from, to, route } = each;
  if (from.kind !== "inside") return [];
  const peer = destinationPeer(index, route, to);
  return [groupStep(each, checkGroups(index, packet, "egress", from, peer))];
};

const ingressStep = (each: Case): readonly Step[] => {
  const { index, packet, from, to, route } = each;
  if (to.kind !== "inside") return [];
  const peer = sourcePeer(index, route, from);
  return [groupStep(each, checkGroups(index, packet, "ingress", to, peer))];
};

const leavingStep = ({ index, from, route }: Case): readonly Step[] => {
  if (route !== "gateway" || from.kind !== "inside") return [];
  const gateway = from.vpcId ?? "";
  if (!lacksPublicSource(route, from))
    return [passed("internet-gateway", gateway, leavesText(index.network, from))];
  const code = "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS";
  const message = noPublicSourceText(index.network, from);
  return [stopped("internet-gateway", gateway, code, message, from.networkInterface.networkInterfaceId)];
};

const enteringStep = ({ index, to, route }: Case): readonly Step[] => {
  if (route !== "gateway" || to.kind !== "inside") return [];
  const gateway = to.vpcId ?? "";
  if (!lacksPublicDestination(route, to))
    return [passed("internet-gateway", gateway, entersText(index.network, to))];
  const code = "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";
  const message = noPublicDestinationText(index.network, to);
  return [stopped("internet-gateway", gateway, code, message, to.networkInterface.networkInterfaceId)];
};

/** Without a way, the VPC that would need a route is to blame: the sender's, or the receiver's where the sender is outside. */
const noRouteStep = ({ index, from, to, route }: Case): readonly Step[] => {
  if (route !== "none" || (from.kind === "outside" && to.kind === "outside")) return [];
  const inside = [from, to].find((place) => place.kind === "inside");
  const blamed = (inside?.kind === "inside" && inside.vpcId) || placeText(to);
  const message = noRouteText(index.network, from, to);
  return [stopped("address", placeText(to), "NO_ROUTE_TO_DESTINATION", message, blamed)];
};

const outsideOf = ({ from, to }: Case): OutsidePlace | null => {
  if (from.kind === "outside") return from;
  return to.kind === "outside" ? to : null;
};

/** Of an outside end that is partly on the Internet, the part that is not. */
const unreachedPart = (each: Case): readonly Blocker[] => {
  const outside = outsideOf(each);
  if (outside === null || each.route !== "gateway" || isEmptyAddressSet(outside.unreachable)) return [];
  const message = partlyNoRouteText(addressesText(outside.unreachable));
  return [{ code: "NO_ROUTE_TO_DESTINATION", component: outside.id, direction: "forward", message }];
};

const verdictOf = (steps: readonly Step[], rest: readonly Blocker[]): Verdict => {
  const isStopped = steps.some(({ hop }) => hop.code !== undefined);
  if (isStopped) return "blocked";
  return rest.length > 0 || steps.some(({ blocker }) => blocker !== null) ? "partial" : "allowed";
};

const answerOf = (each: Case, steps: readonly Step[], rest: readonly Blocker[]): PairAnswer => {
  const verdict = verdictOf(steps, rest);
  return {
    from: placeText(each.from),
    to: placeText(each.to),
    verdict,
    reason: verdict === "partial" ? "addresses" : null,
    path: steps.map(({ hop }) => hop),
    blockers: [...steps.flatMap(({ blocker }) => (blocker === null ? [] : [blocker])), ...rest],
    usesGateway: each.route === "gateway",
  };
};

/** Judges one packet between two places, over all addresses they stand for. */
export const explainPair = (index: NetworkIndex, packet: Packet, from: Place, to: Place): PairAnswer => {
  const each: Case = { index, packet, from, to, route: routeBetween(from, to) };
  if (each.route === "self" && from.kind === "inside" && !isUnattached(from)) {
    const { component, id } = componentOf(from);
    return answerOf(each, [passed(component, id, selfText(index.network, from))], []);
  }
  const way = [
    sourceStep(each),
    ...egressStep(each),
    ...leavingStep(each),
    ...noRouteStep(each),
    ...enteringStep(each),
    ...ingressStep(each),
  ];
  const rest = unreachedPart(each);
  const passes = verdictOf(way, rest) !== "blocked";
  return answerOf(each, [...way, destinationStep(each, passes)], rest);
};
