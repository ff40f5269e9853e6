import type { SecurityGroupId } from "../model/id";
import { EMPTY_NETWORK, type Network } from "../model/network";
import { copyTables } from "../model/network-changes";
import { createTrafficSets, type TrafficSets } from "../net/traffic-set";
import type { TierId } from "./answer";
import type { CompiledRule } from "./compiled-rule";
import { type AnyEnd, createEnds, type Ends, type GroupSet } from "./end";
import type { TierState } from "./tier";
import type { TierPairState } from "./tier-pair";
import { NO_GROUPS } from "./tier-view";
import { createViews, type Views } from "./view";

/** An end as it was at the last settlement. */
export type EndBefore = Readonly<{ end: AnyEnd; tier: TierState }>;

/**
 * Everything that is worked out of a network, kept so that an edit costs what it touches: a rule its group, the tiers that
 * wear it and what they see; an interface what is seen of it. It is the one thing here that changes in place.
 */
export type ReachIndex = {
  readonly network: Network;
  readonly sets: TrafficSets;
  readonly views: Views;
  readonly ends: Ends;
  readonly rules: Map<SecurityGroupId, readonly CompiledRule[]>;
  /** By their ids joined with a blank. */
  readonly groupSets: Map<string, GroupSet>;
  readonly tiers: Map<TierId, TierState>;
  /** The tier of each end, by slot. */
  readonly tierOfSlot: (TierState | null)[];
  nextTierNumber: number;
  /** By `pairKey`; only those with paths. */
  readonly tierPairs: Map<number, TierPairState>;
  paths: number;
  /** Ends that are others now than at the last settlement, by slot; null for those that were not there. */
  readonly endsBefore: Map<number, EndBefore | null>;
};

export function createReachIndex(): ReachIndex {
  const sets = createTrafficSets();
  return {
    network: copyTables(EMPTY_NETWORK),
    sets,
    views: createViews(sets),
    ends: createEnds(),
    rules: new Map(),
    groupSets: new Map([["", NO_GROUPS]]),
    tiers: new Map(),
    tierOfSlot: [],
    nextTierNumber: 0,
    tierPairs: new Map(),
    paths: 0,
    endsBefore: new Map(),
  };
}

/** The set of these groups, sorted ids: always the same object for equal sets. */
export function groupSetOf(index: ReachIndex, groupIds: readonly SecurityGroupId[]): GroupSet {
  const key = groupIds.join(" ");
  const known = index.groupSets.get(key);
  if (known !== undefined) return known;
  const made: GroupSet = { number: index.groupSets.size, groupIds };
  index.groupSets.set(key, made);
  return made;
}

/** More tiers than this there cannot be in one session. */
const TIER_NUMBERS = 2 ** 26;

export const pairKey = (from: TierState, to: TierState): number => from.number * TIER_NUMBERS + to.number;
