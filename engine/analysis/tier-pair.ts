import {
  intersect,
  isSubset,
  NO_TRAFFIC,
  subtract,
  type TrafficSetId,
  type TrafficSets,
  unite,
} from "../net/traffic-set";
import type { TierPair } from "./answer";
import { type TierState, viewNow } from "./tier";
import { differenceItems, trafficItems } from "./traffic-items";
import { decide, outcomeAt, type ViewId, type Views } from "./view";

/** What passes between two tiers, as set ids: quick to compare. */
export type TierTraffic = Readonly<{
  some: TrafficSetId;
  whole: TrafficSetId;
  pairs: number;
  ofPairs: number;
  partial: TierPair["partial"];
  specific: boolean;
}>;

/** For a named range: what it may beyond the Internet. */
type BeyondInternet = Readonly<{ some: TrafficSetId; whole: TrafficSetId; andAsInternet: boolean }>;

export type TierPairState = Readonly<{
  traffic: TierTraffic;
  beyond: BeyondInternet | null;
  pair: TierPair;
}>;

/** How many ends are seen in each way. */
export type Histogram<Key> = Map<Key, number>;

export const histogram = <Key>(slots: readonly number[], keyAt: (slot: number) => Key): Histogram<Key> => {
  const counts: Histogram<Key> = new Map();
  for (const slot of slots) {
    const key = keyAt(slot);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/**
 * The union over all pairs of different interfaces. What passes from a to b depends on how the sender's tier sees b and on
 * how the receiver's sees a, and few ways of being seen occur: so they are counted and joined, not the interfaces.
 */
export function tierTraffic(views: Views, from: TierState, to: TierState): TierTraffic {
  const sum = { some: NO_TRAFFIC, everySome: -1, whole: -1, pairs: 0, ofPairs: 0, specific: false };
  const { sets } = views;
  for (const [egress, ingress, count] of viewPairs(from, to)) {
    const { some, whole, isSpecific } = outcomeAt(views, decide(views, egress, ingress));
    sum.ofPairs += count;
    if (some !== NO_TRAFFIC) sum.pairs += count;
    sum.some = unite(sets, sum.some, some);
    sum.everySome = sum.everySome < 0 ? some : intersect(sets, sum.everySome, some);
    sum.whole = sum.whole < 0 ? whole : intersect(sets, sum.whole, whole);
    sum.specific ||= isSpecific;
  }
  const { some, pairs, ofPairs, specific } = sum;
  const whole = Math.max(sum.whole, NO_TRAFFIC);
  const partial = some === whole ? null : sum.everySome === some ? "addresses" : "pairs";
  return { some, whole, pairs, ofPairs, partial, specific };
}

/** Ways in which a pair of ends can be seen, with how many pairs are. An interface is never paired with itself. */
function* viewPairs(from: TierState, to: TierState): Generator<readonly [ViewId, ViewId, number]> {
  const receivers = histogram(to.members, (slot) => viewNow(from, "egress", slot));
  const senders = histogram(from.members, (slot) => viewNow(to, "ingress", slot));
  const isLoop = from === to;
  for (const [egress, receiving] of receivers) {
    for (const [ingress, sending] of senders) {
      const selves = isLoop ? countSelves(from, egress, ingress) : 0;
      const count = receiving * sending - selves;
      if (count > 0) yield [egress, ingress, count];
    }
  }
}

const countSelves = (tier: TierState, egress: ViewId, ingress: ViewId): number =>
  tier.members.filter(
    (slot) => viewNow(tier, "egress", slot) === egress && viewNow(tier, "ingress", slot) === ingress,
  ).length;

/** What a range has and the Internet has not, and whether it has all that the Internet has (if that is anything). */
export function beyondInternet(
  sets: TrafficSets,
  range: TierTraffic,
  internet: TierTraffic | null,
): BeyondInternet {
  const { some, whole } = internet ?? { some: NO_TRAFFIC, whole: NO_TRAFFIC };
  return {
    some: unite(sets, subtract(sets, range.some, some), subtract(sets, range.whole, whole)),
    whole: range.whole,
    andAsInternet:
      some !== NO_TRAFFIC && isSubset(sets, some, range.some) && isSubset(sets, whole, range.whole),
  };
}

export const isSamePair = (a: TierPairState, traffic: TierTraffic, beyond: BeyondInternet | null): boolean =>
  (["some", "whole", "pairs", "ofPairs", "partial", "specific"] as const).every(
    (key) => a.traffic[key] === traffic[key],
  ) &&
  a.beyond?.some === beyond?.some &&
  a.beyond?.whole === beyond?.whole &&
  a.beyond?.andAsInternet === beyond?.andAsInternet;

/** The pair as it is told. */
export const tierPairState = (
  sets: TrafficSets,
  [from, to]: readonly [TierState, TierState],
  traffic: TierTraffic,
  beyond: BeyondInternet | null,
): TierPairState => ({
  traffic,
  beyond,
  pair: {
    from: from.tier.tierId,
    to: to.tier.tierId,
    traffic: trafficItems(sets, traffic.some, traffic.whole),
    pairs: traffic.pairs,
    ofPairs: traffic.ofPairs,
    partial: traffic.partial,
    specific: traffic.specific,
    beyondInternet: beyond && {
      traffic: differenceItems(sets, beyond.some, beyond.whole),
      andAsInternet: beyond.andAsInternet,
    },
  },
});
