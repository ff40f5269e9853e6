import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";

test("an arrow drawn by hand from the database to a web server adds the rule that lets it in", async ({
  page,
}) => {
  const { canvas } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("web", "app", "TCP 8080");

  await canvas.card("database").hover();
  await canvas.connect("database", "web-1");
  const dialog = page.getByRole("dialog", { name: "Allow database → web-1" });
  await dialog.getByRole("button", { name: "SSH" }).click();
  await dialog.getByRole("button", { name: "Allow", exact: true }).click();

  await expect(dialog).toHaveCount(0);
  await canvas.expectArrow("database", "web", "TCP 22, 80, 443");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(canvas.arrow("database", "web")).not.toHaveAccessibleName(/TCP 22/);
});

test("an instance let go outside of every subnet springs back and says why", async ({ page }) => {
  const { canvas } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("web", "app", "TCP 8080");
  const before = await canvas.card("web-1").boundingBox();

  await canvas.dragOnto("web-1", canvas.outside("Admin"), { x: 0.5, y: 0.5 });
  await expect(page.getByRole("alert")).toContainText("web-1 lives in a subnet. Drop it inside one.");
  expect(await canvas.card("web-1").boundingBox()).toEqual(before);
});
