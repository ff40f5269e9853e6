import { clearPairs, createPairTable, type PairTable, pairValue, putPair } from "./pair-table";
import { SLOTS, type Slots } from "./traffic-axis";

/** A set of traffic by number: equal sets have equal ids, so comparing two is comparing integers. */
export type TrafficSetId = number;

export const NO_TRAFFIC: TrafficSetId = 0;
export const ALL_TRAFFIC: TrafficSetId = 1;

/**
 * The sets in use. A set is the sorted list of slots at which membership changes (half-open intervals), kept once in one
 * array: set `id` is `boundaries[starts[id]]` to before `starts[id + 1]`. Lists beat bit sets here: a set has some twenty
 * boundaries, while all rules together have thousands.
 */
export type TrafficSets = {
  boundaries: Uint32Array;
  readonly starts: number[];
  /** Chains of sets with the same hash: first by (hash, length), then from each id to the next. */
  readonly heads: PairTable;
  readonly next: number[];
  readonly unions: PairTable;
  readonly intersections: PairTable;
  readonly differences: PairTable;
};

/** Results are cheap to find again, so the memory of them is bounded. */
const MEMO_CAP = 1 << 18;

export function createTrafficSets(): TrafficSets {
  const sets: TrafficSets = {
    boundaries: new Uint32Array(1024),
    starts: [0],
    heads: createPairTable(),
    next: [],
    unions: createPairTable(),
    intersections: createPairTable(),
    differences: createPairTable(),
  };
  trafficOf(sets, { first: 0, end: 0 });
  trafficOf(sets, { first: 0, end: SLOTS });
  return sets;
}

/** The set of one interval of slots. */
export function trafficOf(sets: TrafficSets, slots: Slots): TrafficSetId {
  if (slots.first >= slots.end) return intern(sets, 0);
  reserve(sets, 2);
  const start = startOf(sets, sets.next.length);
  sets.boundaries[start] = slots.first;
  sets.boundaries[start + 1] = slots.end;
  return intern(sets, 2);
}

export function unite(sets: TrafficSets, a: TrafficSetId, b: TrafficSetId): TrafficSetId {
  if (a === b || b === NO_TRAFFIC || a === ALL_TRAFFIC) return a;
  if (a === NO_TRAFFIC || b === ALL_TRAFFIC) return b;
  return a < b ? remembered(sets, "unions", a, b) : remembered(sets, "unions", b, a);
}

export function intersect(sets: TrafficSets, a: TrafficSetId, b: TrafficSetId): TrafficSetId {
  if (a === b || a === NO_TRAFFIC || b === ALL_TRAFFIC) return a;
  if (b === NO_TRAFFIC || a === ALL_TRAFFIC) return b;
  return a < b ? remembered(sets, "intersections", a, b) : remembered(sets, "intersections", b, a);
}

/** What is in `a` and not in `b`. */
export function subtract(sets: TrafficSets, a: TrafficSetId, b: TrafficSetId): TrafficSetId {
  if (a === b || a === NO_TRAFFIC || b === ALL_TRAFFIC) return NO_TRAFFIC;
  return b === NO_TRAFFIC ? a : remembered(sets, "differences", a, b);
}

export const isSubset = (sets: TrafficSets, inner: TrafficSetId, outer: TrafficSetId): boolean =>
  subtract(sets, inner, outer) === NO_TRAFFIC;

/**
 * Do three sets have anything in common? It makes no set, so it can be asked of millions of pairs; three are enough for
 * what a sender lets out, what the way lets through and what a receiver lets in.
 */
export function haveCommon(sets: TrafficSets, a: TrafficSetId, b: TrafficSetId, c: TrafficSetId): boolean {
  if (a === NO_TRAFFIC || b === NO_TRAFFIC || c === NO_TRAFFIC) return false;
  if (a === ALL_TRAFFIC) return haveTwoCommon(sets, b, c);
  if (b === ALL_TRAFFIC) return haveTwoCommon(sets, a, c);
  return c === ALL_TRAFFIC ? haveTwoCommon(sets, a, b) : haveThreeCommon(sets, a, b, c);
}

function haveThreeCommon(sets: TrafficSets, a: TrafficSetId, b: TrafficSetId, c: TrafficSetId): boolean {
  const boundaries = sets.boundaries;
  let atA = startOf(sets, a);
  let atB = startOf(sets, b);
  let atC = startOf(sets, c);
  const endA = startOf(sets, a + 1);
  const endB = startOf(sets, b + 1);
  const endC = startOf(sets, c + 1);
  while (atA < endA && atB < endB && atC < endC) {
    const first = Math.max(boundaries[atA] ?? 0, boundaries[atB] ?? 0, boundaries[atC] ?? 0);
    const nextA = passed(boundaries, atA, first);
    const nextB = passed(boundaries, atB, first);
    const nextC = passed(boundaries, atC, first);
    if (nextA === atA && nextB === atB && nextC === atC) return true;
    atA = nextA;
    atB = nextB;
    atC = nextC;
  }
  return false;
}

