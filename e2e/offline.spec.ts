import { expect, test } from "./journey";
import { Canvas } from "./pages/canvas";

test.use({ serviceWorkers: "allow" });

test("after the first visit the site works without a network", async ({ page, context }) => {
  const canvas = new Canvas(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  // Active means that every file has been put by.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

  await context.setOffline(true);
  await page.reload();

  await canvas.expectAnyArrow();
  await canvas.groupTag("web").click();
  await expect(page.getByRole("tab", { name: /Inbound rules/ })).toBeVisible();
});
