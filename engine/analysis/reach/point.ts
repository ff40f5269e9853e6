import type { AddressKey } from "../../net/address-map";
import type { Family } from "../../net/cidr";
import type { GroupSet } from "./group-set";

/** A number that stands for one address of one interface. */
export type PointId = number;

/**
 * The addresses that stand for interfaces, as arrays by number, so that what is permitted for each is an array too.
 * A point that is gone keeps its number until the next settlement, since the difference is told from it.
 */
export type Points = {
  count: number;
  slots: Int32Array;
  families: Uint8Array;
  sites: Int32Array;
  readonly keys: AddressKey[];
  readonly groups: GroupSet[];
  /** Points by address, so that a CIDR is one stretch of them. */
  readonly sorted: Readonly<Record<Family, PointId[]>>;
  /** By the number of the set of groups that is worn there. */
  readonly wearing: PointId[][];
  readonly free: PointId[];
};

export type NewPoint = Readonly<{
  slot: number;
  family: Family;
  key: AddressKey;
  site: number;
  groups: GroupSet;
}>;

export const createPoints = (): Points => ({
  count: 0,
  slots: new Int32Array(64),
  families: new Uint8Array(64),
  sites: new Int32Array(64),
  keys: [],
  groups: [],
  sorted: { 4: [], 6: [] },
  wearing: [],
  free: [],
});

/** Above this it is quicker to sort all than to put each in its place. */
const SORT_FROM = 64;

/** Gives each a number, in their order. */
export function addPoints(points: Points, added: readonly NewPoint[]): readonly PointId[] {
  const ids = added.map((point) => writePoint(points, point));
  const isMany = added.length >= SORT_FROM;
  for (const id of ids) {
    const sorted = points.sorted[familyAt(points, id)];
    if (isMany) sorted.push(id);
    else sorted.splice(firstFrom(points, familyAt(points, id), points.keys[id] ?? 0), 0, id);
  }
  if (isMany) for (const family of [4, 6] as const) sortByAddress(points, family);
  return ids;
}

function writePoint(points: Points, { slot, family, key, site, groups }: NewPoint): PointId {
  const id = points.free.pop() ?? points.count++;
  if (id >= points.slots.length) grow(points, points.slots.length * 2);
  points.slots[id] = slot;
  points.families[id] = family;
  points.sites[id] = site;
  points.keys[id] = key;
  points.groups[id] = groups;
  pointsWearing(points, groups.number).push(id);
  return id;
}

/** The points at which this set of groups is worn, in a list of its own. */
export function pointsWearing({ wearing }: Points, groupSet: number): PointId[] {
  while (wearing.length <= groupSet) wearing.push([]);
  return wearing[groupSet] ?? [];
}

function grow(points: Points, length: number): void {
  const [slots, families, sites] = [new Int32Array(length), new Uint8Array(length), new Int32Array(length)];
  slots.set(points.slots);
  families.set(points.families);
  sites.set(points.sites);
  Object.assign(points, { slots, families, sites });
}

function sortByAddress(points: Points, family: Family): void {
  const { keys } = points;
  points.sorted[family].sort((a, b) => {
    const [first, second] = [keys[a] ?? 0, keys[b] ?? 0];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}

/** Takes points out of every list; their numbers may be given again from now on. */
export function removePoints(points: Points, gone: readonly PointId[]): void {
  if (gone.length === 0) return;
  const isGone = new Set(gone);
  const groupSets = new Set(gone.map((id) => points.groups[id]?.number ?? 0));
  const keep = (ids: PointId[]): void => {
    let length = 0;
    for (const id of ids) if (!isGone.has(id)) ids[length++] = id;
    ids.length = length;
  };
  keep(points.sorted[4]);
  keep(points.sorted[6]);
  for (const groupSet of groupSets) keep(pointsWearing(points, groupSet));
  points.free.push(...gone);
}

export const familyAt = (points: Points, id: PointId): Family => (points.families[id] === 6 ? 6 : 4);

/** The place in `sorted` of the first point at or behind this address. */
export function firstFrom(points: Points, family: Family, key: AddressKey): number {
  const { keys } = points;
  const sorted = points.sorted[family];
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[sorted[middle] ?? 0] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Points that some end stands at. */
export const livePoints = ({ sorted }: Points): readonly PointId[] => [...sorted[4], ...sorted[6]];
