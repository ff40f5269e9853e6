import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { type Hands, partsOf } from "./pages/hands";
import { keyboard } from "./pages/keyboard";
import { mouse } from "./pages/mouse";

/** A route that the table has already is refused in its row; to another block it leads to the Internet at once. */
async function routeToTheInternet(page: Page, hands: Hands): Promise<void> {
  const { canvas, inspector } = partsOf(page);
  await hands.select(canvas.subnet("private-data-a"));
  await inspector.expectText(/^Private subnet/);
  await hands.press(inspector.button("Open its routes"));
  await inspector.expectAbout("private");

  await hands.press(inspector.addRoute);
  const route = inspector.route(3);
  await hands.type(route.destination, "0.0.0.0/0");
  await page.keyboard.press("Escape");
  await hands.choose(route.target, /^shop-igw/);
  await route.expectMessage(/RouteAlreadyExists.*0\.0\.0\.0\/0/);
  await route.expectSpoken(/RouteAlreadyExists/);
  await expect(route.destination).toHaveAccessibleDescription(/RouteAlreadyExists/);
  await inspector.expectText(/Its 2 subnets are private/);

  await hands.type(route.destination, "203.0.113.0/24");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await inspector.expectText(/Its 2 subnets are public: it sends 203\.0\.113\.0\/24 to shop-igw/);
  await route.expectMessage("Active");
}

for (const [by, handsOf] of [
  ["mouse", mouse],
  ["keyboard", keyboard],
] as const)
  test(`routes are added and refused, a subnet is associated, and a gateway that fails leaves a blackhole, by ${by}`, async ({
    page,
  }) => {
    test.slow(by === "keyboard", "Every stop of the Tab key is pressed.");
    const { canvas, inspector, topBar } = partsOf(page);
    const hands = handsOf(page);
    await page.goto("./");
    await canvas.expectAnyArrow();
    await routeToTheInternet(page, hands);

    await hands.press(inspector.tab("Subnets"));
    await hands.tick(inspector.checkbox("public-b: route table private"));
    await inspector.expectText("Subnets (3)");
    await hands.press(inspector.button("public-b"));
    await inspector.expectText(/Route table private sends 203\.0\.113\.0\/24 to shop-igw/);

    await hands.press(inspector.button("shop"));
    await hands.press(inspector.button("nat-a"));
    await hands.choose(inspector.region.getByRole("button", { name: /^State/ }), "Failed");
    await hands.press(inspector.button("private"));
    await inspector.route(2).expectMessage("Blackhole");
    await inspector.route(2).expectMessage(/nat-a is failed/);

    await topBar.undoEverything();
    await expect(inspector.route(3).row).toHaveCount(0);
    await inspector.route(2).expectMessage("Active");
  });

test("a half-typed route waits in its row, also when the page is loaded again", async ({ page }) => {
  const { canvas, inspector, topBar } = partsOf(page);
  const hands = mouse(page);
  const openRoutes = async (): Promise<void> => {
    await canvas.expectAnyArrow();
    await hands.select(canvas.subnet("private-data-a"));
    await inspector.button("Open its routes").click();
  };
  await page.goto("./");
  await openRoutes();
  await inspector.addRoute.click();
  await hands.type(inspector.route(3).destination, "10.9");
  await page.keyboard.press("Escape");
  await inspector.route(3).expectMessage(/four numbers.*Not applied/);
  await topBar.expectSaved();

  await page.reload();
  await openRoutes();
  await expect(inspector.route(3).destination).toHaveValue("10.9");
  await inspector.route(3).remove.click();
  await expect(inspector.route(3).row).toHaveCount(0);
});
