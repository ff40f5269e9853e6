import { useEffect, useState } from "react";
import { useEngine } from "../analysis/engine-context";
import { usePathlight } from "../store/store";
import type { LensView } from "./lens-view";

const OFF: LensView = { tone: () => null, mark: (node) => node };

/** What the selection can reach, or is reached by, in the chosen number of steps. Worked out by code that comes with the first lens. */
export const useLens = (): LensView => {
  const lens = usePathlight((state) => state.lens);
  const selection = usePathlight((state) => state.selection);
  const network = usePathlight((state) => state.diagram.network);
  const { tiers, tierPairs } = usePathlight((state) => state.analysis);
  const { interfacePairs } = useEngine();
  const [view, setView] = useState(OFF);

  useEffect(() => {
    let current = true;
    if (!lens || tierPairs.size === 0) setView(OFF);
    else
      Promise.all([interfacePairs({ kind: "all" }), import("./lens-view")]).then(([pairs, { lensView }]) => {
        if (current) setView(lensView({ lens, selection, network, tiers, pairs }) ?? OFF);
      });
    return () => {
      current = false;
    };
  }, [lens, selection, network, tiers, tierPairs, interfacePairs]);

  return view;
};
