import {
  createPairIds,
  createPairTable,
  type PairIds,
  type PairTable,
  pairId,
  pairValue,
  putPair,
} from "../net/pair-table";
import { ICMP, ICMPV6, protocolSlots } from "../net/traffic-axis";
import {
  ALL_TRAFFIC,
  intersect,
  NO_TRAFFIC,
  subtract,
  type TrafficSetId,
  type TrafficSets,
  trafficOf,
  unite,
} from "../net/traffic-set";

/**
 * What one tier's layers let pass, in one direction, between its members and one end: for each family the traffic that
 * some of the end's addresses have, that all have, and that a rule for less than any address gives; or that the family
 * takes no part. Views are numbered: a tier's members share them, so pairs are decided for a few numbers, not for each
 * pair of interfaces.
 */
export type ViewId = number;

/** No family takes part: what is seen of an unattached interface. */
export const NO_VIEW: ViewId = 0;

/** One family's part of a view. */
export type PartId = number;
export const ABSENT: PartId = 0;

/** What passes between two ends, numbered: some of their addresses have it, all have it, and whether it is specific. */
export type OutcomeId = number;
export const NOTHING: OutcomeId = 0;

export type Views = Readonly<{
  sets: TrafficSets;
  /** (some, whole) */
  amounts: PairIds;
  /** (amount, specific), numbered from 1 */
  parts: PairIds;
  /** (IPv4 part, IPv6 part) */
  views: PairIds;
  /** (amount, is specific) */
  outcomes: PairIds;
  /** (egress view, ingress view) to outcome */
  decided: PairTable;
  icmp: TrafficSetId;
  icmpv6: TrafficSetId;
}>;

export function createViews(sets: TrafficSets): Views {
  const views: Views = {
    sets,
    amounts: createPairIds(),
    parts: createPairIds(),
    views: createPairIds(),
    outcomes: createPairIds(),
    decided: createPairTable(4096),
    icmp: trafficOf(sets, protocolSlots(ICMP)),
    icmpv6: trafficOf(sets, protocolSlots(ICMPV6)),
  };
  viewOf(views, ABSENT, ABSENT);
  outcomeOf(views, { some: NO_TRAFFIC, whole: NO_TRAFFIC, isSpecific: false });
  return views;
}

export type Part = Readonly<{ some: TrafficSetId; whole: TrafficSetId; specific: TrafficSetId }>;

export const partOf = (views: Views, { some, whole, specific }: Part): PartId =>
  1 + pairId(views.parts, pairId(views.amounts, some, whole), specific);

/** Everything passes: the side of an outside end, where no rule of ours is. */
export const freePart = (views: Views): PartId =>
  partOf(views, { some: ALL_TRAFFIC, whole: ALL_TRAFFIC, specific: NO_TRAFFIC });

export const viewOf = (views: Views, ipv4: PartId, ipv6: PartId): ViewId => pairId(views.views, ipv4, ipv6);

/** A family's part of a view; null where it takes no part. */
export function viewPart(views: Views, view: ViewId, family: 4 | 6): Part | null {
  const part = (family === 4 ? views.views.firsts : views.views.seconds)[view] ?? ABSENT;
  if (part === ABSENT) return null;
  const amount = views.parts.firsts[part - 1] ?? 0;
  return {
    some: views.amounts.firsts[amount] ?? NO_TRAFFIC,
    whole: views.amounts.seconds[amount] ?? NO_TRAFFIC,
    specific: views.parts.seconds[part - 1] ?? NO_TRAFFIC,
  };
}

export type Outcome = Readonly<{ some: TrafficSetId; whole: TrafficSetId; isSpecific: boolean }>;

export const outcomeOf = (views: Views, { some, whole, isSpecific }: Outcome): OutcomeId =>
  pairId(views.outcomes, pairId(views.amounts, some, whole), isSpecific ? 1 : 0);

export function outcomeAt(views: Views, id: OutcomeId): Outcome {
  const amount = views.outcomes.firsts[id] ?? 0;
  return {
    some: views.amounts.firsts[amount] ?? NO_TRAFFIC,
    whole: views.amounts.seconds[amount] ?? NO_TRAFFIC,
    isSpecific: views.outcomes.seconds[id] === 1,
  };
}

const DECIDED_CAP = 1 << 20;

/**
 * What passes from one end to another: what the sender's side lets out to the receiver (`egress`) and the receiver's side
 * lets in from the sender (`ingress`). A family takes part where both ends have it.
 */
export function decide(views: Views, egress: ViewId, ingress: ViewId): OutcomeId {
  if (egress === NO_VIEW || ingress === NO_VIEW) return NOTHING;
  const known = pairValue(views.decided, egress, ingress);
  if (known >= 0) return known;
  const outcome = outcomeOf(
    views,
    join(views, familyOutcome(views, egress, ingress, 4), familyOutcome(views, egress, ingress, 6)),
  );
  if (views.decided.size >= DECIDED_CAP) Object.assign(views.decided, createPairTable(4096));
  putPair(views.decided, egress, ingress, outcome);
  return outcome;
}

/**
 * The sender's address is none of the egress side's business, nor the receiver's of the ingress side's. So over all pairs
 * of addresses the union of what passes both is what passes the two unions, and likewise for what all pairs have.
 */
function familyOutcome(views: Views, egress: ViewId, ingress: ViewId, family: 4 | 6): Outcome | null {
  const [out, into] = [viewPart(views, egress, family), viewPart(views, ingress, family)];
  if (out === null || into === null) return null;
  return {
    some: intersect(views.sets, out.some, into.some),
    whole: intersect(views.sets, out.whole, into.whole),
    isSpecific: intersect(views.sets, out.some, into.specific) !== NO_TRAFFIC,
  };
}

/** Where both families take part, whole is what both have; but ICMP is IPv4's alone and ICMPv6 is IPv6's. */
function join(views: Views, ipv4: Outcome | null, ipv6: Outcome | null): Outcome {
  if (ipv4 === null || ipv6 === null) {
    return ipv4 ?? ipv6 ?? { some: NO_TRAFFIC, whole: NO_TRAFFIC, isSpecific: false };
  }
  const { sets } = views;
  return {
    some: ownProtocols(views, unite(sets, ipv4.some, ipv6.some), ipv4.some, ipv6.some),
    whole: ownProtocols(views, intersect(sets, ipv4.whole, ipv6.whole), ipv4.whole, ipv6.whole),
    isSpecific: ipv4.isSpecific || ipv6.isSpecific,
  };
}

/** The shared traffic, but ICMP as IPv4 has it and ICMPv6 as IPv6 has it. */
function ownProtocols(
  { sets, icmp, icmpv6 }: Views,
  shared: TrafficSetId,
  ipv4: TrafficSetId,
  ipv6: TrafficSetId,
): TrafficSetId {
  const others = subtract(sets, shared, unite(sets, icmp, icmpv6));
  const own = unite(sets, intersect(sets, ipv4, icmp), intersect(sets, ipv6, icmpv6));
  return unite(sets, others, own);
}
