import { describe, expect, test } from "vitest";
import { overlap } from "../scene/geometry";
import { clearPlace } from "./clear-place";

const card = { x: 100, y: 100, width: 208, height: 80 };
const start = { x: 0, y: 0 };

describe("a card that is let go", () => {
  test("stays where it is if it covers nothing", () => {
    expect(clearPlace(card, [{ ...card, x: 320 }], start)).toEqual(card);
  });
  test("slides to the nearest free place if it covers another", () => {
    const other = { ...card, y: 130 };
    const place = clearPlace(card, [other], start);
    expect(overlap(place, other)).toBe(false);
    expect(place.x).toBe(100);
    expect(place.y).toBeLessThan(100);
  });
  test("does not slide out of its frame", () => {
    expect(clearPlace(card, [{ ...card, y: 130 }], { x: 0, y: 60 }).y).toBeGreaterThanOrEqual(60);
  });
});
