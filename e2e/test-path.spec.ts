import { expect, test } from "./journey";
import { Drawer } from "./pages/drawer";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test("a path is tested, says every blocker, and is asked again when a rule changes", async ({ page }) => {
  const { canvas, inspector } = partsOf(page);
  const drawer = new Drawer(page);
  await page.goto("./");
  await canvas.expectAnyArrow();

  await drawer.open("Test a path");
  await drawer.ask("web-1", "database", "PostgreSQL");
  await drawer.expectVerdict("Blocked");
  await drawer.expectBlocker("ENI_SG_RULES_MISMATCH");
  await expect(page.getByText("✕ TCP 5432")).toBeVisible();
  await canvas.openLegend();
  await expect(canvas.legend).toContainText("The way of the packet that is tested");
  await page.keyboard.press("Escape");

  await drawer.ask("app-1", "database", "PostgreSQL");
  await drawer.expectVerdict("Allowed");
  await expect(drawer.hops().first()).toBeVisible();
  await expect(page.getByText("✓ TCP 5432")).toBeVisible();

  await canvas.groupTag("database").click();
  await inspector.rule(1).remove.click();
  await drawer.expectVerdict("Blocked");
  await drawer.open("Changes");
  await expect(page.getByText("✕ TCP 5432")).toBeHidden();
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

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
]) {
  test.describe(`in a window of ${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test("what stops the packet is in view at once, and the verdict names it and leads there", async ({
      page,
    }) => {
      const drawer = new Drawer(page);
      await page.goto("./");
      await partsOf(page).canvas.expectAnyArrow();
      await drawer.open("Test a path");
      await drawer.ask("web-1", "database", "PostgreSQL");
      await drawer.expectVerdict("Blocked at security group database, inbound");
      await expect(drawer.stop).toBeInViewport({ ratio: 0.99 });
      expect(await drawer.share()).toBeLessThanOrEqual(0.5);

      const verdict = drawer.button("security group database, inbound");
      await expect(verdict).toBeInViewport({ ratio: 1 });
      await verdict.press("Enter");
      await expect(drawer.stop).toBeFocused();
    });

    test("a reply that is stopped leaves the way there one line, which opens", async ({ page }) => {
      const { canvas, inspector } = partsOf(page);
      const drawer = new Drawer(page);
      await page.goto("./");
      await canvas.expectAnyArrow();
      await canvas.badge("Network ACL default", "public-a").click();
      await inspector.region.getByRole("tab", { name: /^Outbound/ }).click();
      await inspector.entry(100, "outbound").remove.click();
      await drawer.open("Test a path");
      await drawer.ask("internet", "web-1", "HTTPS");
      await drawer.expectVerdict("Blocked on the way back at default network ACL, outbound");
      await expect(drawer.stop).toBeInViewport({ ratio: 0.99 });

      await expect(drawer.hops()).toHaveCount(0);
      await drawer.button("Show steps: Way of the packet").press("Enter");
      await expect(drawer.hops().first()).toBeVisible();
    });
  });
}

test("a row of steps that is wider than the window says so, and leads on", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const drawer = new Drawer(page);
  await page.goto("./");
  await partsOf(page).canvas.expectAnyArrow();
  await drawer.open("Test a path");
  await drawer.ask("app-1", "database", "PostgreSQL");
  await drawer.expectVerdict("Allowed");
  const last = drawer.hops().last();
  await expect(last).not.toBeInViewport({ ratio: 0.5 });
  await drawer.button("Later steps").click();
  await expect(last).toBeInViewport({ ratio: 0.99 });
  await expect(drawer.button("Later steps")).toHaveCount(0);
  await expect(drawer.button("Earlier steps")).toBeVisible();
});

test("a row of steps that fits again hints at nothing more, also for people who want no motion", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const drawer = new Drawer(page);
  await page.goto("./");
  await partsOf(page).canvas.expectAnyArrow();
  await drawer.open("Test a path");
  await drawer.ask("app-1", "database", "SSH");
  await expect(drawer.button("Earlier steps")).toBeVisible();
  await drawer.ask("app-1", "database", "PostgreSQL");
  await drawer.expectVerdict("Allowed");
  await expect(drawer.button(/^(Earlier|Later) steps/)).toHaveCount(0);
});

test("a field that says nothing is marked, with what is wrong and what to do", async ({ page }) => {
  const drawer = new Drawer(page);
  await page.goto("./");
  await partsOf(page).canvas.expectAnyArrow();
  await drawer.open("Test a path");
  await drawer.ask("internet", "nobody", "PostgreSQL");
  await drawer.expectFault(/Destination: Nothing here is called "nobody"\. Choose from the list/);
  await expect(drawer.end("Destination")).toHaveAttribute("aria-invalid", "true");
  await expect(drawer.end("Destination")).toHaveAccessibleDescription(/Nothing here is called/);

  await drawer.button("Clear destination").click();
  await drawer.ask("internet", "web-1", "HTTPS");
  await drawer.expectVerdict("Allowed");
  await drawer.port.fill("");
  await drawer.expectFault(/Port: It is missing/);
  await expect(drawer.port).toHaveAttribute("aria-invalid", "true");
});

test("a rule that opens nothing is listed in words, with the reason and the test that shows it", async ({
  page,
}) => {
  const { canvas, inspector } = partsOf(page);
  const drawer = new Drawer(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await canvas.groupTag("app").click();
  await mouse(page).choose(inspector.rule(2).type, /^HTTP$/);

  await drawer.open("Changes");
  await drawer.expectNewestChange(/TCP 22 from 203\.0\.113\.0\/24 → TCP 80 from 203.*No path changed/s);
  await drawer.expectNewestChange(/app-1 .* is a private address.*Associate a public address with it/s);
  await drawer.button(/^Test this path/).click();
  await expect(drawer.end("Source")).toHaveValue("Admin · 203.0.113.0/24");
  await expect(drawer.port).toHaveValue("80");
  await drawer.expectVerdict("Blocked at the internet gateway of shop");
});
