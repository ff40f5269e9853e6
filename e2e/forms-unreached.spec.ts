import { expect, test } from "./journey";
import { Drawer } from "./pages/drawer";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test.beforeEach(async ({ page }) => {
  await page.goto("./");
  await partsOf(page).canvas.expectAnyArrow();
});

test("a rule for everyone that opens nothing says what its members lack, until they have it", async ({
  page,
}) => {
  const { canvas, inspector } = partsOf(page);
  const hands = mouse(page);
  const lacks = inspector.region.getByText(
    /nothing from the Internet gets in, because no member has a public/,
  );
  await canvas.groupTag("app").click();
  await inspector.addRule.click();
  await hands.choose(inspector.rule(2).type, "HTTP");
  await hands.choose(inspector.rule(2).remoteKind, "Anywhere-IPv4");
  await expect(lacks).toBeVisible();

  await hands.select(canvas.card("app-1"));
  await inspector.region.getByRole("button", { name: /^Associate a public address/ }).click();
  await canvas.groupTag("app").click();
  await inspector.expectText(/because no member with a public address is in a subnet with a route/);
});

test("where the form cannot know what is in the way, it leads to the test of the path", async ({ page }) => {
  const { canvas, inspector } = partsOf(page);
  const hands = mouse(page);
  for (const name of ["web-1", "web-2"]) {
    await hands.select(canvas.card(name));
    await inspector.expectAbout(name);
    await hands.choose(inspector.region.getByRole("button", { name: /^State/ }), "Stopped");
  }
  await canvas.groupTag("web").click();
  await inspector.button("Test the path to see why").click();
  await new Drawer(page).expectVerdict(/Blocked at web-1/);
});
