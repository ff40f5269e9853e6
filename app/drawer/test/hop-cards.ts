import {
  type Answer,
  asId,
  type Blocker,
  type ComponentKind,
  type Hop,
  type InternetGateway,
  type Network,
  recordOf,
  type SecurityGroupRuleId,
} from "../../../engine";
import { findElement } from "../../document/find";
import type { RowMark } from "../../store/state";
import { placeTitle } from "./place-title";
import { wayFamily } from "./way-family";

/** What a step of the way looks like: passed, by a part only, stopping the packet, or behind such a stop. */
export type HopState = "passed" | "partly" | "stopped" | "notReached";

export type HopCard = Readonly<{
  key: string;
  state: HopState;
  kind: string;
  title: string;
  message: string;
  /** A rule of a security group, which lights up elsewhere. */
  rule: SecurityGroupRuleId | null;
  /** A row of a network ACL or a route table, which is marked where its form is open. */
  row: RowMark | null;
  /** The element to select; null for what is not on the canvas. */
  elementId: string | null;
}>;

export const INTERNET_GATEWAY = "Internet gateway";

const KIND: Readonly<Record<Exclude<ComponentKind, "security-group">, string>> = {
  "network-interface": "Interface",
  "network-acl": "Network ACL",
  "route-table": "Route table",
  "internet-gateway": INTERNET_GATEWAY,
  "egress-only-internet-gateway": "Egress-only gateway",
  "nat-gateway": "NAT gateway",
  "vpc-peering-connection": "Peering connection",
  "transit-gateway": "Transit gateway",
  "transit-gateway-route-table": "Transit gateway route table",
  "vpc-endpoint": "Endpoint",
  "load-balancer": "Load balancer",
  vpc: "VPC",
  internet: "Outside",
  "ip-range": "Outside",
  address: "Address",
};

/** A way in one direction: the request's or the reply's. */
type Way = Readonly<{ hops: readonly Hop[]; blockers: readonly Blocker[]; isReply: boolean }>;

/**
 * A group judges what its interface sends right after the sender, and what it receives right before the receiver. In between
 * stand those of machines that forward.
 */
const groupKind = ({ hops }: Way, at: number): string => {
  if (at === 1 && hops[0]?.component === "network-interface") return "Group, outbound";
  return at === hops.length - 2 ? "Group, inbound" : "Group, on the way";
};

/** An ACL judges each way by itself: its entry tells which. */
const aclKind = ({ rule = "" }: Hop): string => {
  const direction = rule.startsWith("ingress") ? ", inbound" : ", outbound";
  return rule === "" ? KIND["network-acl"] : KIND["network-acl"] + direction;
};

const ENDS = { request: ["source", "destination"], reply: ["answers", "gets the reply"] } as const;

const kindOf = (way: Way, hop: Hop, at: number): string => {
  if (hop.component === "security-group") return groupKind(way, at);
  if (hop.component === "network-acl") return aclKind(hop);
  const [first, last] = ENDS[way.isReply ? "reply" : "request"];
  if (at === 0) return `${KIND[hop.component]}, ${first}`;
  return at === way.hops.length - 1 ? `${KIND[hop.component]}, ${last}` : KIND[hop.component];
};

/** What lets a part through stops the rest: it is named among the blockers, a group by its interface. */
const isPartial = ({ hops, blockers, isReply }: Way, { component, id }: Hop, at: number): boolean => {
  const wearer = at === 1 ? hops[0] : hops.at(-1);
  const blamed = component === "security-group" ? wearer?.id : id;
  const isPart = component === "security-group" || component === "network-acl";
  const direction = isReply ? "return" : "forward";
  return isPart && blockers.some((each) => each.component === blamed && each.direction === direction);
};

/** An internet gateway is called by its VPC, of which it is the only one. */
const titleOf = (network: Network, { component, id }: Hop): string => {
  if (component !== "internet-gateway") return placeTitle(network, id);
  const gateway = recordOf<InternetGateway>(network.internetGateways, id);
  return placeTitle(network, gateway?.vpcId ?? id);
};

const HAS_ROWS: ReadonlySet<ComponentKind> = new Set(["network-acl", "route-table"]);

const EVERYWHERE = { IPv4: "0.0.0.0/0", IPv6: "::/0" } as const;

/** An ACL has a catch-all for each family: "egress *" says less than its form shows. */
const rowOf = (network: Network, { hops }: Way, { component, id, rule }: Hop): RowMark | null => {
  if (rule === undefined || !HAS_ROWS.has(component)) return null;
  const family = rule.endsWith(" *") ? wayFamily(network, hops) : null;
  return { elementId: id, row: family === null ? rule : `${rule} ${EVERYWHERE[family]}` };
};

/** Everything behind the first stop is not reached, but further stops are shown as such. */
const cardsOf = (network: Network, way: Way): readonly HopCard[] => {
  const { hops } = way;
  const firstStop = hops.findIndex(({ code }) => code !== undefined);
  const stateOf = (hop: Hop, at: number): HopState => {
    if (hop.code !== undefined) return "stopped";
    if (firstStop >= 0 && at > firstStop) return "notReached";
    return isPartial(way, hop, at) ? "partly" : "passed";
  };
  return hops.map((hop, at) => ({
    key: `${at} ${hop.id}`,
    state: stateOf(hop, at),
    kind: kindOf(way, hop, at),
    title: titleOf(network, hop),
    message: hop.message,
    rule:
      hop.component === "security-group" && hop.rule !== undefined
        ? asId<"securityGroupRule">(hop.rule)
        : null,
    row: rowOf(network, way, hop),
    elementId: findElement(network, hop.id) === null ? null : hop.id,
  }));
};

/** The way of a packet as cards. */
export const hopCards = (
  network: Network,
  { path, blockers }: Pick<Answer, "path" | "blockers">,
): readonly HopCard[] => cardsOf(network, { hops: path, blockers, isReply: false });

/** The way of its reply as cards; none where the packet does not get through. */
export const replyCards = (
  network: Network,
  { replyPath, blockers }: Pick<Answer, "replyPath" | "blockers">,
): readonly HopCard[] => cardsOf(network, { hops: replyPath, blockers, isReply: true });

/** The step that decides a way: the first that stops the packet, else the first that lets only a part through. */
export const decisiveCard = (cards: readonly HopCard[]): HopCard | undefined =>
  cards.find(({ state }) => state === "stopped") ?? cards.find(({ state }) => state === "partly");
