import { expect, test } from "./journey";
import { Drawer } from "./pages/drawer";
import { partsOf } from "./pages/hands";

test("a path is tested, says every blocker, and is asked again when a rule changes", async ({ page }) => {
  const { canvas, inspector } = partsOf(page);
  const drawer = new Drawer(page);
  await page.goto("./");
  await canvas.expectAnyArrow();

  await drawer.open("Test a path");
  await drawer.ask("web-1", "database", "PostgreSQL");
  await drawer.expectVerdict("Blocked");
  await drawer.expectBlocker("ENI_SG_RULES_MISMATCH");

  await drawer.ask("app-1", "database", "PostgreSQL");
  await drawer.expectVerdict("Allowed");
  await expect(drawer.hops().first()).toBeVisible();

  await canvas.groupTag("database").click();
  await inspector.rule(1).remove.click();
  await drawer.expectVerdict("Blocked");
  await drawer.open("Changes");
  await drawer.expectNewestChange(/−1 path|1 path closed|1 closed/);
});

test("Enter completes the beginning of the only end that fits", async ({ page }) => {
  const { canvas } = partsOf(page);
  const drawer = new Drawer(page);
  await page.goto("./");
  await canvas.expectAnyArrow();

  await drawer.open("Test a path");
  await drawer.end("Source").fill("inter");
  await page.keyboard.press("Enter");
  await expect(drawer.end("Source")).toHaveValue("Internet");
  await drawer.end("Destination").fill("203.0.113.7");
  await page.keyboard.press("Enter");
  await expect(drawer.end("Destination")).toHaveValue("203.0.113.7");
});
