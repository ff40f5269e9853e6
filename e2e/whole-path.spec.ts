import { expect, test } from "./journey";
import { Drawer } from "./pages/drawer";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test.describe("what lies on the way of a packet decides with the groups", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("./");
    await partsOf(page).canvas.expectArrow("app", "database", "TCP 5432");
  });

  test("a network ACL's deny before its allow closes the path, is named as what stops it, and is undone", async ({
    page,
  }) => {
    const { canvas, inspector, topBar } = partsOf(page);
    const hands = mouse(page);
    const drawer = new Drawer(page);
    await drawer.open("Test a path");
    await drawer.ask("app-1", "database", "PostgreSQL");
    await drawer.expectVerdict("Allowed");

    await canvas.badge("Network ACL default", "private-data-a").click();
    await inspector.addRule.click();
    await inspector.entry(110).number.fill("90");
    await hands.choose(inspector.entry(90).type, /^PostgreSQL/);
    await canvas.expectArrow("app", "database", "TCP 5432");
    await hands.choose(inspector.entry(90).action, "Deny");
    await canvas.expectNoArrow("app", "database");
    await drawer.expectVerdict("Blocked");
    await drawer.expectBlocker(
      /network ACL of subnet private-data-a denies TCP 5432 in.*entry 90.*SUBNET_ACL_RESTRICTION/s,
    );

    await topBar.undo.click();
    await canvas.expectArrow("app", "database", "TCP 5432");
    await drawer.expectVerdict("Allowed");
  });

  test("a public subnet without its default route is reached from nowhere outside, until undo brings the route back", async ({
    page,
  }) => {
    const { canvas, inspector, topBar } = partsOf(page);
    const drawer = new Drawer(page);
    await canvas.badge("Route table public", "public-a").click();
    await inspector.expectAbout("public");
    await expect(inspector.route(2).destination).toHaveValue("0.0.0.0/0");
    await inspector.route(2).remove.click();
    await canvas.expectNoArrow("Internet", "web");
    await canvas.expectArrow("app", "database", "TCP 5432");

    await drawer.open("Test a path");
    await drawer.ask("internet", "web-1", "HTTPS");
    await drawer.expectVerdict("Blocked");
    await drawer.expectBlocker(/NO_ROUTE_TO_DESTINATION/);

    await topBar.undo.click();
    await canvas.expectArrow("Internet", "web", "TCP 80, 443");
    await drawer.expectVerdict("Allowed");
  });
});
