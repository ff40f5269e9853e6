import { useEffect, useState } from "react";
import { type PairRules, ruleText, type SecurityGroupRuleId, type TierPair } from "../../engine";
import { useEngine } from "../analysis/engine-context";
import { findRule } from "../document/find";
import { tierPairKey } from "../store/state";
import { usePathlight } from "../store/store";
import "./arrow-tip.css";
import type { Position } from "./drop";

/** The pointer rests this long before the tip comes, so that it does not flicker on the way across the canvas. */
const REST = 300;

export type Hovered = Readonly<{ id: string; at: Position }>;

/** While an arrow is pointed at: the rules on both ends that permit it. */
export const ArrowTip = ({ hovered }: Readonly<{ hovered: Hovered }>) => {
  const pair = usePathlight(({ analysis }) => analysis.tierPairs.get(hovered.id) ?? null);
  const rules = useRules(pair);
  if (!pair || !rules) return null;
  return (
    <div className="pl-tip" role="tooltip" style={{ left: hovered.at.x, top: hovered.at.y }}>
      <Title pair={pair} />
      <Rules title="Let out by" ids={rules.egressRules} />
      <Rules title="Let in by" ids={rules.ingressRules} />
      <p className="pl-tip__hint">Click to pin it in the inspector.</p>
    </div>
  );
};

const Title = ({ pair }: Readonly<{ pair: TierPair }>) => {
  const tiers = usePathlight((state) => state.analysis.tiers);
  const [from, to] = [tiers.get(pair.from)?.name, tiers.get(pair.to)?.name];
  const some = pair.pairs < pair.ofPairs ? `${pair.pairs} of ${pair.ofPairs} pairs` : `${pair.pairs} pairs`;
  return (
    <p className="pl-tip__title">
      {from} → {to} <span>{pair.ofPairs === 1 ? "1 pair" : some}</span>
    </p>
  );
};

/** Outside ends have no rules of their own. */
const Rules = ({ title, ids }: Readonly<{ title: string; ids: readonly SecurityGroupRuleId[] }>) => {
  const network = usePathlight((state) => state.diagram.network);
  const found = ids.flatMap((id) => findRule(network, id) ?? []);
  if (found.length === 0) return null;
  return (
    <>
      <p className="pl-tip__side">{title}</p>
      <ul>
        {found.map(({ group, rule }) => (
          <li key={rule.securityGroupRuleId}>
            <b>{group.groupName}</b> {ruleText(network, { rule })}
            {rule.description !== "" && <span> · {rule.description}</span>}
          </li>
        ))}
      </ul>
    </>
  );
};

const useRules = (pair: TierPair | null): PairRules | null => {
  const engine = useEngine();
  const [answer, setAnswer] = useState<Readonly<{ id: string; rules: PairRules }> | null>(null);
  const id = pair && tierPairKey(pair.from, pair.to);
  useEffect(() => {
    if (!pair || id === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const rules = await engine.tierPairRules(pair.from, pair.to);
      if (current) setAnswer({ id, rules });
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [pair, id, engine]);
  return answer && answer.id === id ? answer.rules : null;
};
