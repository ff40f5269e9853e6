import type { TrafficSetId } from "../../net/traffic-set";
import type { TierPair } from "../answer";
import type { TierState } from "./tier";

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
export type BeyondInternet = Readonly<{ some: TrafficSetId; whole: TrafficSetId; andAsInternet: boolean }>;

export type TierPairState = Readonly<{
  traffic: TierTraffic;
  beyond: BeyondInternet | null;
  pair: TierPair;
}>;

/** Pairs of tiers between which something else may pass now, by `pairKey`. */
export type StalePairs = Map<number, readonly [TierState, TierState]>;
