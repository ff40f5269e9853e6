import { describe, expect, test } from "vitest";
import { type Box, sharedBox, withoutBox, withoutFrom } from "./boxes";

const box = (...ends: readonly (readonly [number, number])[]): Box =>
  ends.map(([from, to]) => ({ from: BigInt(from), to: BigInt(to) }));

const sizeOf = (of: Box): bigint => of.reduce((size, { from, to }) => size * (to - from + 1n), 1n);
const total = (boxes: readonly Box[]): bigint => boxes.reduce((sum, each) => sum + sizeOf(each), 0n);

describe("a box without another", () => {
  const WHOLE = box([0, 9], [0, 9]);

  test.each([
    { hole: box([3, 5], [3, 5]) },
    { hole: box([0, 9], [4, 4]) },
    { hole: box([0, 0], [0, 0]) },
    { hole: box([5, 20], [5, 20]) },
    { hole: box([0, 9], [0, 9]) },
  ])("loses just what both share (%#), and its parts do not overlap", ({ hole }) => {
    const rest = withoutBox(WHOLE, hole);
    const shared = sharedBox(WHOLE, hole);
    expect(total(rest)).toBe(sizeOf(WHOLE) - (shared === null ? 0n : sizeOf(shared)));
    for (const [index, part] of rest.entries()) {
      expect(sharedBox(part, hole)).toBeNull();
      for (const other of rest.slice(index + 1)) expect(sharedBox(part, other)).toBeNull();
    }
  });

  test("stays as it is where they share nothing", () => {
    expect(withoutBox(WHOLE, box([10, 12], [0, 9]))).toEqual([WHOLE]);
  });

  test("is gone behind several that cover it together", () => {
    const halves = [box([0, 4], [0, 9]), box([5, 9], [0, 9])];
    expect(halves.reduce<readonly Box[]>(withoutFrom, [WHOLE])).toEqual([]);
  });
});
