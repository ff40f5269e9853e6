import type { AnalysisUpdate } from "../answer";
import { indexCoverage } from "./index-coverage";
import type { ReachIndex } from "./reach-index";
import { byTierOrder } from "./tier";
import { createTold } from "./told";

/** What there is to tell by now; it is told once. */
export function takeTold(index: ReachIndex, fresh: boolean, isComplete: boolean): AnalysisUpdate {
  const { tiers, removedTiers, tierPairs, removedTierPairs } = index.told;
  index.told = createTold();
  return {
    fresh,
    isComplete,
    tiers: tiers.toSorted(byTierOrder),
    removedTiers,
    tierPairs,
    removedTierPairs,
    paths: index.paths,
    coverage: indexCoverage(index),
  };
}
