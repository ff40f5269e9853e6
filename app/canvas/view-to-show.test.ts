import { expect, test } from "vitest";
import { type View, viewToShow } from "./view-to-show";

const CANVAS = { width: 800, height: 700 };
const NOW: View = { x: 0, y: 0, zoom: 0.8 };
const whole = (zoom: number): View => ({ x: 1, y: 2, zoom });

/** Where a rectangle is on the canvas. */
const shownAt = (rect: { x: number; y: number; width: number; height: number }, { x, y, zoom }: View) => ({
  left: rect.x * zoom + x,
  top: rect.y * zoom + y,
  right: (rect.x + rect.width) * zoom + x,
  bottom: (rect.y + rect.height) * zoom + y,
});

test("the whole design is shown while it can be read", () => {
  const rect = { x: 0, y: 900, width: 300, height: 200 };
  expect(viewToShow({ rect, whole: whole(0.6), now: NOW, canvas: CANVAS })).toEqual(whole(0.6));
});

test("else cards stay at 60 %, and the view moves just so far that what is new is seen", () => {
  const rect = { x: 0, y: 900, width: 736, height: 500 };
  const view = viewToShow({ rect, whole: whole(0.4), now: NOW, canvas: CANVAS });
  expect(view.zoom).toBe(0.6);
  const { left, right, bottom } = shownAt(rect, view);
  expect(left).toBeGreaterThanOrEqual(16);
  expect(right).toBeLessThanOrEqual(784);
  expect(bottom).toBe(640);
});

test("what does not fit at 60 % is shown whole, and who has zoomed out further stays there", () => {
  const wide = { x: 900, y: 0, width: 1600, height: 300 };
  expect(viewToShow({ rect: wide, whole: whole(0.2), now: NOW, canvas: CANVAS }).zoom).toBe(0.48);
  const rect = { x: 0, y: 2000, width: 300, height: 200 };
  expect(viewToShow({ rect, whole: whole(0.3), now: { ...NOW, zoom: 0.5 }, canvas: CANVAS }).zoom).toBe(0.5);
});
