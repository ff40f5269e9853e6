import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";

test("a file that says nothing of places is drawn whole, with the Internet and without a word about an empty design", async ({
  page,
  request,
}) => {
  const { canvas, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  const example = await (await request.get("./examples/three-tiers.pathlight.json")).json();
  const bare = { ...example, name: "Bare", places: [], groupColors: [] };
  await topBar.openFile("bare.pathlight.json", JSON.stringify(bare));
  await expect(topBar.name).toHaveValue("Bare");
  await expect(canvas.card("database")).toBeInViewport({ ratio: 1 });
  await canvas.expectNotEmpty();
  await canvas.expectArrow("Internet", "web", "TCP 80, 443");

  await topBar.newDesign();
  await canvas.expectEmpty();
});
