import type { Rect, Scene } from "../scene/scene";

export type Position = Readonly<{ x: number; y: number }>;

const contains = ({ x, y, width, height }: Rect, point: Position): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

/** What lies under a point: a card with the row hit, and the subnet and VPC around it. */
export type Under = Readonly<{
  cardId: string | null;
  networkInterfaceId: string | null;
  subnetId: string | null;
  vpcId: string | null;
}>;

/** What a scene has at a point, leaving out what is itself being dragged. */
export const under = (scene: Scene, point: Position, dragged: ReadonlySet<string> = new Set()): Under => {
  const card = scene.cards.find(({ id, rect }) => !dragged.has(id) && contains(rect, point));
  const frames = scene.frames.filter(({ id, rect }) => !dragged.has(id) && contains(rect, point));
  const subnet = frames.find(({ kind }) => kind === "subnet");
  const row = card?.rows.find(({ rect }) =>
    contains({ ...rect, x: rect.x + card.rect.x, y: rect.y + card.rect.y }, point),
  );
  return {
    cardId: card?.id ?? null,
    networkInterfaceId: row?.networkInterfaceId ?? null,
    subnetId: subnet?.id ?? null,
    vpcId: subnet?.parentId ?? frames.find(({ kind }) => kind === "vpc")?.id ?? null,
  };
};

const GRID = 4;

/** On the 4 px grid that everything stands on. */
export const onGrid = ({ x, y }: Position): Position => ({
  x: Math.round(x / GRID) * GRID,
  y: Math.round(y / GRID) * GRID,
});

/** A point of the canvas as a position inside a frame, kept clear of the frame's title and edges. */
export const inside = (frame: Rect, point: Position, clear: Position): Position =>
  onGrid({ x: Math.max(clear.x, point.x - frame.x), y: Math.max(clear.y, point.y - frame.y) });
