import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";

test("the legend explains the signs that the drawing has, and no others", async ({ page }) => {
  const { canvas, palette, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("web", "app", "TCP 8080");
  await canvas.openLegend();
  const entries = canvas.legend.getByRole("listitem");
  for (const sign of [/^Thick:/, /^Thin:/, /Members of/, /Chip:/, /^Globe:/, /^Lock:/, /route table/, /ACL/])
    await expect(entries.filter({ hasText: sign })).toHaveCount(1);

  await topBar.newDesign();
  await palette.item("VPC").press("Enter");
  await palette.createVpc.click();
  await palette.item("Subnet").press("Enter");
  await expect(entries).toHaveText([/^Lock:/, /route table/, /ACL/]);
});
