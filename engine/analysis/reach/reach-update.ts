import { recordOf } from "../../model/network";
import { absorb, type NetworkChanges, type Replaced } from "../../model/network-changes";
import type { NetworkInterface } from "../../model/network-interface";
import type { Tier } from "../answer";
import type { PointId } from "./point";
import type { ReachIndex, WayView } from "./reach-index";
import { refreshInterfaces } from "./refresh-ends";
import { refreshOutside } from "./refresh-outside";
import { forgetPairsOf, refocus, tellAll } from "./refresh-pairs";
import { refreshParts } from "./refresh-parts";
import { type ChangedGroups, refreshRules } from "./refresh-rules";
import { describeTier, type Regrouping, regroupTiers } from "./refresh-tiers";
import {
  changedWays,
  keptWays,
  refreshWays,
  type StaleSites,
  touchesAppliances,
  touchesWays,
  walkAll,
} from "./refresh-ways";
import type { Row } from "./row";
import { markAll, markPair, tiersAt } from "./stale-pairs";
import type { TierState } from "./tier";

/** What brings rows up to date that are there. A first picture makes all of them, so this may come after it. */
export type RowUpkeep = Readonly<{
  refreshRows(index: ReachIndex, changed: ChangedGroups): ReadonlySet<Row>;
  addColumns(index: ReachIndex, added: readonly PointId[]): void;
}>;

/**
 * Brings changed records in: rules, then ways, then ends with their rows and columns. Marks the pairs of tiers that may fare
 * differently now; `refreshPairs` works them out. Yields between pieces of work. `upkeep` is null for an empty index.
 */
export function* refreshIndex(
  index: ReachIndex,
  changes: NetworkChanges,
  upkeep: RowUpkeep | null,
): Generator<void, void> {
  if (index.tiers.size === 0) chooseRows(index, changes);
  const isApplianceTouched = touchesAppliances(index, changes);
  const hasOtherWays = isApplianceTouched || touchesWays(changes);
  if (isApplianceTouched && index.waysBefore !== null) walkAll(index, index.waysBefore);
  const waysBefore = hasOtherWays ? keptWays(index, isApplianceTouched) : null;
  const replaced = absorb(index.network, changes);
  const changedGroups = refreshRules(index, replaced);
  const rows = upkeep?.refreshRows(index, changedGroups) ?? new Set();
  yield;
  if (waysBefore !== null) markWays(index, waysBefore, refreshWays(index, replaced, isApplianceTouched));
  yield;
  const interfaces = refreshInterfaces(index, replaced);
  upkeep?.addColumns(index, interfaces.points);
  const outside = refreshOutside(index, replaced);
  const regrouping = yield* regroupTiers(index, [...interfaces.slots, ...outside]);
  const parts = refreshParts(index, {
    all: waysBefore !== null,
    rows,
    tiers: regrouping.regrouped,
    ends: new Set(outside),
  });
  for (const [state, slot] of parts) {
    markOutside(index, state, slot);
    yield;
  }
  tellTiers(index, replaced, regrouping);
}

/** More tiers than this have more pairs than anybody looks at. */
const SPLIT_FROM = 512;

/** Where hardly two interfaces share a set of groups, a row for each set would take more than the network itself. */
function chooseRows(index: ReachIndex, { networkInterfaces = {} }: NetworkChanges): void {
  const records = Object.values<NetworkInterface | null>(networkInterfaces);
  const sets = new Set(records.map((record) => [...(record?.groupIds ?? [])].sort().join(" ")));
  index.isSplit = sets.size > SPLIT_FROM && records.length < 2 * sets.size;
}

function markWays(index: ReachIndex, before: WayView, isStale: StaleSites): void {
  for (const [sender, receiver] of changedWays(index, before, isStale, () => false)) {
    for (const from of tiersAt(index, sender.points)) {
      for (const to of tiersAt(index, receiver.points)) markPair(index, from, to);
    }
  }
  index.waysBefore ??= before;
}

function markOutside(index: ReachIndex, state: TierState, slot: number): void {
  const outside = index.tierOfSlot[slot];
  if (!outside) return;
  markPair(index, state, outside);
  markPair(index, outside, state);
}

function tellTiers(index: ReachIndex, replaced: Replaced, { regrouped, retired }: Regrouping): void {
  chooseTold(index, regrouped.size + retired.length > 0);
  for (const state of regrouped) markAll(index, state);
  forgetPairsOf(index, retired);
  index.told.removedTiers.push(...retired.map((state) => state.tier.tierId));
  const described = isAnythingRenamed(index, replaced) ? index.tiers.values() : regrouped;
  index.told.tiers.push(...[...described].flatMap((state) => redescribe(index, state)));
}

/** Which pairs of tiers are told: all, or where there are too many tiers those of the ones in focus. */
function chooseTold(index: ReachIndex, areTiersOthers: boolean): void {
  const wasVast = index.isVast;
  index.isVast = index.tiers.size > index.toldTiers;
  const isTurned = wasVast !== index.isVast;
  if (isTurned || (areTiersOthers && index.focusIds.size > 0)) refocus(index);
  if (isTurned && wasVast) tellAll(index);
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
