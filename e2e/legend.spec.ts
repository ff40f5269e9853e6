import { expect, test } from "./journey";
import { expectApart } from "./pages/boxes";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test("the legend explains the signs that the drawing has, and no others", async ({ page }) => {
  const { canvas, palette, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("web", "app", "TCP 8080");
  await canvas.openLegend();
  const entries = canvas.legend.getByRole("listitem");
  const signs = [
    /^Thick:/,
    /^Thin:/,
    /As Internet:/,
    /Members of/,
    /Chip:/,
    /^Globe:/,
    /^Lock:/,
    /table/,
    /ACL/,
  ];
  for (const sign of signs) await expect(entries.filter({ hasText: sign })).toHaveCount(1);

  await topBar.newDesign();
  await palette.item("VPC").press("Enter");
  await palette.createVpc.click();
  await palette.item("Subnet").press("Enter");
  await expect(entries).toHaveText([/^Lock:/, /route table/, /ACL/]);
});

test("it explains what an edit has marked: what has become less, and what is left for some of the pairs only", async ({
  page,
}) => {
  const { canvas } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("web", "app", "TCP 8080");
  await canvas.dragOnto("web-2", canvas.subnet("private-app-a"), { x: 0.05, y: 0.5 });
  await canvas.expectArrow("Internet", "web", "TCP 80, 443");
  await canvas.openLegend();
  for (const sign of [/Minus:/, /1 of 2:/])
    await expect(canvas.legend.getByRole("listitem").filter({ hasText: sign })).toHaveCount(1);
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
])
  test(`Escape closes it and gives the focus back to its button, at ${viewport.width} px`, async ({
    page,
  }) => {
    const { canvas } = partsOf(page);
    await page.setViewportSize(viewport);
    await page.goto("./");
    await canvas.expectArrow("web", "app", "TCP 8080");
    await mouse(page).select(canvas.card("app-1"));
    await canvas.openLegend();
    await expectApart(canvas.toolbar, canvas.lens, canvas.legend);
    await canvas.legend.focus();
    await page.keyboard.press("Escape");
    await expect(canvas.legend).toHaveCount(0);
    await expect(canvas.region.getByRole("button", { name: "Legend" })).toBeFocused();
    await expect(canvas.lens).toBeVisible();
  });
