import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test.beforeEach(async ({ page }) => {
  await page.goto("./");
  await partsOf(page).canvas.expectAnyArrow();
});

test("a button that cannot succeed says why and what to do instead", async ({ page }) => {
  const { canvas, inspector } = partsOf(page);
  await mouse(page).select(canvas.card("web-1"));
  const attach = inspector.button("Attach another interface");
  await attach.click();
  await page.getByRole("menuitem", { name: "in public-a" }).click();
  await inspector.expectText("2 of 2 that a t3.micro takes");
  await expect(attach).toHaveAttribute("aria-disabled", "true");
  await attach.hover();
  const why = page.getByText(/web-1 is a t3\.micro, .* 2 .*: choose a larger instance type, or detach one\./);
  await expect(why.filter({ visible: true }).first()).toBeVisible();
});

test("a refusal leaves by itself, or with the next edit, and does not stand on the lens", async ({
  page,
}) => {
  const { canvas, inspector } = partsOf(page);
  await page.clock.install();
  const refusal = page.getByRole("alert").filter({ hasText: /is the primary interface/ });
  const refuse = async () => {
    await canvas.interfaceRow("web-1").click();
    await page.keyboard.press("Delete");
    await expect(refusal).toBeVisible();
  };
  await refuse();
  const [said, lens] = [await refusal.boundingBox(), await canvas.lens.boundingBox()];
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(lens?.y ?? 0);
  await page.clock.runFor(10_000);
  await expect(refusal).toBeVisible();
  await page.clock.runFor(5_000);
  await expect(refusal).toHaveCount(0);

  await refuse();
  await inspector.checkbox("Source/destination check").click();
  await expect(refusal).toHaveCount(0);
});

test("a refusal stays while it has the focus, which then goes back to where it was", async ({ page }) => {
  const { canvas } = partsOf(page);
  await page.clock.install();
  const row = canvas.interfaceRow("web-1");
  await row.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  const dismiss = page.getByRole("button", { name: "Dismiss" });
  await dismiss.focus();
  await page.clock.runFor(30_000);
  await expect(dismiss).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dismiss).toHaveCount(0);
  await expect(row).toBeFocused();
});
