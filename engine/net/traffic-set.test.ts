import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ICMP, protocolRanges, protocolSlots, rangeSlots, SLOTS, type Slots, TCP } from "./traffic-axis";
import {
  ALL_TRAFFIC,
  createTrafficSets,
  intersect,
  isSubset,
  NO_TRAFFIC,
  slotsOf,
  subtract,
  trafficOf,
  unite,
} from "./traffic-set";

/** Few slots, so that random sets meet, touch and cover each other often. */
const WORLD = 12;
const intervals = fc.array(
  fc
    .tuple(fc.nat(WORLD), fc.nat(WORLD))
    .map(([a, b]): Slots => ({ first: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 4 },
);

const members = (list: readonly Slots[]): boolean[] =>
  Array.from({ length: WORLD }, (_, slot) => list.some(({ first, end }) => first <= slot && slot < end));

describe("a set of traffic", () => {
  const sets = createTrafficSets();
  const setOf = (list: readonly Slots[]) =>
    list.reduce((all, slots) => unite(sets, all, trafficOf(sets, slots)), NO_TRAFFIC);
  const membersOf = (id: number) => members(slotsOf(sets, id));

  test("holds after each operation exactly the slots that it should", () => {
    fc.assert(
      fc.property(intervals, intervals, (listA, listB) => {
        const [a, b] = [setOf(listA), setOf(listB)];
        const [inA, inB] = [members(listA), members(listB)];
        expect(membersOf(unite(sets, a, b))).toEqual(inA.map((is, slot) => is || inB[slot]));
        expect(membersOf(intersect(sets, a, b))).toEqual(inA.map((is, slot) => is && inB[slot]));
        expect(membersOf(subtract(sets, a, b))).toEqual(inA.map((is, slot) => is && !inB[slot]));
        expect(isSubset(sets, a, b)).toBe(inA.every((is, slot) => !is || inB[slot]));
      }),
      { numRuns: 500 },
    );
  });

  test("has the same id as its equal, however it was made", () => {
    fc.assert(
      fc.property(intervals, intervals, (listA, listB) => {
        const [a, b] = [setOf(listA), setOf(listB)];
        const same = members(listA).every((is, slot) => is === members(listB)[slot]);
        expect(a === b).toBe(same);
        expect(unite(sets, subtract(sets, a, b), intersect(sets, a, b))).toBe(a);
      }),
    );
  });

  test("of nothing is 0 and of everything is 1", () => {
    expect(trafficOf(sets, { first: 5, end: 5 })).toBe(NO_TRAFFIC);
    expect(trafficOf(sets, { first: 0, end: SLOTS })).toBe(ALL_TRAFFIC);
    const protocols = Array.from({ length: 256 }, (_, protocol) => trafficOf(sets, protocolSlots(protocol)));
    expect(protocols.reduce((all, one) => unite(sets, all, one))).toBe(ALL_TRAFFIC);
  });
});

describe("the axis of traffic", () => {
  test("gives each protocol slots of its own", () => {
    const starts = Array.from({ length: 256 }, (_, protocol) => protocolSlots(protocol).first);
    expect(new Set(starts).size).toBe(256);
    expect(protocolSlots(256)).toEqual({ first: 0, end: 0 });
    expect(protocolSlots(-1)).toEqual({ first: 0, end: 0 });
  });

  test("cuts an interval at the borders of protocols and gives ports back", () => {
    const { first } = rangeSlots(TCP, 65535, 65535);
    expect(protocolRanges({ first, end: first + 2 })).toEqual([
      { protocol: TCP, from: 65535, to: 65535 },
      { protocol: 17, from: 0, to: 0 },
    ]);
    expect(protocolRanges(rangeSlots(ICMP, 8 * 256, 8 * 256 + 255))).toEqual([
      { protocol: 1, from: 2048, to: 2303 },
    ]);
    expect(protocolRanges(protocolSlots(47))).toEqual([{ protocol: 47, from: 0, to: 0 }]);
  });

  test("has no slots for ports that are out of order or out of range", () => {
    expect(rangeSlots(TCP, 90, 80)).toEqual({ first: 0, end: 0 });
    expect(rangeSlots(TCP, 70000, 70001)).toEqual({ first: 0, end: 0 });
    expect(rangeSlots(TCP, 65535, 70001)).toEqual({ first: 65535, end: 65536 });
  });
});
