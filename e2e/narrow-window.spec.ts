import type { Locator } from "@playwright/test";
import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test.use({ viewport: { width: 1280, height: 800 } });

const boxOf = async (thing: Locator) => {
  await expect(thing).toBeVisible();
  return (await thing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
};

/** None of them lies, even in part, over another. */
async function expectApart(...things: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(things.map(boxOf));
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1)) {
      const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
      expect(isBeside || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    }
}

test("in a window of 1280 px the canvas's tools stand in one row, and nothing lies over them", async ({
  page,
}) => {
  const { canvas } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("web", "app", "TCP 8080");
  expect((await boxOf(canvas.toolbar)).height).toBeLessThan(44);

  await mouse(page).select(canvas.card("app-1"));
  await canvas.lens.getByRole("button", { name: "Can reach" }).click();
  await canvas.zoomIn(3);
  await expectApart(canvas.toolbar, canvas.lens, canvas.overview);
  await canvas.openLegend();
  await expectApart(canvas.toolbar, canvas.lens, canvas.legend);
});
