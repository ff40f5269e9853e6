import type { Rect, Scene } from "../scene/scene";

/** Where the ends of paths are drawn, by id: interface rows, the Internet, named ranges. */
export const endsDrawn = (scene: Scene): ReadonlyMap<string, Rect> =>
  new Map([
    ...scene.outsides.map(({ id, rect }) => [id, rect] as const),
    ...scene.cards.flatMap((card) =>
      card.rows.map(
        ({ networkInterfaceId, rect }) =>
          [networkInterfaceId, { ...rect, x: rect.x + card.rect.x, y: rect.y + card.rect.y }] as const,
      ),
    ),
  ]);
