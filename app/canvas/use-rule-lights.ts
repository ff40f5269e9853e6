import { useEffect, useMemo, useState } from "react";
import type { SecurityGroupRuleId, TierPair } from "../../engine";
import { useEngine } from "../analysis/engine-context";
import { findRule } from "../document/find";
import type { Arrow } from "../scene/scene";
import { type EngineQueries, tierPairKey } from "../store/state";
import { usePathlight } from "../store/store";
import type { Tone } from "./flow-nodes";

type Lights = ReadonlyMap<string, Tone>;

/**
 * How strongly arrows are drawn while a rule is pointed at in the inspector: paths that need it strongly, those that
 * other rules permit too as usual, all others faintly. Null while no rule is pointed at.
 */
export const useRuleLights = (): ((arrow: Arrow) => Tone | null) => {
  const ruleId = usePathlight((state) => state.highlightedRules[0] ?? null);
  const network = usePathlight((state) => state.diagram.network);
  const { tiers, tierPairs } = usePathlight((state) => state.analysis);
  const engine = useEngine();
  const [lights, setLights] = useState<Lights | null>(null);

  const candidates = useMemo(() => {
    const found = ruleId === null ? null : findRule(network, ruleId);
    if (!found) return [];
    const side = found.rule.direction === "ingress" ? "to" : "from";
    return [...tierPairs.values()].filter((pair) =>
      tiers.get(pair[side])?.groupIds.includes(found.group.groupId),
    );
  }, [ruleId, network, tiers, tierPairs]);

  useEffect(() => {
    let current = true;
    if (ruleId === null) setLights(null);
    else
      Promise.all(candidates.map((pair) => lightOf(engine, pair, ruleId))).then((found) => {
        if (current) setLights(new Map(found.filter((light) => light !== null)));
      });
    return () => {
      current = false;
    };
  }, [ruleId, candidates, engine]);

  return useMemo(() => (arrow) => (lights ? (lights.get(arrow.id) ?? "faint") : null), [lights]);
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
