import { describe, expect, test } from "vitest";
import { clearPairs, createPairIds, createPairTable, pairId, pairValue, putPair } from "./pair-table";

describe("a table of pairs", () => {
  test("finds each of many pairs again, and none that was not put", () => {
    const table = createPairTable();
    for (let a = 0; a < 100; a++) for (let b = 0; b < 100; b += 2) putPair(table, a, b, a * 1000 + b);
    expect(table.size).toBe(5000);
    expect(pairValue(table, 99, 98)).toBe(99098);
    expect(pairValue(table, 0, 0)).toBe(0);
    expect(pairValue(table, 98, 99)).toBe(-1);
  });

  test("replaces a value, and forgets when told to", () => {
    const table = createPairTable();
    putPair(table, 1, 2, 3);
    putPair(table, 1, 2, 4);
    expect(pairValue(table, 1, 2)).toBe(4);
    clearPairs(table);
    expect(pairValue(table, 1, 2)).toBe(-1);
  });

  test("counts pairs in the order in which they come", () => {
    const ids = createPairIds();
    expect([pairId(ids, 7, 7), pairId(ids, 7, 8), pairId(ids, 7, 7)]).toEqual([0, 1, 0]);
    expect([ids.firsts[1], ids.seconds[1]]).toEqual([7, 8]);
  });
});
