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

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
])
  test(`at ${viewport.width} px the tools are one row, with their names to be heard and pointed at`, async ({
    page,
  }) => {
    const { canvas } = partsOf(page);
    await page.setViewportSize(viewport);
    await page.goto("./");
    await canvas.expectArrow("web", "app", "TCP 8080");
    expect((await boxOf(canvas.toolbar)).height).toBeLessThan(44);
    for (const name of ["Arrange", "Legend"])
      await expect(canvas.toolbar.getByRole("button", { name })).toHaveAttribute("title", new RegExp(name));
    for (const name of ["All paths", "Group outlines"])
      await expect(canvas.toolbar.getByRole("switch", { name })).toHaveAttribute("title", name);
  });

test("the label of a path is never cut off at the edge of the canvas, also after zooming", async ({
  page,
}) => {
  const { canvas } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("web", "app", "TCP 8080");
  await mouse(page).select(canvas.card("app-1"));
  for (const _ of ["as it opens", "larger", "larger still"]) {
    await expect.poll(() => canvas.cutLabels()).toEqual([]);
    await canvas.zoomIn(1);
  }
});
