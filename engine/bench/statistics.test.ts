import { expect, test } from "vitest";
import { createRandom } from "./random";
import { median, medianInterval, quantile } from "./statistics";

test("quantiles lie between the values next to them, and no order is needed", () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([10, 0], 0.95)).toBeCloseTo(9.5);
  expect(quantile([], 0.5)).toBeNaN();
});

test("the interval of a median holds it, and is narrow where the values agree", () => {
  const [low, high] = medianInterval([9, 10, 10, 10, 11, 10, 10, 50], createRandom(1));
  expect(low).toBeGreaterThanOrEqual(9);
  expect(high).toBeLessThanOrEqual(11);
});
