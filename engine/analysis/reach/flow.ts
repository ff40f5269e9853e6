import type { Family } from "../../net/cidr";
import { SLOTS } from "../../net/traffic-axis";
import { NO_TRAFFIC, type TrafficSetId, type TrafficSets, trafficOf, unite } from "../../net/traffic-set";
import {
  addDifference,
  createWalker,
  type Judge,
  type Parts,
  type Stretch,
  type Walker,
  walk,
  walkPieces,
} from "./flow-walk";

/**
 * What passes between two ends at two moments, each family as the six sets that it is made of: out by address, out by groups,
 * what passes the way with its reply for some client ports and for all of them, in by address, in by groups; first before,
 * then now. Comparing them makes no set: an edit compares thousands of pairs.
 */
export const NOW = 6;
const FAMILY_PARTS = 12;
const ICMP_PART = 24;
const ICMPV6_PART = 25;
const PARTS = 26;

/** Where a family's parts begin. */
export const startOf = (family: Family): number => (family === 4 ? 0 : FAMILY_PARTS);

/** Bits of a comparison. */
export const HAD = 1;
export const HAS = 2;
export const GAINED = 4;
export const LOST = 8;
const CHANGED = GAINED | LOST;

/** Flows that are written and compared, again and again, with a memory of what was found, by place. */
export type Comparer = Walker & {
  readonly memory: Int32Array;
  readonly judges: (Judge | null)[];
  /** The place that was asked for last. */
  last: number;
};

const MEMORY_BITS = 9;
/** The parts and the answer. */
const WIDTH = PARTS + 1;

/** `icmp` is what only IPv4 has, `icmpv6` what only IPv6 has. */
export function createComparer(icmp: TrafficSetId, icmpv6: TrafficSetId): Comparer {
  const walker = createWalker(PARTS);
  walker.flows[ICMP_PART] = icmp;
  walker.flows[ICMPV6_PART] = icmpv6;
  const judges = new Array<Judge | null>(1 << MEMORY_BITS).fill(null);
  return { ...walker, memory: new Int32Array(WIDTH << MEMORY_BITS), judges, last: 0 };
}

/** The families that two ends share, whose flows are written. */
export type Shared = "none" | "ipv4" | "ipv6" | "both";

export const sharedFamilies = (ipv4: boolean, ipv6: boolean): Shared => {
  if (ipv4) return ipv6 ? "both" : "ipv4";
  return ipv6 ? "ipv6" : "none";
};

const PARTS_OF: Readonly<Record<Shared, Parts>> = {
  none: { start: 0, count: 0 },
  ipv4: { start: 0, count: FAMILY_PARTS },
  ipv6: { start: FAMILY_PARTS, count: FAMILY_PARTS },
  both: { start: 0, count: PARTS },
};
const ALL_SLOTS: Stretch = { first: 0, end: SLOTS };

/**
 * Bits of what is another between two ends, 0 if nothing is. What passes for all client ports, in both families, is held
 * against what did so before only between ends that stand for the same addresses.
 */
export function compareFlows(
  sets: TrafficSets,
  comparer: Comparer,
  shared: Shared,
  areSameEnds: boolean,
): number {
  if (shared === "none") return 0;
  const judgeSome = shared === "both" ? judgeSomeOfFamilies : judgeSomeOfFamily;
  return remembered(sets, comparer, PARTS_OF[shared], judgeOf(shared, areSameEnds), judgeSome);
}

function judgeOf(shared: Shared, areSameEnds: boolean): Judge {
  if (shared === "both") return areSameEnds ? judgeFamilies : judgeSomeOfFamilies;
  return areSameEnds ? judgeFamily : judgeSomeOfFamily;
}

export type FlowDifference = Readonly<{ gained: TrafficSetId; lost: TrafficSetId }>;

/** Which traffic is gained and lost. */
export function flowDifference(
  sets: TrafficSets,
  comparer: Comparer,
  shared: Shared,
  areSameEnds: boolean,
): FlowDifference {
  let [gained, lost] = [NO_TRAFFIC, NO_TRAFFIC];
  const parts = PARTS_OF[shared];
  const others = otherTraffic(sets, comparer, parts);
  if (others.first >= others.end) return { gained, lost };
  walkPieces(sets, comparer, parts, others, judgeOf(shared, areSameEnds), (bits, piece) => {
    if ((bits & GAINED) !== 0) gained = unite(sets, gained, trafficOf(sets, piece));
    if ((bits & LOST) !== 0) lost = unite(sets, lost, trafficOf(sets, piece));
  });
  return { gained, lost };
}

/** Members of a tier that stand alike have the same flows, most often those of the one before. */
function remembered(
  sets: TrafficSets,
  comparer: Comparer,
  parts: Parts,
  judge: Judge,
  judgeSome: Judge,
): number {
  const { memory } = comparer;
  if (isAt(comparer, comparer.last, parts, judge)) return memory[comparer.last * WIDTH + PARTS] ?? 0;
  const place = placeOf(comparer.flows, parts);
  comparer.last = place;
  if (isAt(comparer, place, parts, judge)) return memory[place * WIDTH + PARTS] ?? 0;
  const answer = compare(sets, comparer, parts, judge, judgeSome);
  remember(comparer, place, parts, judge, answer);
  return answer;
}

