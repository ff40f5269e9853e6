import type { Network } from "../../engine";
import { type Diagram, INTERNET_PLACE } from "../document/diagram";
import { type AnalysisState, type Selection, tierPairKey } from "./state";

export const NOTHING: Selection = { kind: "none" };

const isIn = (network: Network, id: string): boolean =>
  Object.values(network).some((table) => Object.hasOwn(table, id));

const exists = (diagram: Diagram, id: string): boolean =>
  id === INTERNET_PLACE ? INTERNET_PLACE in diagram.layout.places : isIn(diagram.network, id);

/** The selection without elements that the diagram does not have; the same object where nothing is missing. */
export const stillThere = (selection: Selection, diagram: Diagram): Selection => {
  if (selection.kind !== "elements") return selection;
  const ids = selection.ids.filter((id) => exists(diagram, id));
  if (ids.length === selection.ids.length) return selection;
  return ids.length === 0 ? NOTHING : { kind: "elements", ids };
};

/**
 * A selected arrow stays selected while both of its tiers exist: its path may come back with the next keystroke. It goes
 * when a tier has gone.
 */
export const stillAnswered = (selection: Selection, analysis: AnalysisState): Selection => {
  if (selection.kind !== "tierPair") return selection;
  const { from, to } = selection;
  if (analysis.tierPairs.has(tierPairKey(from, to))) return selection;
  return analysis.tiers.has(from) && analysis.tiers.has(to) ? selection : NOTHING;
};
