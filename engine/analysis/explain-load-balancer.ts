/** Behind a network load balancer: on from its interface to the targets of a listener. */

import type { Listener, LoadBalancer } from "../model/load-balancer";
import { recordOf } from "../model/network";
import { NO_ADDRESSES } from "../net/address-set";
import { type Address, formatAddress } from "../net/cidr";
import { UDP } from "../net/traffic-axis";
import type { Packet } from "./answer";
import type { Case } from "./explain-ends";
import { checkGroups, type Peer } from "./explain-groups";
import { blockersOf, passed, stopped } from "./explain-hops";
import { single } from "./explain-index";
import { judgeLeg, type Leg } from "./explain-leg";
import { sourcePeer } from "./explain-peers";
import { cutByAcls, type Piece, piecesOf, universeOf } from "./explain-pieces";
import { type InsidePlace, interfacePlaces } from "./explain-places";
import { bothSets } from "./explain-verdict";
import { forwardsText, noTargetsText } from "./sentences";
import type { Step, Way } from "./way";

/** A listener of a network load balancer, with the port asked for and the balancer's interface. */
type Listening = Readonly<{ balancer: LoadBalancer; listener: Listener; at: InsidePlace }>;

/** The listener that takes a packet; null where its destination is no network load balancer, or has none for it. */
export const listeningAt = ({ index, packet, to }: Case): Listening | null => {
  if (to.kind !== "inside" || to.networkInterface.attachment?.kind !== "loadBalancer") return null;
  const { loadBalancerId } = to.networkInterface.attachment;
  const balancer = recordOf(index.network.loadBalancers, loadBalancerId);
  if (balancer?.loadBalancerType !== "network") return null;
  const protocol = packet.protocol === UDP ? "udp" : "tcp";
  const listener = balancer.listeners.find(
    (each) => each.protocol === protocol && each.port === packet.port && packet.port !== undefined,
  );
  return listener === undefined ? null : { balancer, listener, at: { ...to, asPublic: false } };
};

/** The whole way to one target, by the balancer's interface. */
export type Onward = Readonly<{ target: InsidePlace; leg: Leg }>;

/** To the listener's targets, as far as they are there and speak the family that the balancer was asked in. */
export const onwardLegs = (client: Case, listening: Listening, first: Leg): readonly Onward[] => {
  const { family } = listening.at.address;
  return listening.listener.targetIds.flatMap((id) => {
    const places = interfacePlaces(client.index, id, "to", false);
    const target = places.find((place) => place.address.family === family);
    return target === undefined ? [] : [{ target, leg: behind(first, targetLeg(client, listening, target)) }];
  });
};

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
 * either way. Its own outbound rules concern health checks only.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
const targetLeg = (client: Case, listening: Listening, target: InsidePlace): Leg => {
  const { index } = client;
  const { balancer, listener, at } = listening;
  const each: Case = {
    index,
    packet: { ...client.packet, port: listener.targetPort },
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
  const own = {
    text: formatAddress(at.address),
    family: at.address.family,
    addresses: single(at.address),
    groupIds,
    lost: null,
  };
  const [piece] = pieces;
  if (!balancer.preservesClientIp || piece === undefined) return own;
  const { text, addresses } = sourcePeer(client.index, piece.way, client.from);
  return { ...own, text, addresses };
};

/** A listener that has no targets answers nothing. */
export const noTargets = ({ balancer, listener }: Listening, first: Leg): Leg => {
  const hop = { component: "load-balancer", id: balancer.loadBalancerId } as const;
  const message = noTargetsText(balancer.name || balancer.loadBalancerId, listener.port);
  const told = stopped("forward", hop, "NO_POSSIBLE_DESTINATION", message);
  return {
    ...first,
    sets: { ...first.sets, through: NO_ADDRESSES, replySome: NO_ADDRESSES, replyAll: NO_ADDRESSES },
    path: [...first.path, told],
    blockers: [...first.blockers, ...blockersOf([told])],
  };
};
