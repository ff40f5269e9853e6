import { ALL_TRAFFIC, NO_TRAFFIC, type TrafficSets } from "../../net/traffic-set";

/**
 * What passes between two addresses at two moments, as the five sets that it is made of: out by address, out by groups, the
 * way, in by address, in by groups; first before, then now. Comparing them makes no set: an edit compares thousands of pairs.
 */
export type Flows = Int32Array;

export const NOW = 5;
const PARTS = 10;

/** Bits of a comparison. */
export const HAD = 1;
export const HAS = 2;
export const GAINED = 4;
export const LOST = 8;
const EVERYTHING = HAD | HAS | GAINED | LOST;

export type Comparer = Readonly<{
  flows: Flows;
  /** Sets that are walked at once: which, and where each is and ends in the boundaries. */
  ids: Int32Array;
  at: Int32Array;
  ends: Int32Array;
  /** Bits of the sets that each part of the flows stands for. */
  masks: Int32Array;
  memory: Int32Array;
}>;

const MEMORY_BITS = 12;
const WIDTH = PARTS + 1;

export const createComparer = (): Comparer => ({
  flows: new Int32Array(PARTS),
  ids: new Int32Array(PARTS),
  at: new Int32Array(PARTS),
  ends: new Int32Array(PARTS),
  masks: new Int32Array(PARTS),
  memory: new Int32Array(WIDTH << MEMORY_BITS).fill(-1),
});

/** Whether anything passed and passes, and whether anything is gained or lost. */
export function compareFlows(sets: TrafficSets, comparer: Comparer): number {
  const { flows, memory } = comparer;
  const place = placeOf(flows);
  let same = 0;
  while (same < PARTS && memory[place + same] === flows[same]) same++;
  if (same === PARTS) return memory[place + PARTS] ?? 0;
  const answer = walk(sets, comparer);
  for (let part = 0; part < PARTS; part++) memory[place + part] = flows[part] ?? 0;
  memory[place + PARTS] = answer;
  return answer;
}

/** Is every part the same at both moments? */
export function areFlowsEqual(flows: Flows): boolean {
  for (let part = 0; part < NOW; part++) if (flows[part] !== flows[part + NOW]) return false;
  return true;
}

function placeOf(flows: Flows): number {
  let hash = 0;
  for (let part = 0; part < PARTS; part++) {
    hash = Math.imul(hash ^ (flows[part] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return (hash >>> (32 - MEMORY_BITS)) * WIDTH;
}

const ALWAYS = 1 << 30;

/** Walks the boundaries of all sets in order, keeping a bit for each set that holds; between two everything fares alike. */
function walk(sets: TrafficSets, comparer: Comparer): number {
  const { at, ends } = comparer;
  const lists = startLists(sets, comparer);
  const boundaries = sets.boundaries;
  let state = ALWAYS;
  let answer = judged(comparer.masks, state);
  for (;;) {
    const slot = nextSlot(boundaries, at, ends, lists);
    if (slot === BEYOND || answer === EVERYTHING) return answer;
    for (let list = 0; list < lists; list++) {
      const own = at[list] ?? 0;
      if (own >= (ends[list] ?? 0) || boundaries[own] !== slot) continue;
      at[list] = own + 1;
      state ^= 1 << list;
    }
    answer |= judged(comparer.masks, state);
  }
}

/** The lowest boundary that no list has passed yet. */
function nextSlot(boundaries: Uint32Array, at: Int32Array, ends: Int32Array, lists: number): number {
  let slot = BEYOND;
  for (let list = 0; list < lists; list++) {
    const own = at[list] ?? 0;
    const next = own < (ends[list] ?? 0) ? (boundaries[own] ?? BEYOND) : BEYOND;
    if (next < slot) slot = next;
  }
  return slot;
}

const BEYOND = 2 ** 31 - 1;

/** One list for each set that neither is empty nor holds all; gives their number. */
function startLists(sets: TrafficSets, { flows, ids, at, ends, masks }: Comparer): number {
  let lists = 0;
  for (let part = 0; part < PARTS; part++) {
    const id = flows[part] ?? NO_TRAFFIC;
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

function judged(masks: Int32Array, state: number): number {
  const had = passes(masks, 0, state);
  const has = passes(masks, NOW, state);
  if (had === has) return had ? HAD | HAS : 0;
  return had ? HAD | LOST : HAS | GAINED;
}

const passes = (masks: Int32Array, from: number, state: number): boolean =>
  (state & ((masks[from] ?? 0) | (masks[from + 1] ?? 0))) !== 0 &&
  (state & (masks[from + 2] ?? 0)) !== 0 &&
  (state & ((masks[from + 3] ?? 0) | (masks[from + 4] ?? 0))) !== 0;
