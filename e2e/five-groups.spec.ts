import { test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";
import { Notices } from "./pages/notices";

test("an interface wears five groups at most: a sixth is refused as AWS refuses it", async ({ page }) => {
  const { canvas, inspector, palette } = partsOf(page);
  const hands = mouse(page);
  await page.goto("./");
  for (const number of [1, 2, 3, 4, 5]) {
    await palette.item("Security group").click();
    await inspector.expectAbout(`group-${number}`);
  }

  await hands.select(canvas.card("app-1"));
  const choose = async (group: string) => {
    await hands.choose(inspector.groupsOf("app-1"), group);
    await page.keyboard.press("Escape");
  };
  for (const number of [1, 2, 3, 4]) await choose(`group-${number}`);
  await inspector.expectText("5 of 5");

  await hands.choose(inspector.groupsOf("app-1"), "group-5");
  await inspector.expectText(/SecurityGroupsPerInterfaceLimitExceeded/);
  await page.keyboard.press("Escape");
  await inspector.expectText("5 of 5");

  await hands.putOn("database", "app-1");
  await new Notices(page).expectRefusal(/at most 5 groups/);
});
