/** Behind a network load balancer: on from its interface to the targets of a listener. */

import type { Listener, LoadBalancer } from "../model/load-balancer";
import { recordOf } from "../model/network";
import { NO_ADDRESSES } from "../net/address-set";
import { type Address, formatAddress } from "../net/cidr";
import { UDP } from "../net/traffic-axis";
import type { Case } from "./explain-ends";
import { checkGroups, type Peer } from "./explain-groups";
import { blockersOf, passed, stopped } from "./explain-hops";
import { single } from "./explain-index";
import { judgeLeg, type Leg } from "./explain-leg";
import { sourcePeer } from "./explain-peers";
import { cutByAcls, type Piece, piecesOf, universeOf } from "./explain-pieces";
import { type InsidePlace, interfacePlaces } from "./explain-places";
import { anyClient } from "./explain-sent";
import { bothSets } from "./explain-verdict";
import type { Packet } from "./question";
import { forwardsText, noListenerText, noTargetsText } from "./sentences";
import type { Step, Way } from "./way";

/** A network load balancer by one of its interfaces, and those of its listeners that take a packet. */
type Balancing = Readonly<{ balancer: LoadBalancer; listeners: readonly Listener[]; at: InsidePlace }>;

/**
 * Null where a packet's destination is no load balancer, or the packet has no port to listen on. An application load balancer
 * that listens ends the connection, as any end does.
 */
export const balancingAt = ({ index, packet, to }: Case): Balancing | null => {
  if (packet.port === undefined) return null;
  if (to.kind !== "inside" || to.networkInterface.attachment?.kind !== "loadBalancer") return null;
  const { loadBalancerId } = to.networkInterface.attachment;
  const balancer = recordOf(index.network.loadBalancers, loadBalancerId);
  if (balancer === undefined) return null;
  const protocol = packet.protocol === UDP ? "udp" : "tcp";
  const listeners = balancer.listeners.filter(
    (each) => each.protocol === protocol && each.port === packet.port,
  );
  const isEnd = balancer.loadBalancerType !== "network" && listeners.length > 0;
  return isEnd ? null : { balancer, listeners, at: { ...to, asPublic: false } };
};

/** The whole way to one target, by the balancer's interface. */
export type Onward = Readonly<{ target: InsidePlace; leg: Leg }>;

/**
 * To the targets of all listeners, as far as they are there and speak the family that the balancer was asked in. Targets that
 * have ports of their own come as several listeners on one port.
 */
export const onwardLegs = (
  client: Case,
  { listeners, ...rest }: Balancing,
  first: Leg,
): readonly Onward[] => {
  const { family } = rest.at.address;
  return listeners.flatMap((listener) =>
    listener.targetIds.flatMap((id) => {
      const places = interfacePlaces(client.index, id, "to", false);
      const target = places.find((place) => place.address.family === family);
      if (target === undefined) return [];
      return [{ target, leg: behind(first, targetLeg(client, { ...rest, listener }, target)) }];
    }),
  );
};

/** One of a balancer's listeners, and the interface at which it was asked. */
type Listening = Readonly<{ balancer: LoadBalancer; listener: Listener; at: InsidePlace }>;

/** One leg behind the other. */
const behind = (first: Leg, second: Leg): Leg => ({
  sets: bothSets(first.sets, second.sets),
  path: [...first.path, ...second.path],
  replyPath: [...second.replyPath, ...first.replyPath],
  blockers: [...first.blockers, ...second.blockers],
  facts: new Set([...first.facts, ...second.facts]),
});

/**
 * Targets see the client's address if the balancer keeps it, else the balancer's; rules that name the balancer's groups hold
 * either way, where the way from it to them lets groups be found. Its own outbound rules concern health checks only.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
const targetLeg = (client: Case, listening: Listening, target: InsidePlace): Leg => {
  const { index } = client;
  const { balancer, listener, at } = listening;
  const each: Case = {
    index,
    packet: { ...packetFrom(client, balancer), port: listener.targetPort },
    from: balancer.preservesClientIp ? client.from : at,
    to: target,
  };
  const universe = universeOf(client.from, client.to);
  const pieces = piecesTo(client, listening, target, each.packet);
  const peer = peerOf(client, listening, pieces);
  const ingress = checkGroups(index, each.packet, "ingress", target.networkInterface, peer);
  const leg = judgeLeg(each, pieces, { egress: null, ingress }, universe);
  const name = balancer.name || balancer.loadBalancerId;
  const message = forwardsText(index.network, name, listener.targetPort, target);
  const onward = passed("load-balancer", balancer.loadBalancerId, message);
  return { ...leg, path: [onward, ...leg.path] };
};

/** A balancer that shows its own address sends from ports of its own too. */
const packetFrom = ({ packet }: Case, { preservesClientIp }: LoadBalancer): Packet =>
  preservesClientIp ? packet : anyClient(packet);

const piecesTo = (
  client: Case,
  { balancer, at }: Listening,
  target: InsidePlace,
  packet: Packet,
): readonly Piece[] => {
  const universe = universeOf(client.from, client.to);
  const [onward] = piecesOf(client.index, packet, at, target);
  if (onward === undefined) return [];
  if (!balancer.preservesClientIp) return [{ ...onward, addresses: universe }];
  return piecesOf(client.index, client.packet, client.from, client.to).flatMap((piece) => {
    const way = seenFrom(onward.way, at.address, piece.stand ?? piece.way.seenSource);
    return piece.stand === null ? [{ ...piece, way }] : cutByAcls(piece.addresses, piece.stand, way, packet);
  });
};

/** A way in which the balancer keeps the client's address: filters see that one instead of its own. */
const seenFrom = (way: Way, own: Address, client: Address): Way => {
  const see = (step: Step): Step =>
    "peer" in step && step.peer.value === own.value ? { ...step, peer: client } : step;
  return { ...way, steps: way.steps.map(see), replySteps: way.replySteps.map(see), seenSource: client };
};

const peerOf = (client: Case, { balancer, at }: Listening, pieces: readonly Piece[]): Peer => {
  const { groupIds } = at.networkInterface;
  const [piece] = pieces;
  const own = {
    text: formatAddress(at.address),
    family: at.address.family,
    addresses: single(at.address),
    groupIds,
    lost: piece === undefined ? null : sourcePeer(client.index, piece.way, at).lost,
  };
  if (!balancer.preservesClientIp || piece === undefined) return own;
  const { text, addresses } = sourcePeer(client.index, piece.way, client.from);
  return { ...own, text, addresses };
};

/**
 * To a balancer that sends a packet on to nobody: it has no listener for it, or one without targets. Where none of its
 * listeners is told, it is asked alone.
 */
export const withoutTargets = (packet: Packet, { balancer, listeners }: Balancing, first: Leg): Leg => {
  if (balancer.listeners.length === 0)
    return { ...first, facts: new Set([...first.facts, "loadBalancerTargets" as const]) };
  const hop = { component: "load-balancer", id: balancer.loadBalancerId } as const;
  const name = balancer.name || balancer.loadBalancerId;
  const told =
    listeners.length === 0
      ? stopped("forward", hop, "ELBV2_LISTENERS_MISMATCH", noListenerText(name, packet))
      : stopped("forward", hop, "NO_POSSIBLE_DESTINATION", noTargetsText(name, packet));
  return {
    ...first,
    sets: { ...first.sets, through: NO_ADDRESSES, replySome: NO_ADDRESSES, replyAll: NO_ADDRESSES },
    path: [...first.path, told],
    blockers: [...first.blockers, ...blockersOf([told])],
  };
};
