import type { Rect } from "./scene";

/** Other places for labels, by `placeKey`. */
export type LabelPlaces = ReadonlyMap<string, Rect>;

export const OWN_PLACES: LabelPlaces = new Map();

/** Names an arrow's label where the scene has it: one that has moved since is another. */
export const placeKey = (id: string, { x, y }: Rect): string => `${id} ${x} ${y}`;
