/** Tests one packet: every hop, every blocker, for every pair of ends and of their addresses. */

import type { Network } from "../model/network";
import type { Family } from "../net/cidr";
import { ICMP, ICMPV6 } from "../net/traffic-axis";
import type { Answer, Blocker, ExplanationCode, Verdict } from "./answer";
import { coverageOf, NO_FACTS } from "./explain-facts";
import { indexOf, type NetworkIndex } from "./explain-index";
import { explainPair, type PairAnswer } from "./explain-pair";
import {
  endText,
  familyOf,
  isPublicPlace,
  type Place,
  placesOf,
  type Side,
  unmappedPlace,
} from "./explain-places";
import { type Judged, together } from "./explain-verdict";
import { walkBetween } from "./explain-way-ends";
import type { End, Packet, Question } from "./question";
import { noEndText, noFamilyText } from "./sentences";

/** Two ends of a question with the answers for their addresses. */
type EndPair = Judged & Readonly<{ from: string; to: string; answers: readonly PairAnswer[] }>;

type PlacePair = Readonly<{ from: Place; to: Place }>;

const inFamily = (places: readonly Place[], family: Family): readonly Place[] =>
  places.filter((place) => familyOf(place) === family);

/** Families that both have. Where that is both families, ICMP goes by IPv4 alone and ICMPv6 by IPv6. */
const pairUp = (packet: Packet, from: readonly Place[], to: readonly Place[]): readonly PlacePair[] => {
  const cross = (family: Family): readonly PlacePair[] =>
    inFamily(from, family).flatMap((source) =>
      inFamily(to, family).map((destination) => ({ from: source, to: destination })),
    );
  const [ipv4, ipv6] = [cross(4), cross(6)];
  if (ipv4.length === 0 || ipv6.length === 0) return [...ipv4, ...ipv6];
  return [...(packet.protocol === ICMPV6 ? [] : ipv4), ...(packet.protocol === ICMP ? [] : ipv6)];
};

const sameVpc = ({ from, to }: PlacePair): boolean =>
  from.kind === "inside" && to.kind === "inside" && from.vpcId === to.vpcId;

/** What stops any packet between two interfaces; null where an end is none. */
const stopsOf = ({ topology }: NetworkIndex, { from, to }: PlacePair) =>
  from.kind === "inside" && to.kind === "inside"
    ? walkBetween(topology, from, to, null).steps.filter((step) => step.kind === "stop")
    : null;

/**
 * Where VPCs use the same block, a typed private address means the one in the other end's VPC, if there is one; else the one
 * that packets are led to, or that they would be if nothing stopped them on the way there.
 */
const nearest = (index: NetworkIndex, pairs: readonly PlacePair[]): readonly PlacePair[] => {
  const typed = (place: Place) => place.kind === "inside" && place.typed && !place.asPublic;
  const isAmbiguous = pairs.length > 1 && pairs.every(({ from, to }) => typed(from) || typed(to));
  if (!isAmbiguous) return pairs;
  const isLed = (pair: PlacePair) => stopsOf(index, pair)?.length === 0;
  const isThere = (pair: PlacePair) => stopsOf(index, pair)?.every(({ why }) => why !== "otherVpc") === true;
  const choices = [sameVpc, isLed, isThere].map((isMeant) => pairs.filter(isMeant));
  return choices.find(({ length }) => length > 0) ?? pairs;
};

/** The addresses of two ends that are judged together. Only families that both have take part. */
const placePairs = (index: NetworkIndex, packet: Packet, fromEnd: End, toEnd: End): readonly PlacePair[] => {
  const isPublic = (end: End, side: Side) =>
    end.kind !== "networkInterface" && placesOf(index, end, side, true).some(isPublicPlace);
  const byGateway = isPublic(fromEnd, "from") || isPublic(toEnd, "to");
  const from = placesOf(index, fromEnd, "from", byGateway);
  const to = placesOf(index, toEnd, "to", byGateway);
  const pairs = pairUp(packet, from, to);
  if (fromEnd.kind === "networkInterface" && endText(fromEnd) === endText(toEnd)) return pairs.slice(0, 1);
  if (pairs.length > 0) return nearest(index, pairs);
  const unmapped = (own: readonly Place[], end: End) => [...own, ...unmappedPlace(index, end)];
  return pairUp(packet, unmapped(from, fromEnd), unmapped(to, toEnd));
};

