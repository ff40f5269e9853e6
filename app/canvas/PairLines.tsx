import { ViewportPortal } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import type { EndId, InterfacePairs } from "../../engine";
import { useEngine } from "../analysis/engine-context";
import type { Scene } from "../scene/scene";
import { usePathlight } from "../store/store";
import { endsDrawn } from "./ends-drawn";
import { pairLines, selectedRows } from "./pair-lines";

/** The selected card's or interface's own pairs, as fine dotted lines between interface rows. */
export const PairLines = ({ scene }: Readonly<{ scene: Scene }>) => {
  const pairs = useSelectedPairs();
  const lines = useMemo(() => (pairs ? pairLines(pairs, endsDrawn(scene)) : []), [pairs, scene]);
  if (lines.length === 0) return null;
  const { x, y, width, height } = scene.bounds;
  return (
    <ViewportPortal>
      <svg
        className="pl-pair-lines"
        style={{ left: x, top: y }}
        width={width}
        height={height}
        viewBox={`${x} ${y} ${width} ${height}`}
        aria-hidden="true"
      >
        {lines.map((d) => (
          <path key={d} className="pl-pair-line" d={d} markerEnd="url(#pl-head-full)" />
        ))}
      </svg>
    </ViewportPortal>
  );
};

const useSelectedPairs = (): InterfacePairs | null => {
  const selection = usePathlight((state) => state.selection);
  const network = usePathlight((state) => state.diagram.network);
  const tierPairs = usePathlight((state) => state.analysis.tierPairs);
  const { interfacePairs } = useEngine();
  const [pairs, setPairs] = useState<InterfacePairs | null>(null);
  const ends = useMemo(() => selectedRows(selection, network), [selection, network]);

  useEffect(() => {
    let current = true;
    if (ends.length === 0 || tierPairs.size === 0) setPairs(null);
    else
      interfacePairs({ kind: "ends", ends: ends as EndId[], traffic: false }).then((answer) => {
        if (current) setPairs(answer);
      });
    return () => {
      current = false;
    };
  }, [ends, tierPairs, interfacePairs]);
  return pairs;
};
