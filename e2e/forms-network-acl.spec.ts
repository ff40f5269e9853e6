import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { Drawer } from "./pages/drawer";
import { type Hands, partsOf } from "./pages/hands";
import { keyboard } from "./pages/keyboard";
import { mouse } from "./pages/mouse";

const LAST = "Last rule, 0.0.0.0/0: deny";

/** Denies HTTPS before everything is allowed, and looks at the arrow from the Internet meanwhile. */
async function denyHttps(page: Page, hands: Hands): Promise<void> {
  const { canvas, inspector } = partsOf(page);
  await hands.select(canvas.subnet("public-a"));
  await hands.press(inspector.button("Open its rules"));
  await inspector.expectAbout("default network ACL");
  await inspector.expectEntries("inbound rule 100", LAST);

  await hands.press(inspector.addRule);
  await inspector.expectEntries("inbound rule 100", "inbound rule 110", LAST);
  await expect(inspector.entry(110).number).toBeFocused();
  await page.keyboard.type("110");
  await expect(inspector.entry(110).number).toHaveValue("110");
  await hands.choose(inspector.entry(110).type, "HTTPS (443)");
  await hands.choose(inspector.entry(110).action, "Deny");
  await canvas.expectArrow("Internet", "web", "TCP 80, 443");

  await hands.type(inspector.entry(110).number, "90");
  await page.keyboard.press("Enter");
  await inspector.expectEntries("inbound rule 90", "inbound rule 100", LAST);
  await expect(canvas.arrow("Internet", "web")).not.toHaveAccessibleName(/443/);
}

for (const [by, handsOf] of [
  ["mouse", mouse],
  ["keyboard", keyboard],
] as const)
  test(`a rule of a network ACL is added, numbered, mistyped and undone by ${by}`, async ({ page }) => {
    test.slow(by === "keyboard", "Every stop of the Tab key is pressed.");
    const { canvas, inspector, topBar } = partsOf(page);
    const hands = handsOf(page);
    await page.goto("./");
    await canvas.expectArrow("Internet", "web", "TCP 80, 443");
    await denyHttps(page, hands);

    await hands.type(inspector.entry(90).remote, "203.0.300");
    await inspector.entry(90).expectMessage(/300 is not an octet.*Still in force: 0\.0\.0\.0\/0/);
    await expect(canvas.arrow("Internet", "web")).not.toHaveAccessibleName(/443/);
    await hands.type(inspector.entry(90).remote, "203.0.113.0/24");
    await page.keyboard.press("Enter");
    await canvas.expectArrow("Internet", "web", "TCP 80, 443");
    await expect(inspector.entry(90).row.getByText(/Still in force/)).toHaveCount(0);

    expect(await topBar.undoEverything()).toBeGreaterThan(2);
    await inspector.expectEntries("inbound rule 100", LAST);
    await canvas.expectArrow("Internet", "web", "TCP 80, 443");
  });

test("a step of an answer leads to the rule of the network ACL that decides, and marks it", async ({
  page,
}) => {
  const { canvas, inspector } = partsOf(page);
  const drawer = new Drawer(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await drawer.open("Test a path");
  await drawer.ask("internet", "web-1", "HTTPS");
  await drawer.expectVerdict("Allowed");
  await drawer.hops().getByRole("button", { name: "default network ACL" }).first().click();
  await inspector.expectAbout("default network ACL");
  await expect(inspector.entry(100).row).toHaveAttribute("aria-current", "true");

  await drawer.hops().getByRole("button", { name: "web", exact: true }).click();
  await inspector.expectAbout("web");
  await expect(inspector.region.locator("[aria-current]")).toHaveCount(1);
});
