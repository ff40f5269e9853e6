import { test } from "./journey";
import { partsOf } from "./pages/hands";
import { Notices } from "./pages/notices";

test.describe("a damaged file", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("./");
    await partsOf(page).canvas.expectArrow("web", "app", "TCP");
  });

  test("that is no JSON is refused, and nothing changes", async ({ page }) => {
    const { canvas, topBar } = partsOf(page);
    await topBar.openFile("cut-off.pathlight.json", '{"version": 1, "name": "Cut');
    await new Notices(page).expectRefusal(/cut-off\.pathlight\.json.*nothing has changed/);
    await canvas.expectArrow("web", "app", "TCP");
  });

  test("that holds something wrong is refused with the exact place", async ({ page, request }) => {
    const { canvas, topBar } = partsOf(page);
    const good = await (await request.get("./examples/three-tiers.pathlight.json")).text();
    const damaged = good.replace(/"cidrBlock":\s*"[^"]*"/, '"cidrBlock": "10.0.0.0/99"');
    await topBar.openFile("damaged.pathlight.json", damaged);
    await new Notices(page).expectRefusal(
      /damaged\.pathlight\.json.*vpcs.*cidrBlock.*10\.0\.0\.0\/99|cidrBlock/,
    );
    await canvas.expectArrow("web", "app", "TCP");
  });
});
