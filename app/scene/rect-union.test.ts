import fc from "fast-check";
import { expect, it } from "vitest";
import type { Point } from "../document/diagram";
import { outlinesOfUnion } from "./rect-union";

const signedArea = (loop: readonly Point[]): number =>
  loop.reduce((sum, a, index) => {
    const b = loop[(index + 1) % loop.length] ?? a;
    return sum + (a.x * b.y - b.x * a.y) / 2;
  }, 0);

const rect = fc.record({
  x: fc.integer({ min: 0, max: 12 }),
  y: fc.integer({ min: 0, max: 12 }),
  width: fc.integer({ min: 1, max: 8 }),
  height: fc.integer({ min: 1, max: 8 }),
});

it("encloses exactly what the rectangles cover, holes taken off", () => {
  fc.assert(
    fc.property(fc.array(rect, { minLength: 1, maxLength: 8 }), (rects) => {
      const cells = new Set<string>();
      for (const { x, y, width, height } of rects)
        for (let i = x; i < x + width; i += 1) for (let j = y; j < y + height; j += 1) cells.add(`${i} ${j}`);
      const area = outlinesOfUnion(rects).reduce((sum, loop) => sum + signedArea(loop), 0);
      expect(area).toBe(cells.size);
    }),
  );
});

it("gives corners only, turning at each", () => {
  const [loop = []] = outlinesOfUnion([
    { x: 0, y: 0, width: 4, height: 4 },
    { x: 4, y: 0, width: 4, height: 4 },
    { x: 4, y: 4, width: 4, height: 4 },
  ]);
  expect(loop).toEqual([
    { x: 0, y: 0 },
    { x: 8, y: 0 },
    { x: 8, y: 8 },
    { x: 4, y: 8 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ]);
});
