import {
  createPairIds,
  createPairTable,
  type PairIds,
  type PairTable,
  pairId,
  pairValue,
  putPair,
} from "../../net/pair-table";
import { ICMP, ICMPV6, protocolSlots } from "../../net/traffic-axis";
import {
  intersect,
  NO_TRAFFIC,
  subtract,
  type TrafficSetId,
  type TrafficSets,
  trafficOf,
  unite,
} from "../../net/traffic-set";
import type { WayKindId, WayKinds } from "./way-kind";

/**
 * What passes between two ends: what some of their addresses have for some client ports (`some`), what all of them have at
 * least for some (`each`), and what all have for all (`whole`). Numbered, since few occur.
 */
export type Outcome = Readonly<{ some: TrafficSetId; each: TrafficSetId; whole: TrafficSetId }>;

export type OutcomeId = number;

/** Nothing passes. */
export const NOTHING: OutcomeId = 0;

export type Outcomes = {
  readonly sets: TrafficSets;
  readonly kinds: WayKinds;
  /** (some, each) and (that, whole). */
  readonly amounts: PairIds;
  readonly all: PairIds;
  /** Memory: (out, in), and with a kind of way to the outcome. */
  sides: PairIds;
  decided: PairTable;
  readonly icmp: TrafficSetId;
  readonly icmpv6: TrafficSetId;
};

export function createOutcomes(sets: TrafficSets, kinds: WayKinds): Outcomes {
  const outcomes: Outcomes = {
    sets,
    kinds,
    amounts: createPairIds(),
    all: createPairIds(),
    sides: createPairIds(),
    decided: createPairTable(4096),
    icmp: trafficOf(sets, protocolSlots(ICMP)),
    icmpv6: trafficOf(sets, protocolSlots(ICMPV6)),
  };
  outcomeOf(outcomes, { some: NO_TRAFFIC, each: NO_TRAFFIC, whole: NO_TRAFFIC });
  return outcomes;
}

export const outcomeOf = ({ amounts, all }: Outcomes, { some, each, whole }: Outcome): OutcomeId =>
  pairId(all, pairId(amounts, some, each), whole);

export function outcomeAt({ amounts, all }: Outcomes, id: OutcomeId): Outcome {
  const amount = all.firsts[id] ?? 0;
  return {
    some: amounts.firsts[amount] ?? NO_TRAFFIC,
    each: amounts.seconds[amount] ?? NO_TRAFFIC,
    whole: all.seconds[id] ?? NO_TRAFFIC,
  };
}

const MEMORY_CAP = 1 << 20;

/** What a sender's rules, a way and a receiver's rules let through together, between two addresses. */
export function decide(
  outcomes: Outcomes,
  out: TrafficSetId,
  kind: WayKindId,
  into: TrafficSetId,
): OutcomeId {
  if (out === NO_TRAFFIC || into === NO_TRAFFIC) return NOTHING;
  const side = pairId(outcomes.sides, out, into);
  const known = pairValue(outcomes.decided, side, kind);
  if (known >= 0) return known;
  const { sets, kinds } = outcomes;
  const both = intersect(sets, out, into);
  const some = intersect(sets, both, kinds.some[kind] ?? NO_TRAFFIC);
  const whole = intersect(sets, both, kinds.whole[kind] ?? NO_TRAFFIC);
  const outcome = outcomeOf(outcomes, { some, each: some, whole });
  if (outcomes.decided.size >= MEMORY_CAP) forget(outcomes);
  else putPair(outcomes.decided, side, kind, outcome);
  return outcome;
}

/** Decisions are quick to take again, so the memory of them is bounded. */
function forget(outcomes: Outcomes): void {
  outcomes.sides = createPairIds();
  outcomes.decided = createPairTable(4096);
}

/** Several addresses of one family as one. */
export function together(outcomes: Outcomes, a: OutcomeId, b: OutcomeId): OutcomeId {
  if (a === b) return a;
  const { sets } = outcomes;
  const [one, other] = [outcomeAt(outcomes, a), outcomeAt(outcomes, b)];
  return outcomeOf(outcomes, {
    some: unite(sets, one.some, other.some),
    each: intersect(sets, one.each, other.each),
    whole: intersect(sets, one.whole, other.whole),
  });
}

/** The same where there may be none yet. */
export const withOutcome = (outcomes: Outcomes, sum: OutcomeId | null, outcome: OutcomeId): OutcomeId =>
  sum === null ? outcome : together(outcomes, sum, outcome);

/** Where both families take part, whole is what both have; but ICMP is IPv4's alone and ICMPv6 is IPv6's. */
export function joinFamilies(outcomes: Outcomes, ipv4: OutcomeId | null, ipv6: OutcomeId | null): OutcomeId {
  if (ipv4 === null || ipv6 === null) return ipv4 ?? ipv6 ?? NOTHING;
  const { sets } = outcomes;
  const [a, b] = [outcomeAt(outcomes, ipv4), outcomeAt(outcomes, ipv6)];
  return outcomeOf(outcomes, {
    some: ownProtocols(outcomes, unite(sets, a.some, b.some), a.some, b.some),
    each: ownProtocols(outcomes, intersect(sets, a.each, b.each), a.each, b.each),
    whole: ownProtocols(outcomes, intersect(sets, a.whole, b.whole), a.whole, b.whole),
  });
}

/** The shared traffic, but ICMP as IPv4 has it and ICMPv6 as IPv6 has it. */
function ownProtocols(
  { sets, icmp, icmpv6 }: Outcomes,
  shared: TrafficSetId,
  ipv4: TrafficSetId,
  ipv6: TrafficSetId,
): TrafficSetId {
  const others = subtract(sets, shared, unite(sets, icmp, icmpv6));
  const own = unite(sets, intersect(sets, ipv4, icmp), intersect(sets, ipv6, icmpv6));
  return unite(sets, others, own);
}
