import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

/** As a keyboard does: Enter on what has the focus. */
async function pressEnter(control: Locator): Promise<void> {
  await control.focus();
  await control.press("Enter");
}

const heading = (page: Page, name: string) =>
  partsOf(page).inspector.region.getByRole("heading", { name, exact: true });

test.beforeEach(async ({ page }) => {
  await page.goto("./");
  await partsOf(page).canvas.expectAnyArrow();
});

test("a button that gives way to another one leaves the focus to it", async ({ page }) => {
  const { canvas, inspector } = partsOf(page);
  await mouse(page).select(canvas.card("app-1"));
  await inspector.expectAbout("app-1");
  await pressEnter(inspector.region.getByRole("button", { name: /^Associate a public address/ }));
  const disassociate = inspector.region.getByRole("button", { name: /^Disassociate/ });
  await expect(disassociate).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(inspector.region.getByRole("button", { name: /^Associate a public address/ })).toBeFocused();
  await pressEnter(inspector.button("Private address"));
  await pressEnter(inspector.region.getByRole("button", { name: /^Unassign/ }));
  await expect(inspector.button("Private address")).toBeFocused();
});

test("another thing that the form shows takes the focus by its name", async ({ page }) => {
  const { canvas, inspector } = partsOf(page);
  await mouse(page).select(canvas.card("app-1"));
  await pressEnter(inspector.button("shop"));
  await expect(heading(page, "shop")).toBeFocused();

  await pressEnter(inspector.button("Create security group"));
  await page.keyboard.type("cache");
  await page.keyboard.press("Tab");
  await page.keyboard.type("For the cache");
  await page.keyboard.press("Enter");
  await expect(heading(page, "cache")).toBeFocused();

  await page.keyboard.press("Delete");
  await expect(inspector.region.getByRole("group", { name: "Details" })).toBeFocused();
});

test("routes added on both sides of a peering leave the focus at the routes", async ({ page }) => {
  const { canvas, inspector, palette, topBar } = partsOf(page);
  await topBar.openExample("Two VPCs");
  await palette.item("VPC").press("Enter");
  await palette.createVpc.click();
  await inspector.expectAbout("vpc-1");
  await mouse(page).choose(inspector.region.getByRole("button", { name: /^Peer with/ }), /^shop/);
  await inspector.button("vpc-1-shop").click();
  await pressEnter(inspector.button("Accept request"));
  await pressEnter(inspector.button("Add routes on both sides"));
  await expect(heading(page, "Routes")).toBeFocused();
  await expect(canvas.vpc("vpc-1")).toBeVisible();
});

test("a list of groups stays open for several picks, and Escape closes the list only", async ({ page }) => {
  const { canvas, inspector } = partsOf(page);
  await mouse(page).select(canvas.card("app-1"));
  const list = inspector.groupsOf("app-1");
  await pressEnter(list);
  for (const group of ["web", "database"]) await page.getByRole("option", { name: group }).click();
  await expect(inspector.takeGroupOff("web", "app-1")).toBeVisible();
  await expect(inspector.takeGroupOff("database", "app-1")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option", { name: "web" })).toHaveCount(0);
  await expect(list).toBeFocused();
  await inspector.expectAbout("app-1");
});

test("Enter picks the first type that matches what is typed", async ({ page }) => {
  const { canvas, inspector } = partsOf(page);
  await canvas.groupTag("app").click();
  await inspector.addRule.click();
  const { type } = inspector.rule(2);
  await pressEnter(type);
  await page.keyboard.type("http");
  await page.keyboard.press("Enter");
  await expect(type).toHaveText("HTTP");
  await expect(type).toBeFocused();
  await expect(page.getByRole("option")).toHaveCount(0);
});
