/**
 * May this packet pass? A plain evaluator, one packet at a time, that follows the written rules of AWS step by step and
 * shares no code with the analysis. Slow on purpose: the analysis is held to it.
 */
import type { SubnetId, VpcId } from "../model/id";
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import { type PlainAddress, plainAddress } from "./oracle-address";
import { isExempt } from "./oracle-exempt";
import { fromInternet } from "./oracle-gateways";
import { type Holder, holderOf, isOnInternet, receives, sends, vpcIdOf } from "./oracle-places";
import { type Fate, fateOfReply, type PortSpan } from "./oracle-reply";
import { isAdmitted, type PlainContent } from "./oracle-rules";
import { type Arrival, stop, type Traveller } from "./oracle-traveller";
import { travel } from "./oracle-walk";

export type PlainPacket = PlainContent &
  Readonly<{ source: PlainAddress; destination: PlainAddress; sourcePort?: number; clientPorts?: PortSpan }>;

/** `reply` is null where the request does not get through; `code` and `at` say what stopped it. */
export type Judgement = Readonly<{ verdict: Fate; reply: Fate | null; code?: string; at?: string }>;

const blocked = (code: string, at: string): Judgement => ({ verdict: "blocked", reply: null, code, at });

const ALLOWED: Judgement = { verdict: "allowed", reply: "allowed" };

/** An end that is outside by definition has all its addresses outside, those too that look like our own public ones. */
export type Outside = Readonly<{ from: boolean; to: boolean }>;

const contentOf = ({ protocol, port, icmpType, icmpCode }: PlainPacket): PlainContent => ({
  protocol,
  ...(port === undefined ? {} : { port }),
  ...(icmpType === undefined ? {} : { icmpType }),
  ...(icmpCode === undefined ? {} : { icmpCode }),
});

/** Does this one packet get from its source to its destination, and an answer back? Its addresses are taken literally. */
export const judge = (
  network: Network,
  packet: PlainPacket,
  outside: Outside = { from: false, to: false },
): Judgement => {
  const { source, destination } = packet;
  if (source.family !== destination.family) return blocked("NO_POSSIBLE_DESTINATION", "");
  const from = outside.from ? null : holderOf(network, source);
  const to = outside.to ? null : holderOf(network, destination);
  if (from === null && !isOnInternet(network, source)) return blocked("NO_SOURCE_OR_DESTINATION", "source");
  if (from !== null && !sends(network, from.wearer)) return blocked("BAD_STATE_INSTANCE", "source");
  if (from !== null && isExempt(network, from.wearer, packet)) return ALLOWED;
  if (to !== null && !receives(network, to.wearer)) return blocked("BAD_STATE_INSTANCE", "destination");
  if (from === null && to === null) return blocked("NO_SOURCE_OR_DESTINATION", "both");
  if (isToItself(from, to)) return ALLOWED;
  const arrival = from === null ? comeIn(network, packet, to) : goOut(network, packet, from, outside.to);
  return judgeArrival(network, packet, { from, to }, arrival);
};

const isToItself = (from: Holder | null, to: Holder | null): boolean =>
  from !== null && from.wearer === to?.wearer && !from.isPublicFace && !to.isPublicFace;

const START = {
  reply: null,
  crossings: [],
  appliances: [],
  routed: [],
  cameByTransit: false,
  translation: null,
  leftBy: null,
  egressOnlyVpcId: null,
} as const;

const NOWHERE = { subnetId: "" as SubnetId, vpcId: "" as VpcId } as const;

/** From outside: only to a public IPv4 or to IPv6. */
const comeIn = (network: Network, packet: PlainPacket, to: Holder | null): Arrival => {
  const { source, destination } = packet;
  if (destination.family === 4 && to?.isPublicFace !== true)
    return stop("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS", to?.wearer.networkInterfaceId ?? "");
  const keeps = { ingress: false, egress: false };
  const content = contentOf(packet);
  return fromInternet(network, {
    ...START,
    ...NOWHERE,
    content,
    source,
    destination,
    isForOutside: false,
    keeps,
  });
};

