import { test } from "./journey";
import { Canvas } from "./pages/canvas";

// The same files again, but served from somewhere down a path (see webServer in playwright.config.ts).
test.use({ baseURL: "http://127.0.0.1:4188/courses/aws/pathlight/" });

test("the site works from any path of a host", async ({ page }) => {
  await page.goto("./");
  await new Canvas(page).expectAnyArrow();
});
