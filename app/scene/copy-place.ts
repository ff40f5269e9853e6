/** Where copies stand: on a free place beside their originals, or in another container where there is room. */
import type { Diagram, Layout, Point } from "../document/diagram";
import { freePlace } from "./free-place";
import { bottomOf, contains, grow, joinAll, moveBy, overlap, rectAt, rightOf } from "./geometry";
import { layoutOf, type SceneLayout } from "./layout-of";
import type { Frame, Rect } from "./scene";
import { CANVAS_GAP, CARD_GAP, cardSize, SUBNET_GAP, SUBNET_PADDING, VPC_PADDING } from "./sizes";

type Item = Readonly<{ id: string; rect: Rect; parentId: string | null }>;

const itemsOf = ({ frames, cards, outsides }: SceneLayout): readonly Item[] => [
  ...frames,
  ...cards,
  ...outsides.map(({ id, rect }) => ({ id, rect, parentId: null })),
];

/** A row of a card has no place of its own: its copy becomes a card, for which the whole card stands. */
const originalOf = (layout: SceneLayout, id: string): Item | undefined => {
  const card = layout.cards.find(({ rows }) => rows.some((row) => row.networkInterfaceId === id));
  const own = itemsOf(layout).find((item) => item.id === id);
  return own ?? (card && { ...card, rect: { ...card.rect, ...cardSize(1) } });
};

/** Cards come closer to each other where a subnet has little room. */
const CLOSE = 24;

const CARDS = { gaps: [CARD_GAP, CLOSE], padding: SUBNET_PADDING };
const SUBNETS = { gaps: [SUBNET_GAP], padding: VPC_PADDING };
const CANVAS = { gaps: [CANVAS_GAP], padding: { top: 0, side: 0, bottom: 0 } };

const spacingIn = (container: Frame | undefined) =>
  container === undefined ? CANVAS : container.kind === "subnet" ? CARDS : SUBNETS;

/** To the right, below, to the left, above. */
const besides = (original: Rect, gap: number): readonly Rect[] => [
  { ...original, x: rightOf(original) + gap },
  { ...original, y: bottomOf(original) + gap },
  { ...original, x: original.x - gap - original.width },
  { ...original, y: original.y - gap - original.height },
];

/** Beside the original where the container has room for it, else anywhere in it, else beside it although it grows. */
const besideOriginal = (original: Rect, taken: readonly Rect[], container: Frame | undefined): Rect => {
  const { gaps } = spacingIn(container);
  const isFree = (gap: number) => (rect: Rect) => !taken.some((other) => overlap(grow(rect, gap - 1), other));
  const room = container && roomOf(container);
  const isInside = (rect: Rect): boolean => room === undefined || contains(room, rect);
  const around = gaps.flatMap((gap) => besides(original, gap).filter(isFree(gap)));
  const free = around.find(isInside);
  if (free !== undefined || room === undefined || container === undefined) return free ?? original;
  const elsewhere = anywhereIn(original, taken, container);
  // A frame grows to the right and downwards.
  const growing = around.find(({ x, y }) => x >= room.x && y >= room.y);
  return contains(room, elsewhere) ? elsewhere : (growing ?? elsewhere);
};

/** The part of a frame below its title, clear of its border. */
const roomOf = ({ rect: { x, y, width, height }, kind }: Frame): Rect => {
  const { padding } = kind === "subnet" ? CARDS : SUBNETS;
  const side = Math.min(padding.side, CLOSE);
  return { x: x + side, y: y + padding.top, width: width - 2 * side, height: height - padding.top - side };
};

const anywhereIn = (size: Rect, taken: readonly Rect[], container: Frame): Rect => {
  const room = roomOf(container);
  const { gaps, padding } = spacingIn(container);
  const start: Point = { x: container.rect.x + padding.side, y: room.y };
  return rectAt(
    freePlace(size, taken, start, Math.max(rightOf(room), start.x + size.width), gaps[0] ?? 0),
    size,
  );
};

type Copied = Readonly<{ roots: readonly string[]; layout: Layout }>;

/**
 * Where the first copy stands in its container; the others keep their distance to it. `containerId` is what was chosen to
 * paste into, or null for where the originals are.
 */
export const placeOfCopies = (
  diagram: Diagram,
  { roots, layout }: Copied,
  containerId: string | null,
): Point => {
  const [first = ""] = roots;
  const scene = layoutOf(diagram);
  const stored = diagram.layout.places[first];
  const original = originalOf(scene, first);
  if (original === undefined) return layout.places[first] ?? { x: 0, y: 0 };
  const parentId = containerId ?? original.parentId;
  const container = scene.frames.find(({ id }) => id === parentId);
  const items = itemsOf(scene);
  const beside = items.filter((item) => roots.includes(item.id) && item.parentId === original.parentId);
  const whole = joinAll([original.rect, ...beside.map(({ rect }) => rect)]) ?? original.rect;
  const taken = items.filter((item) => item.parentId === (container?.id ?? null)).map(({ rect }) => rect);
  const isHome = parentId === original.parentId || container === undefined;
  const goal = isHome ? besideOriginal(whole, taken, container) : anywhereIn(whole, taken, container);
  const by: Point = { x: goal.x - whole.x, y: goal.y - whole.y };
  if (isHome && stored !== undefined) return { x: stored.x + by.x, y: stored.y + by.y };
  const origin = container?.rect ?? { x: 0, y: 0 };
  const moved = moveBy(original.rect, by.x, by.y);
  return { x: moved.x - origin.x, y: moved.y - origin.y };
};
