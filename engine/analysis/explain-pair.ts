/** One packet from one place to another: its hops in order, and everything that stops it and its reply. */

import { type AddressSet, isEmptyAddressSet, NO_ADDRESSES } from "../net/address-set";
import type { Address, Family } from "../net/cidr";
import { TCP } from "../net/traffic-axis";
import type { Answer, Blocker, Hop } from "./answer";
import { arrivalOf, type Case, componentOf, departureOf, impossible } from "./explain-ends";
import { exemptService } from "./explain-exempt";
import { type Facts, NO_FACTS } from "./explain-facts";
import { blockersOf, hopsOf, passed, type Told } from "./explain-hops";
import { type Leg, legOf } from "./explain-leg";
import { balancingAt, onwardLegs, withoutTargets } from "./explain-load-balancer";
import { addressesOf, type Place, placeText } from "./explain-places";
import { type Judged, judge, type Sets, together } from "./explain-verdict";
import { answersText, exemptText, replyArrivesText, selfText } from "./sentences";

/** The answer for two places. */
export type PairAnswer = Judged &
  Pick<Answer, "path" | "replyPath" | "blockers"> &
  Readonly<{ from: string; to: string; facts: Facts }>;

/** Judges one packet between two places, over all addresses they stand for. */
export const explainPair = (each: Case): PairAnswer => {
  const fault = impossible(each);
  if (fault !== null) return refused(each, [fault, ...arrivalOf(each, false)]);
  const departure = departureOf(each);
  if (departure.blocker === null) {
    const past = pastAllFilters(each, departure);
    if (past !== null) return past;
  }
  return byWay(each, departure);
};

const namesOf = ({ from, to }: Case) => ({ from: placeText(from), to: placeText(to) });

const refused = (each: Case, told: readonly Told[]): PairAnswer => ({
  ...namesOf(each),
  verdict: "blocked",
  reason: null,
  reply: null,
  path: hopsOf(told),
  replyPath: [],
  blockers: blockersOf(told),
  facts: NO_FACTS,
});

/** What no filter judges: a packet to oneself, and one to AWS's own services. */
const pastAllFilters = (each: Case, departure: Told): PairAnswer | null => {
  const { index, packet, from, to } = each;
  if (from.kind !== "inside") return null;
  const free = (told: readonly Told[]): PairAnswer => ({
    ...refused(each, told),
    verdict: "allowed",
    reply: "allowed",
  });
  if (to.kind === "inside") {
    const isSelf =
      from.networkInterface.networkInterfaceId === to.networkInterface.networkInterfaceId &&
      !from.asPublic &&
      !to.asPublic;
    const { component, id } = componentOf(from);
    return isSelf ? free([passed(component, id, selfText(index.network, from))]) : null;
  }
  if (to.kind === "outside" && to.component !== "address") return null;
  const text = placeText(to);
  const address = to.kind === "nobody" ? to.address : typedAddress(to.family, addressesOf(to), text);
  const service = address === null ? null : exemptService(index, from, address, packet);
  return service === null ? null : free([departure, passed("address", text, exemptText(service, text))]);
};

/** The one address of an end that was typed as an address, not as a block. */
const typedAddress = (family: Family, set: AddressSet, text: string): Address | null => {
  const [range] = set[family];
  return range === undefined || text.includes("/") ? null : { family, value: range.first };
};

const byWay = (each: Case, departure: Told): PairAnswer => {
  const leg = legOf(each);
  const balancing = balancingAt(each);
  if (balancing === null) return answerOf(each, departure, leg);
  const onwards = onwardLegs(each, balancing, leg);
  const answers = onwards.map(({ target, leg: both }) => answerOf({ ...each, to: target }, departure, both));
  const told = answers.find(({ verdict }) => verdict !== "blocked") ?? answers[0];
  if (told === undefined) return answerOf(each, departure, withoutTargets(each.packet, balancing, leg));
  return {
    ...told,
    ...namesOf(each),
    ...together(answers),
    blockers: answers.flatMap(({ blockers }) => blockers),
  };
};

const answerOf = (each: Case, departure: Told, leg: Leg): PairAnswer => {
  const isFaulty = blockersOf([departure, ...arrivalOf(each, true)]).length > 0;
  const sets: Sets = isFaulty ? { ...leg.sets, ...NOTHING } : leg.sets;
  const judged = judge(each.packet, sets);
  const arrival = arrivalOf(each, !isEmptyAddressSet(sets.through));
  return {
    ...namesOf(each),
    ...judged,
    path: hopsOf([departure, ...leg.path, ...arrival]),
    replyPath: judged.reply === null ? [] : replyPathOf(each, leg, judged.reply !== "blocked"),
    blockers: blockersTold(each, judged, [
      ...blockersOf([departure]),
      ...leg.blockers,
      ...blockersOf(arrival),
    ]),
    facts: leg.facts,
  };
};

const NOTHING = { through: NO_ADDRESSES, replySome: NO_ADDRESSES, replyAll: NO_ADDRESSES } as const;

/**
 * Those of the way there first. Only TCP needs its reply: of all else, what stops the reply matters once the request gets
 * through.
 */
const blockersTold = (
  { packet }: Case,
  { reply }: Judged,
  blockers: readonly Blocker[],
): readonly Blocker[] => {
  const isReplyTold = packet.protocol === TCP || reply !== null;
  return [
    ...blockers.filter(({ direction }) => direction === "forward"),
    ...blockers.filter(({ direction }) => direction === "return" && isReplyTold),
  ];
};

/** The way back from end to end. Groups keep state, so they are told of in the first hop and the last. */
const replyPathOf = ({ index, from, to }: Case, leg: Leg, passes: boolean): readonly Hop[] => {
  const { network } = index;
  const hop = (place: Place, message: string): Hop => ({ ...componentOf(place), message });
  return [
    hop(to, answersText(network, to)),
    ...hopsOf(leg.replyPath),
    hop(from, replyArrivesText(network, from, passes)),
  ];
};
