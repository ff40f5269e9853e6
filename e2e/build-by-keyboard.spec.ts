import { buildDatabaseGroup, expectDatabaseGroup } from "./build-database-group";
import { test } from "./journey";
import { partsOf } from "./pages/hands";
import { keyboard } from "./pages/keyboard";

test("a person builds the database example from an empty canvas by keyboard alone", async ({ page }) => {
  test.slow(); // Every stop of the Tab key is pressed.
  const { canvas, topBar } = partsOf(page);
  const hands = keyboard(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await hands.press(topBar.menu);
  await hands.press(topBar.entry("New design"));
  await canvas.expectEmpty();

  await buildDatabaseGroup(page, hands);

  await expectDatabaseGroup(page);
});
