import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { grow } from "../scene/geometry";
import type { Scene } from "../scene/scene";
import { memberRects } from "../scene/tier-members";
import { usePathlight } from "../store/store";
import "./links.css";

/** Between a card and the box around it. */
const MARGIN = 4;

type Props = Readonly<{ scene: Scene; arrowIds: readonly (string | null)[] }>;

/** Boxes around all whom an arrow stands for, where it can only end at one of them: while it is pointed at or selected. */
export const ArrowMembers = ({ scene, arrowIds }: Props) => {
  const tiers = usePathlight((state) => state.analysis.tiers);
  const [first, second] = arrowIds;
  const rects = useMemo(() => {
    const arrows = scene.arrows.filter(({ id }) => id === first || id === second);
    const ends = new Set(arrows.flatMap(({ from, to }) => [from, to]));
    return [...ends].flatMap((id) => memberRects(scene, tiers.get(id)));
  }, [scene, tiers, first, second]);
  if (rects.length === 0) return null;
  return (
    <ViewportPortal>
      {rects
        .map((rect) => grow(rect, MARGIN))
        .map(({ x, y, width, height }) => (
          <div
            key={`${x} ${y}`}
            className="pl-arrow-member"
            style={{ left: x, top: y, width, height }}
            aria-hidden="true"
          />
        ))}
    </ViewportPortal>
  );
};