/** The interval at this place, or the next one if this one ends at or before the slot. */
const passed = (boundaries: Uint32Array, at: number, slot: number): number =>
  slot < (boundaries[at + 1] ?? 0) ? at : at + 2;

function haveTwoCommon(sets: TrafficSets, a: TrafficSetId, b: TrafficSetId): boolean {
  if (a === b || a === ALL_TRAFFIC || b === ALL_TRAFFIC) return true;
  const boundaries = sets.boundaries;
  let atA = startOf(sets, a);
  let atB = startOf(sets, b);
  const endA = startOf(sets, a + 1);
  const endB = startOf(sets, b + 1);
  while (atA < endA && atB < endB) {
    const first = Math.max(boundaries[atA] ?? 0, boundaries[atB] ?? 0);
    const isInA = first < (boundaries[atA + 1] ?? 0);
    const isInB = first < (boundaries[atB + 1] ?? 0);
    if (isInA && isInB) return true;
    if (!isInA) atA += 2;
    if (!isInB) atB += 2;
  }
  return false;
}

/** The intervals of a set, in order. */
export function slotsOf(sets: TrafficSets, id: TrafficSetId): readonly Slots[] {
  const intervals: Slots[] = [];
  const end = startOf(sets, id + 1);
  for (let at = startOf(sets, id); at < end; at += 2) {
    intervals.push({ first: sets.boundaries[at] ?? 0, end: sets.boundaries[at + 1] ?? 0 });
  }
  return intervals;
}

type Operation = "unions" | "intersections" | "differences";

const IN_A = 1;
const IN_B = 2;

/** A slot after all slots. */
const BEYOND = SLOTS + 1;

/** Truth tables: bit `IN_A + IN_B` (as far as they hold) says whether the result holds a slot that is in these. */
const TRUTH: Readonly<Record<Operation, number>> = {
  unions: 0b1110,
  intersections: 0b1000,
  differences: 0b0010,
};

function remembered(sets: TrafficSets, operation: Operation, a: TrafficSetId, b: TrafficSetId): TrafficSetId {
  const memo = sets[operation];
  const known = pairValue(memo, a, b);
  if (known >= 0) return known;
  const result = combine(sets, TRUTH[operation], a, b);
  if (memo.size >= MEMO_CAP) clearPairs(memo);
  putPair(memo, a, b, result);
  return result;
}

/** Walks both lists of boundaries at once, writing the result behind the last set. */
function combine(sets: TrafficSets, truth: number, a: TrafficSetId, b: TrafficSetId): TrafficSetId {
  let [atA, atB] = [startOf(sets, a), startOf(sets, b)];
  const [endA, endB] = [startOf(sets, a + 1), startOf(sets, b + 1)];
  reserve(sets, endA - atA + endB - atB);
  const start = startOf(sets, sets.next.length);
  let length = 0;
  for (let state = 0; ; ) {
    const [nextA, nextB] = [boundaryAt(sets, atA, endA), boundaryAt(sets, atB, endB)];
    const slot = Math.min(nextA, nextB);
    if (slot === BEYOND) return intern(sets, length);
    const passed = (nextA === slot ? IN_A : 0) | (nextB === slot ? IN_B : 0);
    state ^= passed;
    atA += passed & IN_A;
    atB += passed >> 1;
    if (((truth >> state) & 1) !== (length & 1)) sets.boundaries[start + length++] = slot;
  }
}

const startOf = (sets: TrafficSets, id: TrafficSetId): number => sets.starts[id] ?? 0;

const boundaryAt = (sets: TrafficSets, at: number, end: number): number =>
  at < end ? (sets.boundaries[at] ?? BEYOND) : BEYOND;

function reserve(sets: TrafficSets, length: number): void {
  const needed = startOf(sets, sets.next.length) + length;
  if (needed <= sets.boundaries.length) return;
  const larger = new Uint32Array(Math.max(needed, sets.boundaries.length * 2));
  larger.set(sets.boundaries);
  sets.boundaries = larger;
}

/** The id of the set just written behind the last one: that of its equal, or a new one. */
function intern(sets: TrafficSets, length: number): TrafficSetId {
  const start = startOf(sets, sets.next.length);
  const hash = hashAt(sets.boundaries, start, length);
  const head = pairValue(sets.heads, hash, length);
  for (let id = head; id >= 0; id = sets.next[id] ?? -1) {
    if (isWrittenAt(sets, id, start, length)) return id;
  }
  const id = sets.next.length;
  sets.next.push(head);
  sets.starts.push(start + length);
  putPair(sets.heads, hash, length, id);
  return id;
}

function isWrittenAt(sets: TrafficSets, id: TrafficSetId, start: number, length: number): boolean {
  const own = startOf(sets, id);
  for (let at = 0; at < length; at++) {
    if (sets.boundaries[own + at] !== sets.boundaries[start + at]) return false;
  }
  return true;
}

function hashAt(boundaries: Uint32Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + length; at++) hash = Math.imul(hash ^ (boundaries[at] ?? 0), 0x01000193);
  return hash >>> 1;
}
