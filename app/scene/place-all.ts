import type { Layout, Point, Size } from "../document/diagram";
import { freePlace } from "./free-place";
import { rectAt } from "./geometry";
import type { Rect } from "./scene";

/** Something with a size, and where it was put, if it was. */
export type Item<T> = Readonly<{ value: T; id: string; size: Size }>;
export type Placed<T> = Readonly<{ value: T; rect: Rect }>;
type Room = Readonly<{ start: Point; right: number; gap: number }>;

/** Those with a place stand there; the others get a free one, one after the other. */
export const placeAll = <T>(
  items: readonly Item<T>[],
  places: Layout["places"],
  room: Room,
): readonly Placed<T>[] => {
  const taken: Rect[] = [];
  const rects = new Map<string, Rect>();
  const put = (item: Item<T>, point: Point): void => {
    const rect = rectAt(point, item.size);
    taken.push(rect);
    rects.set(item.id, rect);
  };
  for (const item of items) {
    const place = places[item.id];
    if (place !== undefined) put(item, place);
  }
  for (const item of items)
    if (!rects.has(item.id)) put(item, freePlace(item.size, taken, room.start, room.right, room.gap));
  return items.flatMap((item) => {
    const rect = rects.get(item.id);
    return rect === undefined ? [] : [{ value: item.value, rect }];
  });
};
