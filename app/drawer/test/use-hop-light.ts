import { useRef } from "react";
import type { State } from "../../store/state";
import { pathlight } from "../../store/store";
import type { HopCard } from "./hop-cards";

type Lit = Pick<State, "highlightedRules" | "markedRow">;

const light = ({ highlightedRules, markedRow }: Lit): void => {
  const { setHighlightedRules, setMarkedRow } = pathlight.getState();
  setHighlightedRules(highlightedRules);
  setMarkedRow(markedRow);
};

const isSameRow = ({ rule, row }: HopCard, lit: Lit): boolean =>
  lit.markedRow?.elementId === row?.elementId &&
  lit.markedRow?.row === row?.row &&
  lit.highlightedRules.length === (rule === null ? 0 : 1) &&
  (rule === null || lit.highlightedRules.includes(rule));

/**
 * What decides at a step lights up while the pointer or the focus is on it: a group's rule in the inspector and on the canvas,
 * a row of an ACL or a route table in the inspector. What was lit before comes back after that, unless the step was chosen.
 */
export const useHopLight = (card: HopCard) => {
  const before = useRef<Lit | null>(null);
  const own: Lit = { highlightedRules: card.rule === null ? [] : [card.rule], markedRow: card.row };
  const enter = (): void => {
    if (before.current !== null || (card.rule === null && card.row === null)) return;
    const { highlightedRules, markedRow } = pathlight.getState();
    before.current = { highlightedRules, markedRow };
    light(own);
  };
  const leave = (): void => {
    // What was lit by something else meanwhile is not this step's to put out.
    if (before.current !== null && isSameRow(card, pathlight.getState())) light(before.current);
    before.current = null;
  };
  /** Selects the element of the step, in which what decides stays marked. */
  const choose = (elementId: string): void => {
    light(own);
    pathlight.getState().selectElements(elementId);
    before.current = null;
  };
  return { choose, onPointerEnter: enter, onPointerLeave: leave, onFocus: enter, onBlur: leave };
};

export type HopLight = ReturnType<typeof useHopLight>;
