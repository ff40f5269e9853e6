/** The way back: a walk of its own from the receiver, and from each NAT gateway that the request came by. */
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Direction } from "../model/security-group";
import type { PlainAddress } from "./oracle-address";
import { fromInternet } from "./oracle-gateways";
import { hasGateway } from "./oracle-places";
import { routeFor } from "./oracle-routes";
import { aclOf, isLetThrough, type PlainContent } from "./oracle-rules";
import {
  type Arrival,
  type Crossing,
  KEEPS_NOTHING,
  overBorder,
  stop,
  type Translation,
  type Traveller,
} from "./oracle-traveller";
import { travel } from "./oracle-walk";

export type Fate = "allowed" | "partial" | "blocked";

/** A request that got through: who sent it (null: outside), and how it arrived. */
export type Delivered = Readonly<{
  sender: NetworkInterface | null;
  receiver: NetworkInterface | null;
  request: Traveller;
  /** The destination as the sender wrote it. */
  asked: PlainAddress;
}>;

/** Ports, both ends included. */
export type PortSpan = Readonly<{ from: number; to: number }>;

const ANY_CLIENT: PortSpan = { from: 1024, to: 65535 };

/** Of the ports to which replies may go, those that any rule anywhere tells apart: one on each side of every border. */
const telltalePorts = (network: Network, { from, to }: PortSpan): readonly number[] => {
  const traffics = [
    ...Object.values(network.networkAcls).flatMap((acl) => acl.entries.map((entry) => entry.traffic)),
    ...Object.values(network.securityGroups).flatMap((group) => group.rules.map((rule) => rule.traffic)),
  ];
  const borders = traffics.flatMap((traffic) =>
    "ports" in traffic
      ? [traffic.ports.from - 1, traffic.ports.from, traffic.ports.to, traffic.ports.to + 1]
      : [],
  );
  return [...new Set([from, to, ...borders.filter((port) => from <= port && port <= to)])];
};

/** What answers: to the client's ports (any ephemeral ones if they are not told), an echo reply to an echo, a timestamp to a timestamp, else its like. */
const answersTo = (
  network: Network,
  { protocol, icmpType, icmpCode }: PlainContent,
  clientPorts: PortSpan,
): readonly PlainContent[] => {
  if (protocol === 6 || protocol === 17) {
    return telltalePorts(network, clientPorts).map((port) => ({ protocol, port }));
  }
  if (protocol === 1 && icmpType === 8) return [{ protocol, icmpType: 0, icmpCode: 0 }];
  if (protocol === 1 && icmpType === 13) return [{ protocol, icmpType: 14, icmpCode: 0 }];
  if (protocol === 58 && icmpType === 128) return [{ protocol, icmpType: 129, icmpCode: 0 }];
  return [
    {
      protocol,
      ...(icmpType === undefined ? {} : { icmpType }),
      ...(icmpCode === undefined ? {} : { icmpCode }),
    },
  ];
};

/**
 * Whether all, some or none of the possible replies get back. A NAT gateway sends from ports of its own, any from 1024 to
 * 65535, so a reply goes to one of these first, and then to one of the client's; neither depends on the other.
 */
export const fateOfReply = (
  network: Network,
  delivered: Delivered,
  clientPorts: PortSpan = ANY_CLIENT,
): Fate => {
  const { request } = delivered;
  const portsAt = (translation: Translation | null) => (translation === null ? clientPorts : ANY_CLIENT);
  const fateTo = (translation: Translation | null, getsOn: (answer: PlainContent) => boolean): Fate => {
    const answers = answersTo(network, request.content, portsAt(translation));
    const back = answers.filter(getsOn);
    if (back.length === answers.length) return "allowed";
    return back.length === 0 ? "blocked" : "partial";
  };
  const fates = [fateTo(request.translation, (answer) => getsToHolder(network, delivered, answer))];
  for (let each = request.translation; each !== null; each = each.came.translation) {
    const translation = each;
    fates.push(
      fateTo(translation.came.translation, (answer) => getsBehind(network, delivered, translation, answer)),
    );
  }
  if (fates.includes("blocked")) return "blocked";
  return fates.includes("partial") ? "partial" : "allowed";
};

