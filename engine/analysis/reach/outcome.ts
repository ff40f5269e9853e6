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
  /** Memory of decisions by (out, kind of way, in), each in the one place where it can be; and of two families together. */
  readonly decisions: Decisions;
  joined: PairTable;
  readonly icmp: TrafficSetId;
  readonly icmpv6: TrafficSetId;
};

export function createOutcomes(sets: TrafficSets, kinds: WayKinds): Outcomes {
  const outcomes: Outcomes = {
    sets,
    kinds,
    amounts: createPairIds(),
    all: createPairIds(),
    decisions: createDecisions(),
    joined: createPairTable(4096),
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

type Decisions = Readonly<{ outs: Int32Array; kinds: Int32Array; ins: Int32Array; outcomes: Int32Array }>;

const DECISION_BITS = 16;

const createDecisions = (): Decisions => ({
  outs: new Int32Array(1 << DECISION_BITS).fill(-1),
  kinds: new Int32Array(1 << DECISION_BITS),
  ins: new Int32Array(1 << DECISION_BITS),
  outcomes: new Int32Array(1 << DECISION_BITS),
});

/** What a sender's rules, a way and a receiver's rules let through together, between two addresses. */
export function decide(
  outcomes: Outcomes,
  out: TrafficSetId,
  kind: WayKindId,
  into: TrafficSetId,
): OutcomeId {
  if (out === NO_TRAFFIC || into === NO_TRAFFIC) return NOTHING;
  const { outs, kinds, ins, outcomes: known } = outcomes.decisions;
  const hash = Math.imul(out, 0x9e3779b1) ^ Math.imul(into, 0x85ebca6b) ^ Math.imul(kind, 0xc2b2ae35);
  const place = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f) >>> (32 - DECISION_BITS);
  if (outs[place] === out && ins[place] === into && kinds[place] === kind) return known[place] ?? NOTHING;
  const outcome = decideAnew(outcomes, out, kind, into);
  outs[place] = out;
  ins[place] = into;
  kinds[place] = kind;
  known[place] = outcome;
  return outcome;
}

function decideAnew(outcomes: Outcomes, out: TrafficSetId, kind: WayKindId, into: TrafficSetId): OutcomeId {
  const { sets, kinds } = outcomes;
  const both = intersect(sets, out, into);
  const some = intersect(sets, both, kinds.some[kind] ?? NO_TRAFFIC);
  const whole = intersect(sets, both, kinds.whole[kind] ?? NO_TRAFFIC);
  return outcomeOf(outcomes, { some, each: some, whole });
}

const MEMORY_CAP = 1 << 20;

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
  const known = pairValue(outcomes.joined, ipv4, ipv6);
  if (known >= 0) return known;
  const joined = joinAnew(outcomes, ipv4, ipv6);
  if (outcomes.joined.size >= MEMORY_CAP) outcomes.joined = createPairTable(4096);
  putPair(outcomes.joined, ipv4, ipv6, joined);
  return joined;
}

function joinAnew(outcomes: Outcomes, ipv4: OutcomeId, ipv6: OutcomeId): OutcomeId {
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
