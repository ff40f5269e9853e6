import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

/** Lets anybody ask the members of the default group for pages. */
async function letHttpIn(page: Page): Promise<void> {
  const { canvas, inspector } = partsOf(page);
  const hands = mouse(page);
  await canvas.groupTag("default").click();
  await inspector.expectAbout("default");
  await inspector.addRule.click();
  const rule = inspector.rule(2);
  await hands.choose(rule.type, "HTTP");
  await hands.choose(rule.remoteKind, "Anywhere-IPv4");
}

test("a web server in a wizard's public subnet is reached from the Internet as long as its default route is there", async ({
  page,
}) => {
  const { canvas, inspector, palette, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await topBar.newDesign();
  await canvas.expectEmpty();

  await palette.addVpcWithSubnets();
  await inspector.expectAbout("vpc-1");
  for (const name of ["public-a", "public-b", "private-a", "private-b"])
    await expect(canvas.subnet(name)).toBeVisible();
  await canvas.subnet("public-a").click({ position: { x: 24, y: 12 } });
  await inspector.expectAbout("public-a");
  await palette.item("Instance").click();
  await inspector.expectAbout("instance-1");
  await letHttpIn(page);
  await canvas.expectArrow("Internet", "default", "TCP 80");

  await canvas.subnet("public-a").click({ position: { x: 24, y: 12 } });
  await inspector.button("Open its routes").click();
  await inspector.expectAbout("public");
  await inspector.route(2).remove.click();
  await canvas.expectNoArrow("Internet", "default");

  await topBar.undo.click();
  await canvas.expectArrow("Internet", "default", "TCP 80");
});

test("the VPC that one Escape called off is not there, and two Enters give a plain one", async ({ page }) => {
  const { canvas, palette, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await topBar.newDesign();
  await canvas.expectEmpty();

  await palette.item("VPC").press("Enter");
  await palette.newVpc.waitFor();
  await page.keyboard.press("Escape");
  await expect(palette.newVpc).toHaveCount(0);
  await canvas.expectEmpty();
  await expect(palette.item("VPC")).toBeFocused();

  await page.keyboard.press("Enter");
  await palette.newVpc.waitFor();
  await page.keyboard.press("Enter");
  await expect(canvas.vpc("vpc-1")).toBeVisible();
  expect(await topBar.undoEverything()).toBe(1);
});

test("Arrange shows what it has moved out of view", async ({ page }) => {
  const { canvas, palette, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await topBar.newDesign();
  await canvas.expectEmpty();
  await palette.addVpcWithSubnets();
  await canvas.subnet("private-b").waitFor();

  await canvas.zoomIn(4);
  await expect(canvas.overview).toBeVisible();
  await canvas.arrange.click();
  await expect(canvas.overview).toHaveCount(0);
});
