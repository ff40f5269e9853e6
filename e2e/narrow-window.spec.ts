import { expect, test } from "./journey";
import { boxOf, expectApart } from "./pages/boxes";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test.use({ viewport: { width: 1280, height: 800 } });

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