function isAt(
  { flows, memory, judges }: Comparer,
  place: number,
  { start, count }: Parts,
  judge: Judge,
): boolean {
  if (judges[place] !== judge) return false;
  const first = place * WIDTH;
  for (let part = 0; part < count; part++) if (memory[first + part] !== flows[start + part]) return false;
  return true;
}

function remember(
  { flows, memory, judges }: Comparer,
  place: number,
  { start, count }: Parts,
  judge: Judge,
  answer: number,
): void {
  judges[place] = judge;
  const first = place * WIDTH;
  for (let part = 0; part < count; part++) memory[first + part] = flows[start + part] ?? 0;
  memory[first + PARTS] = answer;
}

function placeOf(flows: Int32Array, { start, count }: Parts): number {
  let hash = 0;
  for (let part = start; part < start + count; part++) {
    hash = Math.imul(hash ^ (flows[part] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> (32 - MEMORY_BITS);
}

/** Only traffic of which some part is another is looked at; what else passes is asked of pairs that did change. */
function compare(
  sets: TrafficSets,
  comparer: Comparer,
  parts: Parts,
  judge: Judge,
  judgeSome: Judge,
): number {
  const others = otherTraffic(sets, comparer, parts);
  if (others.first >= others.end) return 0;
  const found = walk(sets, comparer, parts, others, judge, HAD | HAS | CHANGED);
  if ((found & CHANGED) === 0) return 0;
  const isTold = (found & (HAD | HAS)) === (HAD | HAS);
  return isTold
    ? found
    : found | (walk(sets, comparer, parts, ALL_SLOTS, judgeSome, HAD | HAS) & (HAD | HAS));
}

/** A stretch that holds all traffic of which any part is another now. */
function otherTraffic(sets: TrafficSets, { flows }: Comparer, { start, count }: Parts): Stretch {
  const stretch: Stretch = { first: SLOTS, end: 0 };
  for (let family = start; family + FAMILY_PARTS <= start + count; family += FAMILY_PARTS) {
    for (let part = family; part < family + NOW; part++) {
      addDifference(sets, stretch, flows[part] ?? 0, flows[part + NOW] ?? 0);
    }
  }
  return stretch;
}

const judgeFamily: Judge = (masks, state) =>
  both(judgeSomeOfFamily(masks, state), passes(masks, 0, WHOLE, state), passes(masks, NOW, WHOLE, state));

const judgeSomeOfFamily: Judge = (masks, state) =>
  bitsOf(passes(masks, 0, SOME, state), passes(masks, NOW, SOME, state));

function bitsOf(had: boolean, has: boolean): number {
  if (had === has) return had ? HAD | HAS : 0;
  return had ? HAD | LOST : HAS | GAINED;
}

/** What some have, with what all have gained or lost. */
const both = (some: number, had: boolean, has: boolean): number => some | (bitsOf(had, has) & CHANGED);

/** What one family has, some have; what both have, all have. ICMP is judged in IPv4 alone, ICMPv6 in IPv6 alone. */
const judgeFamilies: Judge = (masks, state) =>
  both(judgeSomeOfFamilies(masks, state), holdsInAll(masks, state, 0), holdsInAll(masks, state, NOW));

const judgeSomeOfFamilies: Judge = (masks, state) =>
  bitsOf(holdsInSome(masks, state, 0), holdsInSome(masks, state, NOW));

function holdsInSome(masks: Int32Array, state: number, moment: number): boolean {
  if (isIn(masks, ICMP_PART, state)) return passes(masks, moment, SOME, state);
  const ipv6 = passes(masks, FAMILY_PARTS + moment, SOME, state);
  return ipv6 || (!isIn(masks, ICMPV6_PART, state) && passes(masks, moment, SOME, state));
}

function holdsInAll(masks: Int32Array, state: number, moment: number): boolean {
  if (isIn(masks, ICMP_PART, state)) return passes(masks, moment, WHOLE, state);
  const ipv6 = passes(masks, FAMILY_PARTS + moment, WHOLE, state);
  return ipv6 && (isIn(masks, ICMPV6_PART, state) || passes(masks, moment, WHOLE, state));
}

/** Which of the way's two parts is meant: replies for some client ports, or for all. */
const SOME = 2;
const WHOLE = 3;

const isIn = (masks: Int32Array, part: number, state: number): boolean => (state & (masks[part] ?? 0)) !== 0;

const passes = (masks: Int32Array, from: number, way: number, state: number): boolean =>
  (state & ((masks[from] ?? 0) | (masks[from + 1] ?? 0))) !== 0 &&
  (state & (masks[from + way] ?? 0)) !== 0 &&
  (state & ((masks[from + 4] ?? 0) | (masks[from + 5] ?? 0))) !== 0;
