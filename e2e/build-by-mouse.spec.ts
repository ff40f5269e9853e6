import { buildDatabaseGroup, expectDatabaseGroup } from "./build-database-group";
import { test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test("a person builds the database example from an empty canvas by mouse", async ({ page }) => {
  const { canvas, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await topBar.newDesign();
  await canvas.expectEmpty();

  await buildDatabaseGroup(page, mouse(page));

  await expectDatabaseGroup(page);
});
