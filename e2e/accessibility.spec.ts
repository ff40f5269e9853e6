import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { Drawer } from "./pages/drawer";
import { partsOf } from "./pages/hands";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What shrinks with the zoom and stands in the inspector at full size, as WCAG 2.5.8 allows: arrows in the lists of allowed
 * paths, a subnet's route table and network ACL in the subnet's form (the test "with a subnet" holds that).
 */
const ZOOMED = ["pl-arrow-label", "pl-frame-badge"];
const isZoomed = (rule: string, html: string) =>
  rule === "target-size" && ZOOMED.some((name) => html.includes(name));

/** The rules of WCAG 2.2 AA that a program can check; only what hinders people fails the run. */
async function expectNoBarriers(page: Page): Promise<void> {
  // Colours on their way from one theme to the other are neither.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const barriers = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html })))
    .filter(({ rule, html }) => !isZoomed(rule, html));
  expect(barriers).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme the page has no barriers`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test.beforeEach(async ({ page }) => {
      await page.goto("./");
      await partsOf(page).canvas.expectAnyArrow();
    });

    test("as it opens", async ({ page }) => {
      await expect(partsOf(page).inspector.region.getByText("Allowed paths")).toBeVisible();
      await expectNoBarriers(page);
    });

    test("with the legend of the drawing", async ({ page }) => {
      const { canvas } = partsOf(page);
      await canvas.openLegend();
      await expectNoBarriers(page);
    });

    test("with the rules of a group, one of them wrong", async ({ page }) => {
      const { canvas, inspector } = partsOf(page);
      await canvas.groupTag("app").click();
      await inspector.addRule.click();
      await inspector.rule(1).row.waitFor();
      await expectNoBarriers(page);
    });

    test("with a subnet, whose form opens the same tables as its badges", async ({ page }) => {
      const { canvas, inspector } = partsOf(page);
      for (const [badge, link] of [
        ["Route table public", "Open its routes"],
        ["Network ACL default", "Open its rules"],
      ] as const) {
        await canvas.subnet("public-a").click({ position: { x: 8, y: 60 } });
        await inspector.expectAbout("public-a");
        await expectNoBarriers(page);
        await inspector.button(link).click();
        await expect(canvas.badge(badge, "public-a")).toHaveAttribute("aria-pressed", "true");
      }
    });

    test("with the answer of a test, and with a field of it that is wrong", async ({ page }) => {
      const drawer = new Drawer(page);
      await drawer.open("Test a path");
      await drawer.ask("web-1", "database", "PostgreSQL");
      await drawer.expectVerdict("Blocked");
      await expectNoBarriers(page);
      await drawer.ask("web-1", "nobody", "PostgreSQL");
      await drawer.expectFault(/nobody/);
      await expectNoBarriers(page);
    });

    test("in the question about a new VPC", async ({ page }) => {
      const { palette } = partsOf(page);
      await palette.item("VPC").click();
      await palette.newVpc.getByRole("radio", { name: "With public and private subnets" }).check();
      await expectNoBarriers(page);
    });

    test("with an instance and the open menu", async ({ page }) => {
      const { canvas, topBar, inspector } = partsOf(page);
      await canvas.interfaceRow("web-1").click();
      await expect(inspector.region.getByRole("heading", { level: 2 })).toBeVisible();
      await topBar.menu.click();
      await expectNoBarriers(page);
    });
  });
}
