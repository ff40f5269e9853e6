import { recordOf } from "../../model/network";
import { absorb, type NetworkChanges, type Replaced } from "../../model/network-changes";
import type { AnalysisUpdate, Tier } from "../answer";
import { indexCoverage } from "./index-coverage";
import type { ReachIndex } from "./reach-index";
import { refreshInterfaces } from "./refresh-ends";
import { refreshOutside } from "./refresh-outside";
import { refreshPairs } from "./refresh-pairs";
import { refreshParts } from "./refresh-parts";
import { addColumns, refreshRows } from "./refresh-rows";
import { refreshRules } from "./refresh-rules";
import { describeTier, type Regrouping, regroupTiers } from "./refresh-tiers";
import { changedWays, keptWays, refreshWays, touchesAppliances, touchesWays } from "./refresh-ways";
import { markAll, markCells, markPair, type StalePairs, tiersAt } from "./stale-pairs";
import { byTierOrder, type TierState } from "./tier";

/** Brings changed records in, and tells what is another in the answer. Yields between pieces of work. */
export function* updateIndex(
  index: ReachIndex,
  changes: NetworkChanges,
): Generator<void, Omit<AnalysisUpdate, "fresh">> {
  const stale: StalePairs = new Map();
  const { replaced, regrouping } = yield* refreshIndex(index, changes, stale);
  const described = isAnythingRenamed(index, replaced) ? index.tiers.values() : regrouping.regrouped;
  const tiers = [...described].flatMap((state) => redescribe(index, state));
  const pairs = yield* refreshPairs(index, stale, regrouping.retired);
  return {
    tiers: tiers.toSorted(byTierOrder),
    removedTiers: regrouping.retired.map((state) => state.tier.tierId),
    ...pairs,
    paths: index.paths,
    coverage: indexCoverage(index),
  };
}

type Refreshed = Readonly<{ replaced: Replaced; regrouping: Regrouping }>;

/** Rules, then ways, then ends with their rows and columns; marks the pairs of tiers that may fare differently now. */
function* refreshIndex(
  index: ReachIndex,
  changes: NetworkChanges,
  stale: StalePairs,
): Generator<void, Refreshed> {
  const isApplianceTouched = touchesAppliances(index, changes);
  const hasOtherWays = isApplianceTouched || touchesWays(changes);
  const waysBefore = hasOtherWays ? keptWays(index, isApplianceTouched) : null;
  const replaced = absorb(index.network, changes);
  const cells = refreshRows(index, refreshRules(index, replaced));
  markCells(index, cells, stale);
  yield;
  if (waysBefore !== null) {
    const isStale = refreshWays(index, replaced, isApplianceTouched);
    for (const [sender, receiver] of changedWays(index, waysBefore, isStale, () => false)) {
      for (const from of tiersAt(index, sender.points)) {
        for (const to of tiersAt(index, receiver.points)) markPair(stale, from, to);
      }
    }
    index.waysBefore ??= waysBefore;
    yield;
  }
  const interfaces = refreshInterfaces(index, replaced);
  addColumns(index, interfaces.points);
  const outside = refreshOutside(index, replaced);
  const regrouping = yield* regroupTiers(index, [...interfaces.slots, ...outside]);
  for (const state of regrouping.regrouped) markAll(index, state, stale);
  const parts = refreshParts(index, {
    all: waysBefore !== null,
    rows: new Set(cells.keys()),
    tiers: regrouping.regrouped,
    ends: new Set(outside),
  });
  for (const [state, slot] of parts) markOutside(index, stale, state, slot);
  return { replaced, regrouping };
}

function markOutside(index: ReachIndex, stale: StalePairs, state: TierState, slot: number): void {
  const outside = index.tierOfSlot[slot];
  if (!outside) return;
  markPair(stale, state, outside);
  markPair(stale, outside, state);
}

function isAnythingRenamed({ network }: ReachIndex, { securityGroups, ipRanges }: Replaced): boolean {
  if (ipRanges.size > 0) return true;
  const nameOf = (id: string) => recordOf(network.securityGroups, id)?.groupName;
  return [...securityGroups].some(([id, before]) => nameOf(id) !== before?.groupName);
}

/** The tier as it is told, if that is another than before. */
function redescribe(index: ReachIndex, state: TierState): readonly Tier[] {
  const now = describeTier(index, state);
  const before = state.tier;
  const isSame =
    before.name === now.name && before.networkInterfaceIds.join() === now.networkInterfaceIds.join();
  if (state.isTold && isSame) return [];
  state.tier = now;
  state.isTold = true;
  return [now];
}
