/** Parts rectangles that have grown over others, or were let go on them. */
import type { Point } from "../document/diagram";
import { bottomOf, grow, moveBy, overlap, rightOf } from "./geometry";
import type { Rect } from "./scene";

/** `core` is as large as it was before, where it stands now: what lies beside that was beside it. */
export type Box = Readonly<{ id: string; rect: Rect; core: Rect; isFrame: boolean }>;

/** How far two stand apart along the axis that parts them; 0 where none does. */
const apart = (a: Rect, b: Rect): number =>
  Math.max(b.x - rightOf(a), a.x - rightOf(b), b.y - bottomOf(a), a.y - bottomOf(b), 0);

/** Too near is nearer than they were, by growing. Two ends outside of every VPC may do as they like. */
const tooNear = (a: Box, b: Box, gap: number): boolean =>
  (a.isFrame || b.isFrame) && overlap(grow(a.rect, Math.min(gap, apart(a.core, b.core))), b.rect);

type Clash = Readonly<{ upper: Box; lower: Box }>;

/** The first two that are too near each other, read from top left as in text. */
const firstClash = (boxes: readonly Box[], gap: number): Clash | null => {
  const sorted = boxes.toSorted((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x);
  for (const [index, upper] of sorted.entries())
    for (const lower of sorted.slice(index + 1)) {
      if (lower.rect.y >= bottomOf(upper.rect) + gap) break;
      if (tooNear(upper, lower, gap)) return { upper, lower };
    }
  return null;
};

const roundUp = (length: number): number => Math.ceil(length / 4) * 4;

/** The boxes after the lower one of a clash, with all that is as far down or as far right as it, has given way. */
const pushed = (boxes: readonly Box[], { upper, lower }: Clash, gap: number): readonly Box[] => {
  const keep = Math.min(gap, apart(upper.core, lower.core)) || gap;
  const down = roundUp(bottomOf(upper.rect) + keep - lower.rect.y);
  const right = roundUp(rightOf(upper.rect) + keep - lower.rect.x);
  const wasBelow = lower.core.y >= bottomOf(upper.core);
  const wasBeside = lower.core.x >= rightOf(upper.core);
  const goesDown = wasBelow === wasBeside ? down <= right : wasBelow;
  const by: Point = goesDown ? { x: 0, y: down } : { x: right, y: 0 };
  const edge = goesDown
    ? Math.min(lower.core.y, bottomOf(upper.core))
    : Math.min(lower.core.x, rightOf(upper.core));
  const gives = (box: Box): boolean => box !== upper && (goesDown ? box.core.y : box.core.x) >= edge;
  const move = (rect: Rect): Rect => moveBy(rect, by.x, by.y);
  return boxes.map((box) => (gives(box) ? { ...box, rect: move(box.rect), core: move(box.core) } : box));
};

/**
 * The same boxes, in the same order, with room between them: `gap` where they had that before, else what they had. Each push
 * parts at least two for good, by moving what is as far down or right as the second; so rows and columns stay what they are.
 */
export const parted = (boxes: readonly Box[], gap: number): readonly Box[] => {
  let now = boxes;
  for (let pass = 0; pass < boxes.length ** 2; pass += 1) {
    const clash = firstClash(now, gap);
    if (clash === null) break;
    now = pushed(now, clash, gap);
  }
  return now;
};
