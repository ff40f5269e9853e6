import { useEffect, useMemo, useState } from "react";
import { type EndId, type Network, type TierId, wearerIdOf } from "../../engine";
import { useEngine } from "../analysis/engine-context";
import type { Arrow } from "../scene/scene";
import { usePathlight } from "../store/store";
import { endsOf, tiersWith } from "./attention";
import type { FlowNode, Tone } from "./flow-nodes";

const ALL_STEPS = Number.POSITIVE_INFINITY;

type LensView = Readonly<{
  /** How strongly the lens draws an arrow; null while no lens is on. */
  tone(arrow: Arrow): Tone | null;
  /** Steps nodes back that the lens does not reach. */
  mark(node: FlowNode): FlowNode;
}>;

const OFF: LensView = { tone: () => null, mark: (node) => node };

/** What the selection can reach, or is reached by, in the chosen number of steps. */
export const useLens = (): LensView => {
  const lens = usePathlight((state) => state.lens);
  const selection = usePathlight((state) => state.selection);
  const network = usePathlight((state) => state.diagram.network);
  const { tiers, tierPairs } = usePathlight((state) => state.analysis);
  const { interfacePairs } = useEngine();
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  const ends = useMemo(() => (lens ? endsOf(selection, network) : null), [lens, selection, network]);

  useEffect(() => {
    let current = true;
    if (!lens || !ends || tierPairs.size === 0) setFound(null);
    else
      Promise.all([interfacePairs({ kind: "all" }), import("./lens")]).then(([pairs, { reached }]) => {
        const steps = lens.steps === "all" ? ALL_STEPS : lens.steps;
        if (current) setFound(reached(pairs, [...ends] as EndId[], lens.direction, steps));
      });
    return () => {
      current = false;
    };
  }, [lens, ends, tierPairs, interfacePairs]);

  return useMemo(() => {
    if (!found) return OFF;
    const inside: ReadonlySet<TierId> = tiersWith(found, tiers.values());
    const seen = cardsOf(found, network);
    return {
      tone: (arrow) => (inside.has(arrow.from) && inside.has(arrow.to) ? "strong" : "faint"),
      mark: (node) =>
        node.type === "card" || node.type === "outside"
          ? { ...node, className: seen.has(node.id) ? "pl-lens-in" : "pl-lens-out" }
          : node,
    };
  }, [found, tiers, network]);
};

/** The ends themselves and the cards that hold them. */
const cardsOf = (ends: ReadonlySet<string>, network: Network): ReadonlySet<string> => {
  const owners = Object.values(network.networkInterfaces)
    .filter((eni) => ends.has(eni.networkInterfaceId))
    .flatMap(({ attachment }) => wearerIdOf(attachment) ?? []);
  return new Set([...ends, ...owners]);
};