const goOut = (network: Network, packet: PlainPacket, from: Holder, isForOutside: boolean): Arrival => {
  const { subnetId } = from.wearer;
  const vpcId = vpcIdOf(network, subnetId);
  if (vpcId === undefined) return stop("NO_SOURCE_OR_DESTINATION", subnetId);
  if (!isForOutside || isOnInternet(network, packet.destination)) {
    const keeps = { ingress: true, egress: true };
    const [source, { destination }] = [plainAddress(from.own), packet];
    const content = contentOf(packet);
    return travel(network, { ...START, subnetId, vpcId, content, source, destination, isForOutside, keeps });
  }
  return stop("NO_ROUTE_TO_DESTINATION", vpcId);
};

type HoldersOf = Readonly<{ from: Holder | null; to: Holder | null }>;

/** It has to arrive where it was meant to, under the address it was written from if that is a public one. */
const misses = ({ source }: PlainPacket, { from, to }: HoldersOf, arrival: Arrival): string | null => {
  if (arrival.kind === "stop") return arrival.code;
  if (arrival.kind === "nat") return "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";
  if (to !== null && (arrival.kind !== "interface" || arrival.wearer !== to.wearer))
    return "NO_POSSIBLE_DESTINATION";
  if (to === null && arrival.kind !== "outside") return "NO_POSSIBLE_DESTINATION";
  const { traveller } = arrival;
  const isAsWritten =
    from?.isPublicFace !== true ||
    (traveller.leftBy === "internetGateway" &&
      traveller.translation === null &&
      isSameAddress(traveller.source, source));
  return isAsWritten ? null : "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";
};

const isSameAddress = (one: PlainAddress, other: PlainAddress): boolean =>
  one.family === other.family && one.value === other.value;

const judgeArrival = (
  network: Network,
  packet: PlainPacket,
  holders: HoldersOf,
  arrival: Arrival,
): Judgement => {
  const missed = misses(packet, holders, arrival);
  if (missed !== null || arrival.kind === "stop")
    return blocked(missed ?? "", arrival.kind === "stop" ? arrival.at : "");
  const request = arrival.traveller;
  const [sender, receiver] = [holders.from?.wearer ?? null, holders.to?.wearer ?? null];
  const refusing = refuser(network, packet, { sender, receiver, request });
  if (refusing !== null) return blocked("ENI_SG_RULES_MISMATCH", refusing.networkInterfaceId);
  const asked = packet.destination;
  const reply = fateOfReply(network, { sender, receiver, request, asked }, clientPortsOf(packet));
  const verdict = packet.protocol === 6 ? reply : "allowed";
  return { verdict, reply, ...(verdict === "blocked" ? { code: "return", at: "" } : {}) };
};

/** Undefined where neither one port nor several are told. */
const clientPortsOf = ({ sourcePort, clientPorts }: PlainPacket): PortSpan | undefined =>
  sourcePort === undefined ? clientPorts : { from: sourcePort, to: sourcePort };

type Ends = Readonly<{
  sender: NetworkInterface | null;
  receiver: NetworkInterface | null;
  request: Traveller;
}>;

/** The end whose groups do not let the packet out or in; the sender's see the destination as it was written. */
const refuser = (
  network: Network,
  packet: PlainPacket,
  { sender, receiver, request: { content, keeps, source } }: Ends,
): NetworkInterface | null => {
  const toward = { address: packet.destination, known: keeps.egress ? receiver : null };
  if (sender !== null && !isAdmitted(network, sender, "egress", content, toward)) return sender;
  const back = { address: source, known: keeps.ingress ? sender : null };
  return receiver !== null && !isAdmitted(network, receiver, "ingress", content, back) ? receiver : null;
};
