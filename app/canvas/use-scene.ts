import { useMemo } from "react";
import type { TierId } from "../../engine";
import { layoutOf } from "../scene/layout-of";
import type { Rect, Scene } from "../scene/scene";
import { sceneFrom } from "../scene/scene-of";
import { tierPairKey } from "../store/state";
import { usePathlight } from "../store/store";
import { endsOf, tiersWith } from "./attention";

/** With more groups than this, only the hulls of the selection are drawn. */
const MOST_HULLS = 12;

/** What is drawn now, while `moved` (absolute rectangles by id) is under the pointer; and the tiers the selection is about. */
export const useScene = (
  moved: ReadonlyMap<string, Rect>,
  hovered: string | null,
): Readonly<{ scene: Scene; focus: ReadonlySet<TierId> | null }> => {
  const diagram = usePathlight((state) => state.diagram);
  const analysis = usePathlight((state) => state.analysis);
  const selection = usePathlight((state) => state.selection);
  const shownChange = usePathlight((state) => state.shownChange);
  const { allPaths, hulls } = usePathlight((state) => state.preferences);

  const layout = useMemo(() => layoutOf(diagram), [diagram]);
  const focus = useMemo(() => {
    const ends = endsOf(selection, diagram.network);
    return ends && tiersWith(ends, analysis.tiers.values());
  }, [selection, diagram.network, analysis.tiers]);

  const labelled = useMemo(() => {
    const ids = new Set<string>(hovered === null ? [] : [hovered]);
    if (selection.kind === "tierPair") ids.add(tierPairKey(selection.from, selection.to));
    for (const pair of analysis.tierPairs.values())
      if (focus?.has(pair.from) || focus?.has(pair.to)) ids.add(tierPairKey(pair.from, pair.to));
    return ids;
  }, [hovered, selection, focus, analysis.tierPairs]);

  const shownHulls = useMemo(() => {
    const groups = Object.keys(diagram.network.securityGroups);
    const chosen = selection.kind === "elements" ? selection.ids : [];
    if (!hulls) return [];
    return groups.length <= MOST_HULLS ? ("all" as const) : groups.filter((id) => chosen.includes(id));
  }, [diagram.network.securityGroups, selection, hulls]);

  const scene = useMemo(
    () =>
      sceneFrom(
        layout,
        {
          diagram,
          tiers: analysis.tiers,
          tierPairs: analysis.tierPairs,
          delta: shownChange?.delta ?? null,
          options: { allPaths, hulls: shownHulls, labelled },
        },
        moved,
      ),
    [layout, diagram, analysis.tiers, analysis.tierPairs, shownChange, allPaths, shownHulls, labelled, moved],
  );
  return { scene, focus };
};
