import { useEffect, useMemo, useState } from "react";
import { useEngine } from "../analysis/engine-context";
import type { Arrow } from "../scene/scene";
import { usePathlight } from "../store/store";
import type { Tone } from "./flow-nodes";
import type { RuleLights } from "./rule-lights";

/** How strongly arrows are drawn while a rule is pointed at in the inspector. Null while none is. */
export const useRuleLights = (): ((arrow: Arrow) => Tone | null) => {
  const ruleId = usePathlight((state) => state.highlightedRules[0] ?? null);
  const network = usePathlight((state) => state.diagram.network);
  const { tiers, tierPairs } = usePathlight((state) => state.analysis);
  const engine = useEngine();
  const [lights, setLights] = useState<RuleLights | null>(null);

  useEffect(() => {
    let current = true;
    if (ruleId === null) setLights(null);
    else
      import("./rule-lights")
        .then(({ ruleLights }) => ruleLights(engine, network, { tiers, tierPairs }, ruleId))
        .then((found) => {
          if (current) setLights(found);
        });
    return () => {
      current = false;
    };
  }, [ruleId, network, tiers, tierPairs, engine]);

  return useMemo(() => (arrow) => (lights ? (lights.get(arrow.id) ?? "faint") : null), [lights]);
};
