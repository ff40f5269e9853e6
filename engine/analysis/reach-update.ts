import { absorb } from "../network-changes";
import type { NetworkChanges } from "../worker-api";
import type { AnalysisUpdate, Coverage, Tier } from "./answer";
import { NOT_JUDGED } from "./coverage";
import type { InterfaceFacts } from "./interface-facts";
import type { ReachIndex } from "./reach-index";
import { refreshInterfaces } from "./refresh-ends";
import { refreshOutside } from "./refresh-outside";
import { refreshPairs } from "./refresh-pairs";
import { refreshRules } from "./refresh-rules";
import { describeTier, refreshTiers } from "./refresh-tiers";
import { byTierOrder, type TierState } from "./tier";

/** Brings changed records in, and tells what is another in the answer. */
export function updateIndex(index: ReachIndex, changes: NetworkChanges): Omit<AnalysisUpdate, "fresh"> {
  const replaced = absorb(index.network, changes);
  const changedGroups = refreshRules(index, replaced);
  const changedSlots = [...refreshInterfaces(index, replaced), ...refreshOutside(index, replaced)];
  const tierChanges = refreshTiers(index, changedSlots, changedGroups);
  const mayBeRenamed = replaced.securityGroups.size + replaced.ipRanges.size > 0;
  const described = mayBeRenamed ? index.tiers.values() : tierChanges.regrouped;
  const tiers = [...described].flatMap((state) => redescribe(index, state));
  return {
    tiers: tiers.toSorted(byTierOrder),
    removedTiers: tierChanges.retired.map((state) => state.tier.tierId),
    ...refreshPairs(index, tierChanges),
    paths: index.paths,
    coverage: coverageOf(index),
  };
}

/** The tier as it is told, if that is another than before. */
function redescribe(index: ReachIndex, state: TierState): readonly Tier[] {
  if (state.members.length === 0) return [];
  const now = describeTier(index, state);
  const before = state.tier;
  const isSame =
    before.name === now.name && before.networkInterfaceIds.join() === now.networkInterfaceIds.join();
  if (state.isTold && isSame) return [];
  state.tier = now;
  state.isTold = true;
  return [now];
}

const coverageOf = (index: ReachIndex): Coverage => ({
  notJudged: NOT_JUDGED,
  assumptions: [...index.facts.values()].some(usesGateway) ? ["internetGatewayRoute"] : [],
});

const usesGateway = ({ isAttached, isPublic, addresses }: InterfaceFacts): boolean =>
  isAttached && (isPublic || addresses.some(({ family }) => family === 6));
