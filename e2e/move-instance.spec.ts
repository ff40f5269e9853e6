import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";

test("an instance dragged to another subnet gets an address there, and undo takes it back", async ({
  page,
}) => {
  const { canvas, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectArrow("web", "app", "TCP 8080");
  await expect(canvas.interfaceRow("app-1")).toHaveAccessibleName(/10\.0\.11\.10/);

  await canvas.dragOnto("app-1", canvas.subnet("private-data-a"), { x: 0.2, y: 0.5 });
  await expect(canvas.interfaceRow("app-1")).toHaveAccessibleName(/10\.0\.21\.\d+/);
  await canvas.expectArrow("web", "app", "TCP 8080");

  await topBar.undo.click();
  await expect(canvas.interfaceRow("app-1")).toHaveAccessibleName(/10\.0\.11\.10/);
});
