import { test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";
import { Notices } from "./pages/notices";

test.describe("editing a rule", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("./");
    await partsOf(page).canvas.expectArrow("web", "app", "TCP 8080");
  });

  test("redraws the arrow while the port is typed, and tells what changed when it is done", async ({
    page,
  }) => {
    const { canvas, inspector, topBar } = partsOf(page);
    await canvas.groupTag("app").click();
    await mouse(page).type(inspector.rule(1).ports, "9090");
    await canvas.expectArrow("web", "app", "TCP 9090");
    await page.keyboard.press("Enter");
    await new Notices(page).expectChange(/2 paths/);

    await topBar.undo.click();
    await canvas.expectArrow("web", "app", "TCP 8080");
  });

  test("that goes away closes its paths, and Undo in the line opens them again", async ({ page }) => {
    const { canvas, inspector } = partsOf(page);
    const notices = new Notices(page);
    await canvas.groupTag("app").click();
    await inspector.rule(1).remove.click();
    await notices.expectChange("−2 paths");
    await canvas.expectNoArrow("web", "app");

    await notices.change("−2 paths").getByRole("button", { name: "Undo" }).click();
    await canvas.expectArrow("web", "app", "TCP 8080");
  });

  test("says when something can no longer be reached from the Internet, and when it can again", async ({
    page,
  }) => {
    const { canvas, inspector, topBar } = partsOf(page);
    const notices = new Notices(page);
    await canvas.groupTag("web").click();
    await inspector.rule(1).remove.click();
    await inspector.rule(1).remove.click();
    await notices.expectChange(/no longer reachable from the Internet/);
    await canvas.expectNoArrow("Internet", "web");

    await topBar.undo.click();
    await notices.expectChange(/now reachable from the Internet/);
    await canvas.expectArrow("Internet", "web", "TCP 443");
  });
});
