import { useRef } from "react";
import type { SecurityGroupRuleId } from "../../../engine";
import { pathlight } from "../../store/store";

type Ids = readonly SecurityGroupRuleId[];

const highlight = (ids: Ids): void => pathlight.getState().setHighlightedRules(ids);

/** Hovering or focusing a rule lights up its paths; leaving it brings back what was lit before (a pinned arrow's rules). */
export const useRuleHighlight = (ruleId: SecurityGroupRuleId | null) => {
  const before = useRef<Ids | null>(null);
  const enter = (): void => {
    if (ruleId === null || before.current !== null) return;
    before.current = pathlight.getState().highlightedRules;
    highlight([ruleId]);
  };
  const leave = (): void => {
    if (before.current === null) return;
    highlight(before.current);
    before.current = null;
  };
  return { onPointerEnter: enter, onPointerLeave: leave, onFocus: enter, onBlur: leave };
};
