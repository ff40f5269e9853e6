import { expect, test } from "./journey";
import { expectApart } from "./pages/boxes";
import { partsOf } from "./pages/hands";

test("an instance is copied and pasted in one go; a subnet goes with its content, and undo brings all back", async ({
  page,
}) => {
  const { canvas } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("app", "database", "TCP 5432");

  await canvas.card("app-1").click({ position: { x: 80, y: 20 } });
  await page.keyboard.press("ControlOrMeta+c");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(canvas.card("app-1-2")).toBeVisible();
  await expect(canvas.card("app-1-2")).toBeFocused();
  await expectApart(canvas.card("app-1"), canvas.card("app-1-2"));
  await expect(canvas.interfaceRow("app-1-2")).toHaveAccessibleName(/10\.0\.11\.(?!10)\d+, groups app/);

  await canvas.subnet("private-app-a").click({ position: { x: 24, y: 12 } });
  await page.keyboard.press("Delete");
  const question = page.getByRole("dialog", { name: "Delete subnet private-app-a and its 2 resources?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(canvas.card("app-1")).toBeVisible();

  await page.keyboard.press("Delete");
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(canvas.card("app-1")).toHaveCount(0);
  await canvas.expectNoArrow("app", "database");

  await page.keyboard.press("ControlOrMeta+z");
  await expect(canvas.card("app-1-2")).toBeVisible();
  await canvas.expectArrow("app", "database", "TCP 5432");
});
