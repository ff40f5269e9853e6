import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";

test("a page killed in the middle of an edit opens again as it was, the unfinished row included", async ({
  page,
  context,
}) => {
  const before = partsOf(page);
  await page.goto("./");
  await before.canvas.groupTag("web").click();
  await before.inspector.expectAbout("web");
  await before.inspector.addRule.click();
  const rows = before.inspector.region.getByRole("listitem", { name: /inbound rule/ });
  const number = await rows.count();
  await before.inspector.rule(number).remote.pressSequentially("10.0.300");
  await before.topBar.name.fill("Killed in class");
  await before.topBar.name.press("Enter");
  await before.topBar.expectSaved();

  // Ends the renderer at once: no unload handler of the page runs.
  const gone = page.waitForEvent("crash");
  const browser = await context.newCDPSession(page);
  browser.send("Page.crash").catch(() => undefined);
  await gone;
  const again = await context.newPage();
  await again.goto("./");

  const after = partsOf(again);
  await expect(after.topBar.name).toHaveValue("Killed in class");
  await after.canvas.groupTag("web").click();
  await expect(after.inspector.rule(number).remote).toHaveValue("10.0.300");
  await after.inspector.rule(number).expectMessage(/300 is not an octet.*Not applied/);
});
