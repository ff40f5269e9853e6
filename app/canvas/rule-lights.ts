import type { Network, SecurityGroupRuleId, TierPair } from "../../engine";
import { findRule } from "../document/find";
import { type AnalysisState, type EngineQueries, tierPairKey } from "../store/state";
import type { Tone } from "./flow-nodes";

/** How strongly an arrow is drawn, by its key; arrows that are not named step back. */
export type RuleLights = ReadonlyMap<string, Tone>;

/** Paths that need a rule strongly, those that other rules permit too as usual. */
export const ruleLights = async (
  engine: EngineQueries,
  network: Network,
  { tiers, tierPairs }: Pick<AnalysisState, "tiers" | "tierPairs">,
  ruleId: SecurityGroupRuleId,
): Promise<RuleLights> => {
  const found = findRule(network, ruleId);
  if (found === null) return new Map();
  const side = found.rule.direction === "ingress" ? "to" : "from";
  const candidates = [...tierPairs.values()].filter((pair) =>
    tiers.get(pair[side])?.groupIds.includes(found.group.groupId),
  );
  const lights = await Promise.all(candidates.map((pair) => lightOf(engine, pair, ruleId)));
  return new Map(lights.filter((light) => light !== null));
};

const lightOf = async (
  engine: EngineQueries,
  { from, to }: TierPair,
  ruleId: SecurityGroupRuleId,
): Promise<readonly [string, Tone] | null> => {
  const { egressRules, ingressRules } = await engine.tierPairRules(from, to);
  const side = [egressRules, ingressRules].find((rules) => rules.includes(ruleId));
  return side ? [tierPairKey(from, to), side.length === 1 ? "strong" : "usual"] : null;
};