const blockedBy = (
  from: string,
  to: string,
  code: ExplanationCode,
  component: string,
  message: string,
): PairAnswer => ({
  from,
  to,
  verdict: "blocked",
  reason: null,
  reply: null,
  path: [],
  replyPath: [],
  blockers: [{ code, component, direction: "forward", message }],
  facts: NO_FACTS,
});

const endPair = (index: NetworkIndex, packet: Packet, fromEnd: End, toEnd: End): EndPair => {
  const [from, to] = [endText(fromEnd), endText(toEnd)];
  const pairs = placePairs(index, packet, fromEnd, toEnd);
  const answers =
    pairs.length > 0
      ? pairs.map((pair) => explainPair({ index, packet, ...pair }))
      : [blockedBy(from, to, "NO_POSSIBLE_DESTINATION", to, noFamilyText(from, to))];
  return { from, to, answers, ...together(answers) };
};

/** An interface is never paired with itself, unless nothing else was asked. */
const endPairs = (index: NetworkIndex, { from, to, packet }: Question): readonly EndPair[] => {
  const isOne = from.length === 1 && to.length === 1;
  return from.flatMap((source) =>
    to
      .filter((destination) => isOne || endText(source) !== endText(destination))
      .map((destination) => endPair(index, packet, source, destination)),
  );
};

const noEnds = ({ from, called }: Question): EndPair => {
  const side = from.length === 0 ? "from" : "to";
  const code = side === "from" ? "NO_SOURCE_OR_DESTINATION" : "NO_POSSIBLE_DESTINATION";
  const answer = blockedBy("", "", code, side, noEndText(side, called?.[side]));
  return { from: "", to: "", answers: [answer], verdict: "blocked", reason: null, reply: null };
};

/** One row for each pair of ends; where there is but one, for each pair of its addresses. */
const rowsOf = (pairs: readonly EndPair[]): NonNullable<Answer["pairs"]> => {
  const rows = pairs.length > 1 ? pairs : pairs.flatMap(({ answers }) => answers);
  return rows.map(({ from, to, verdict }) => ({ from, to, verdict }));
};

/** Each blocker once, in the order of the pairs. */
const distinct = (blockers: readonly Blocker[]): readonly Blocker[] => [
  ...new Map(blockers.map((each) => [JSON.stringify(each), each])).values(),
];

const firstWith = (answers: readonly PairAnswer[], verdict: Verdict) =>
  answers.find((each) => each.verdict === verdict);

/**
 * May any of `from` start this packet to any of `to`? Every pair is judged by itself, for each family and address that
 * both ends have; the path told is that of the first pair that gets through, else of the first.
 */
export const explain = (network: Network, question: Question): Answer => {
  const index = indexOf(network);
  const asked = endPairs(index, question);
  const pairs = asked.length > 0 ? asked : [noEnds(question)];
  const answers = pairs.flatMap((pair) => pair.answers);
  const { verdict, reason, reply } = together(pairs);
  const told = firstWith(answers, "allowed") ?? firstWith(answers, "partial") ?? answers[0];
  const rows = rowsOf(pairs);
  return {
    verdict,
    ...(reason === null ? {} : { reason }),
    path: told?.path ?? [],
    blockers: distinct(answers.flatMap((each) => each.blockers)),
    reply,
    replyPath: told?.replyPath ?? [],
    ...coverageOf(
      question,
      answers.map(({ facts }) => facts),
    ),
    ...(rows.length > 1 ? { pairs: rows } : {}),
  };
};
