import { SLOTS } from "../../net/traffic-axis";
import { ALL_TRAFFIC, NO_TRAFFIC, type TrafficSets } from "../../net/traffic-set";

/** What holds of traffic that is in the same sets, as bits. `masks` tells for each part which bits of `state` stand for it. */
export type Judge = (masks: Int32Array, state: number) => number;

/** The parts of flows that are walked together (see flow.ts), and what the walk needs of room. */
export type Walker = Readonly<{
  flows: Int32Array;
  /** Sets that are walked at once: which, and where each is and ends in the boundaries. */
  ids: Int32Array;
  at: Int32Array;
  ends: Int32Array;
  /** Bits of the sets that each part of the flows stands for. */
  masks: Int32Array;
}>;

export const createWalker = (parts: number): Walker => ({
  flows: new Int32Array(parts),
  ids: new Int32Array(parts),
  at: new Int32Array(parts),
  ends: new Int32Array(parts),
  masks: new Int32Array(parts),
});

/** From which part on how many are walked. */
export type Parts = Readonly<{ start: number; count: number }>;

/** Half-open, in slots of traffic. */
export type Stretch = { first: number; end: number };

/**
 * Walks the boundaries of all sets in a stretch of traffic, keeping a bit for each set that holds; between two boundaries
 * everything fares alike. Ends early when all bits of `enough` were found.
 */
export function walk(
  sets: TrafficSets,
  walker: Walker,
  parts: Parts,
  { first, end }: Stretch,
  judge: Judge,
  enough: number,
): number {
  const lists = listSets(sets, walker, parts);
  let state = enter(sets, walker, lists, first);
  let answer = judge(walker.masks, state);
  while ((answer & enough) !== enough) {
    const slot = nextSlot(sets, walker, lists);
    if (slot >= end) break;
    state ^= pass(sets, walker, lists, slot);
    answer |= judge(walker.masks, state);
  }
  return answer;
}

/** The same piece by piece: between two boundaries everything fares alike. A set that is made meanwhile does no harm. */
export function walkPieces(
  sets: TrafficSets,
  walker: Walker,
  parts: Parts,
  { first, end }: Stretch,
  judge: Judge,
  visit: (bits: number, piece: Stretch) => void,
): void {
  const lists = listSets(sets, walker, parts);
  let state = enter(sets, walker, lists, first);
  for (let at = first; at < end; ) {
    const next = Math.min(nextSlot(sets, walker, lists), end);
    visit(judge(walker.masks, state), { first: at, end: next });
    state ^= pass(sets, walker, lists, next);
    at = next;
  }
}

const ALWAYS = 1 << 30;

/** One list for each set that neither is empty nor holds all; gives their number. */
function listSets(
  sets: TrafficSets,
  { flows, ids, at, ends, masks }: Walker,
  { start, count }: Parts,
): number {
  let lists = 0;
  for (let part = 0; part < count; part++) {
    const id = flows[start + part] ?? NO_TRAFFIC;
    if (id === NO_TRAFFIC || id === ALL_TRAFFIC) {
      masks[part] = id === ALL_TRAFFIC ? ALWAYS : 0;
      continue;
    }
    let list = 0;
    while (list < lists && ids[list] !== id) list++;
    if (list === lists) {
      ids[lists] = id;
      at[lists] = sets.starts[id] ?? 0;
      ends[lists] = sets.starts[id + 1] ?? 0;
      lists++;
    }
    masks[part] = 1 << list;
  }
  return lists;
}

/** Goes to a slot of traffic in all lists; gives which of them hold it. */
function enter({ boundaries }: TrafficSets, { at, ends }: Walker, lists: number, slot: number): number {
  let state = ALWAYS;
  for (let list = 0; list < lists; list++) {
    const start = at[list] ?? 0;
    const next = firstAfter(boundaries, start, ends[list] ?? 0, slot);
    at[list] = next;
    state |= ((next - start) & 1) << list;
  }
  return state;
}

function firstAfter(boundaries: Uint32Array, start: number, end: number, slot: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((boundaries[middle] ?? 0) <= slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lowest boundary that no list has passed yet. */
function nextSlot({ boundaries }: TrafficSets, { at, ends }: Walker, lists: number): number {
  let slot = SLOTS;
  for (let list = 0; list < lists; list++) {
    const own = at[list] ?? 0;
    const next = own < (ends[list] ?? 0) ? (boundaries[own] ?? SLOTS) : SLOTS;
    if (next < slot) slot = next;
  }
  return slot;
}

/** Passes this boundary in all lists that have it; gives their bits. */
function pass({ boundaries }: TrafficSets, { at, ends }: Walker, lists: number, slot: number): number {
  let turned = 0;
  for (let list = 0; list < lists; list++) {
    const own = at[list] ?? 0;
    if (own >= (ends[list] ?? 0) || boundaries[own] !== slot) continue;
    at[list] = own + 1;
    turned |= 1 << list;
  }
  return turned;
}

/** Widens a stretch so that it holds all traffic that is in one of two sets but not in both. */
export function addDifference(sets: TrafficSets, stretch: Stretch, a: number, b: number): void {
  if (a === b) return;
  const { boundaries, starts } = sets;
  let [atA, atB] = [starts[a] ?? 0, starts[b] ?? 0];
  const [endA, endB] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0];
  while (atA < endA && atB < endB && boundaries[atA] === boundaries[atB]) {
    atA++;
    atB++;
  }
  let [lastA, lastB] = [endA, endB];
  while (lastA > atA && lastB > atB && boundaries[lastA - 1] === boundaries[lastB - 1]) {
    lastA--;
    lastB--;
  }
  widen(stretch, boundaries, atA, lastA);
  widen(stretch, boundaries, atB, lastB);
}

function widen(stretch: Stretch, boundaries: Uint32Array, from: number, end: number): void {
  if (from >= end) return;
  stretch.first = Math.min(stretch.first, boundaries[from] ?? 0);
  stretch.end = Math.max(stretch.end, boundaries[end - 1] ?? 0);
}
