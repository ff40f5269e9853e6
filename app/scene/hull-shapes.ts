/** The outline around the members of one group. */
import { grow, joinAll, overlap, snap } from "./geometry";
import type { Block, Members } from "./hull-members";
import { hullParts } from "./hull-parts";
import { type Outline, polygon, rounded } from "./outlines";
import { outlinesOfUnion } from "./rect-union";
import type { Card, Rect } from "./scene";
import { HULL_PADDING, HULL_RADIUS, HULL_STEP } from "./sizes";

/** Half of the width of what links far members; nested hulls differ here too. */
const CORRIDOR = 8;

/** Rows keep their hull within the card's height, else it would cover the rows beside them. */
const padded = ({ rect, whole }: Block, padding: number): Rect =>
  whole ? grow(rect, padding) : grow(rect, padding, 4);

const paddingOf = (members: Members): number => HULL_PADDING + members.level * HULL_STEP;

/** What must stay outside: other cards, and of a card that is a member in part, its other parts. */
const strangersOf = (members: Members, cards: readonly Card[]): readonly Rect[] => {
  const ids = new Set<string>(members.networkInterfaceIds);
  const memberCards = new Set(members.blocks.map((block) => block.cardId));
  return cards.flatMap((card) => {
    if (!memberCards.has(card.id)) return [card.rect];
    if (card.rows.every((row) => ids.has(row.networkInterfaceId))) return [];
    return card.rows
      .filter((row) => !ids.has(row.networkInterfaceId))
      .map((row) => grow({ ...row.rect, x: row.rect.x + card.rect.x, y: row.rect.y + card.rect.y }, 0, -8));
  });
};

const onGrid = (rect: Rect): Rect => {
  const x = snap(rect.x);
  const y = snap(rect.y);
  return { x, y, width: snap(rect.x + rect.width) - x, height: snap(rect.y + rect.height) - y };
};

/**
 * A rounded rectangle where nobody else is in the way, else boxes and corridors around those who are, and beside texts. It is
 * one shape, and the same for the same input.
 */
export const hullShape = (members: Members, cards: readonly Card[], texts: readonly Rect[]): Outline => {
  const padding = paddingOf(members);
  const blocks = members.blocks.map((block) => onGrid(padded(block, padding)));
  const box = joinAll(blocks) ?? { x: 0, y: 0, width: 0, height: 0 };
  const strangers = strangersOf(members, cards).filter((stranger) => overlap(stranger, box));
  const radius = HULL_RADIUS + members.level * 4;
  if (strangers.length === 0) return rounded(box, Math.min(radius, box.height / 2));
  return polygon(outlinesOfUnion(hullParts(blocks, strangers, texts, CORRIDOR + members.level * 4)), radius);
};
