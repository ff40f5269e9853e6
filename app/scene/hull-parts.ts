/** A hull where others stand between the members: boxes around those that stand together, and corridors between the boxes. */
import type { Point } from "../document/diagram";
import { gapBetween, grow, join, overlap } from "./geometry";
import { rounded } from "./outlines";
import { FULL_EFFORT, LITTLE_EFFORT, routeBetween } from "./routing";
import type { Rect } from "./scene";
import { sceneryOf, segmentsOf } from "./scenery";

/** Boxes are joined, the nearest first, as long as nobody else gets into the joint box. */
const boxesOf = (blocks: readonly Rect[], strangers: readonly Rect[]): readonly Rect[] => {
  const boxes = [...blocks];
  for (let joined = true; joined; ) {
    joined = false;
    const pairs = pairsByGap(boxes);
    for (const [a, b] of pairs) {
      const box = join(a, b);
      if (strangers.some((stranger) => overlap(stranger, box))) continue;
      boxes.splice(boxes.indexOf(a), 1);
      boxes.splice(boxes.indexOf(b), 1, box);
      joined = true;
      break;
    }
  }
  return boxes;
};

const pairsByGap = (boxes: readonly Rect[]): readonly (readonly [Rect, Rect])[] =>
  boxes
    .flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const))
    .toSorted((p, q) => gapBetween(...p) - gapBetween(...q));

/** The shortest links that make all boxes one. */
const linksOf = (boxes: readonly Rect[]): readonly (readonly [Rect, Rect])[] => {
  const group = new Map(boxes.map((box) => [box, box]));
  return pairsByGap(boxes).filter(([a, b]) => {
    const [from, to] = [group.get(a), group.get(b)];
    if (from === undefined || to === undefined || from === to) return false;
    for (const [box, of] of group) if (of === from) group.set(box, to);
    return true;
  });
};

const endOf = (bounds: Rect) => ({ id: `${bounds.x} ${bounds.y}`, outline: rounded(bounds, 16) });

const stretches = (points: readonly Point[], halfWidth: number): readonly Rect[] =>
  segmentsOf(points).map((segment) => grow(segment, halfWidth));

/**
 * Rectangles that together hold all blocks, are connected, and keep off the strangers where there is a way, and off the
 * `texts` where that is not much longer.
 */
export const hullParts = (
  blocks: readonly Rect[],
  strangers: readonly Rect[],
  texts: readonly Rect[],
  halfWidth: number,
): readonly Rect[] => {
  const boxes = boxesOf(blocks, strangers);
  const solids = strangers.map((stranger) => grow(stranger, halfWidth - 4));
  const written = texts.map((text) => grow(text, halfWidth));
  const scenery = sceneryOf({ solids, texts: written, hulls: [], frames: [] });
  const corridors = linksOf(boxes)
    .filter(([a, b]) => !overlap(a, b))
    .flatMap(([a, b]) =>
      stretches(
        routeBetween(endOf(a), endOf(b), null, scenery, [LITTLE_EFFORT, FULL_EFFORT])?.points ?? [],
        halfWidth,
      ),
    );
  return [...boxes, ...corridors];
};
