import { recordOf } from "../model/network";
import { absorb, type NetworkChanges, type Replaced } from "../model/network-changes";
import type { AnalysisUpdate, Coverage, Tier } from "./answer";
import { NOT_JUDGED } from "./coverage";
import type { AnyEnd } from "./end";
import type { ReachIndex } from "./reach-index";
import { refreshInterfaces } from "./refresh-ends";
import { refreshOutside } from "./refresh-outside";
import { refreshPairs } from "./refresh-pairs";
import { refreshRules } from "./refresh-rules";
import { describeTier, regroupTiers } from "./refresh-tiers";
import { refreshViews } from "./refresh-views";
import { byTierOrder, type TierState } from "./tier";

/** Brings changed records in, and tells what is another in the answer. */
export function updateIndex(index: ReachIndex, changes: NetworkChanges): Omit<AnalysisUpdate, "fresh"> {
  const replaced = absorb(index.network, changes);
  const groups = refreshRules(index, replaced);
  const slots = [...refreshInterfaces(index, replaced), ...refreshOutside(index, replaced)];
  const regrouping = regroupTiers(index, slots);
  const stalePairs = refreshViews(index, { slots, groups, tiers: regrouping });
  const described = isAnythingRenamed(index, replaced) ? index.tiers.values() : regrouping.regrouped;
  const tiers = [...described].flatMap((state) => redescribe(index, state));
  return {
    tiers: tiers.toSorted(byTierOrder),
    removedTiers: regrouping.retired.map((state) => state.tier.tierId),
    ...refreshPairs(index, stalePairs, regrouping.retired),
    paths: index.paths,
    coverage: coverageOf(index),
  };
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

const coverageOf = ({ ends }: ReachIndex): Coverage => ({
  notJudged: NOT_JUDGED,
  assumptions: ends.list.some((end) => end !== null && usesGateway(end)) ? ["internetGatewayRoute"] : [],
});

const usesGateway = (end: AnyEnd): boolean =>
  end.kind === "interface" && end.isAttached && (end.isPublic || end.atHome[6].length > 0);
