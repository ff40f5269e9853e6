import { type EndId, type InterfacePairs, type Network, wearerIdOf } from "../../engine";
import type { Arrow } from "../scene/scene";
import type { AnalysisState, Lens, Selection } from "../store/state";
import { endsOf, tiersWith } from "./attention";
import type { FlowNode, Tone } from "./flow-nodes";
import { reached } from "./lens";

export type LensView = Readonly<{
  /** How strongly the lens draws an arrow; null while no lens is on. */
  tone(arrow: Arrow): Tone | null;
  /** Steps nodes back that the lens does not reach. */
  mark(node: FlowNode): FlowNode;
}>;

type Looked = Readonly<{
  lens: NonNullable<Lens>;
  selection: Selection;
  network: Network;
  tiers: AnalysisState["tiers"];
  pairs: InterfacePairs;
}>;

/** What a lens does to arrows and cards; null where the selection stands for no end that could reach anything. */
export const lensView = ({ lens, selection, network, tiers, pairs }: Looked): LensView | null => {
  const ends = endsOf(selection, network);
  if (ends === null) return null;
  const steps = lens.steps === "all" ? Number.POSITIVE_INFINITY : lens.steps;
  const found = reached(pairs, [...ends] as EndId[], lens.direction, steps);
  const inside = tiersWith(found, tiers.values());
  const seen = cardsOf(found, network);
  return {
    tone: (arrow) => (inside.has(arrow.from) && inside.has(arrow.to) ? "strong" : "faint"),
    mark: (node) =>
      node.type === "card" || node.type === "outside"
        ? { ...node, className: seen.has(node.id) ? "pl-lens-in" : "pl-lens-out" }
        : node,
  };
};

/** The ends themselves and the cards that hold them. */
const cardsOf = (ends: ReadonlySet<string>, network: Network): ReadonlySet<string> => {
  const owners = Object.values(network.networkInterfaces)
    .filter((eni) => ends.has(eni.networkInterfaceId))
    .flatMap(({ attachment }) => wearerIdOf(attachment) ?? []);
  return new Set([...ends, ...owners]);
};
