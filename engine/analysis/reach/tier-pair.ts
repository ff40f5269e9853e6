import { isSubset, NO_TRAFFIC, subtract, type TrafficSets, unite } from "../../net/traffic-set";
import { differenceItems, trafficItems } from "../traffic-items";
import type { TierState } from "./tier";
import type { BeyondInternet, TierPairState, TierTraffic } from "./tier-pair-state";

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
