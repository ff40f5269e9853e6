/** The outline around the members of one group. */
import { BubbleSets, rect as bubbleRect } from "bubblesets-js";
import { grow, joinAll, overlap, snap } from "./geometry";
import type { Block, Members } from "./hull-members";
import { type Outline, polygon, rounded } from "./outlines";
import type { Card, Rect } from "./scene";
import { HULL_PADDING, HULL_RADIUS, HULL_STEP } from "./sizes";

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

const bubble = (blocks: readonly Rect[], strangers: readonly Rect[]): Outline => {
  const sets = new BubbleSets({
    pixelGroup: 4,
    edgeR0: 12,
    edgeR1: 24,
    nodeR0: 8,
    nodeR1: 24,
    morphBuffer: 16,
  });
  const toBubble = ({ x, y, width, height }: Rect) => bubbleRect(x, y, width, height);
  sets.pushMember(...blocks.map(toBubble));
  sets.pushNonMember(...strangers.map(toBubble));
  const path = sets.compute().sample(8).simplify(0).bSplines().simplify(0);
  return polygon(path.points.map(({ x, y }) => ({ x, y })));
};

/**
 * A rounded rectangle where nobody else is in the way, else a shape that winds around those who are. It is one shape, and
 * the same for the same input.
 */
export const hullShape = (members: Members, cards: readonly Card[]): Outline => {
  const padding = paddingOf(members);
  const blocks = members.blocks.map((block) => padded(block, padding));
  const box = joinAll(blocks) ?? { x: 0, y: 0, width: 0, height: 0 };
  const strangers = strangersOf(members, cards).filter((stranger) => overlap(stranger, box));
  if (strangers.length === 0) {
    const fitting = onGrid(box);
    return rounded(fitting, Math.min(HULL_RADIUS + members.level * 4, fitting.height / 2));
  }
  return bubble(blocks, strangers);
};