const opposite = (direction: Direction): Direction => (direction === "ingress" ? "egress" : "ingress");

/** The borders that the request crossed, the other way. */
const passesMirrored = (network: Network, crossings: readonly Crossing[], answer: PlainContent): boolean =>
  crossings.every(({ subnetId, direction, peer }) => {
    const subnet = network.subnets[subnetId];
    return subnet !== undefined && isLetThrough(aclOf(network, subnet), opposite(direction), answer, peer);
  });

/** To whom the receiver was shown as the sender. What is outside answers over the borders that the request crossed. */
const getsToHolder = (network: Network, delivered: Delivered, answer: PlainContent): boolean => {
  const { sender, receiver, request } = delivered;
  if (receiver === null) return passesMirrored(network, request.crossings, answer);
  const arrival = walkBack(network, delivered, receiver, answer);
  if (sender === null) return arrival.kind === "outside";
  return isHome(arrival, sender, request.translation);
};

/** At the NAT gateway, or at the sender itself where there is none. */
const isHome = (
  arrival: Arrival,
  sender: NetworkInterface | null,
  translation: Translation | null,
): boolean =>
  translation === null
    ? arrival.kind === "interface" && arrival.wearer === sender
    : arrival.kind === "nat" && arrival.nat.natGatewayId === translation.natGatewayId;

/** A NAT gateway sends on what it gets back, as anybody in its subnet would, to whom it got the request from. */
const getsBehind = (
  network: Network,
  { sender, asked }: Pick<Delivered, "sender" | "asked">,
  translation: Translation,
  answer: PlainContent,
): boolean => {
  const { came, subnetId } = translation;
  const arrival = travel(network, {
    ...came,
    ...AFRESH,
    content: answer,
    source: asked,
    destination: came.source,
    isForOutside: false,
    reply: { knownTo: came.appliances, egressOnlyVpcId: null },
    subnetId,
  });
  return isHome(arrival, sender, came.translation);
};

/** What a packet has come through, as it sets out. */
const AFRESH = {
  crossings: [],
  appliances: [],
  routed: [],
  cameByTransit: false,
  translation: null,
  keeps: KEEPS_NOTHING,
  leftBy: null,
} as const;

const walkBack = (
  network: Network,
  { request, sender, asked }: Delivered,
  receiver: NetworkInterface,
  answer: PlainContent,
): Arrival => {
  const reply: Traveller = {
    ...request,
    ...AFRESH,
    content: answer,
    source: asked,
    destination: request.source,
    isForOutside: sender === null,
    reply: { knownTo: request.appliances, egressOnlyVpcId: request.egressOnlyVpcId },
    subnetId: receiver.subnetId,
  };
  const cameFromInternet = sender === null || request.leftBy !== null;
  return cameFromInternet ? backByGateway(network, reply) : travel(network, reply);
};

/** A flow that came in by an internet gateway must leave by it. */
const backByGateway = (network: Network, reply: Traveller): Arrival =>
  overBorder(network, reply, reply.subnetId, "egress", (over) => {
    const subnet = network.subnets[reply.subnetId];
    const choice = subnet === undefined ? null : routeFor(network, subnet, reply.destination);
    if (choice === null || choice === "local") return stop("NO_ROUTE_TO_DESTINATION", reply.subnetId);
    if (choice === "implied") return fromInternet(network, over);
    if (choice.state === "blackhole") return stop("BAD_STATE_ROUTE", reply.subnetId);
    const { target } = choice;
    const isOwn =
      target.kind === "internetGateway" &&
      network.internetGateways[target.id]?.vpcId === reply.vpcId &&
      hasGateway(network, reply.vpcId);
    return isOwn ? fromInternet(network, over) : stop("NO_ROUTE_TO_DESTINATION", reply.subnetId);
  });
