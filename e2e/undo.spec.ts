import { buildDatabaseGroup, expectDatabaseGroup } from "./build-database-group";
import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test("everything that was drawn is undone back to the empty canvas, and redone", async ({ page }) => {
  const { canvas, topBar } = partsOf(page);
  await page.goto("./");
  await topBar.newDesign();
  await buildDatabaseGroup(page, mouse(page));
  await expectDatabaseGroup(page);

  const steps = await topBar.undoEverything();
  await canvas.expectEmpty();

  expect(await topBar.redoEverything()).toBe(steps);
  await expectDatabaseGroup(page);
});
