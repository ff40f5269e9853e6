import type { Tier } from "../../engine";
import { blocksOf } from "./hull-members";
import type { Rect, Scene } from "./scene";

/** The cards, or rows of cards, of a tier that has several; none of one alone, which its arrows end at anyway. */
export const memberRects = ({ cards }: Pick<Scene, "cards">, tier: Tier | undefined): readonly Rect[] => {
  const ids = new Set<string>(tier?.networkInterfaceIds);
  const rects = cards
    .filter(({ rows }) => rows.some((row) => ids.has(row.networkInterfaceId)))
    .flatMap((card) => blocksOf(card, (row) => ids.has(row.networkInterfaceId)))
    .map(({ rect }) => rect);
  return rects.length > 1 ? rects : [];
};
