/** `npm run screenshots`: the examples at 1440x900, light and dark, for docs/screenshots. */
import { type Browser, chromium, expect } from "@playwright/test";
import { preview } from "vite";
import { findBrowser, LAUNCH_ARGS } from "./browser";
import { Canvas } from "./pages/canvas";
import { TopBar } from "./pages/top-bar";

const PORT = 4189;
const EXAMPLES = [
  { file: "web-server", name: "Web server" },
  { file: "database-group", name: "Database group" },
  { file: "three-tiers", name: "Three tiers" },
  { file: "two-vpcs", name: "Two VPCs" },
];
const THEMES = ["light", "dark"] as const;

async function picture(browser: Browser, example: (typeof EXAMPLES)[number], colorScheme: "light" | "dark") {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await new Canvas(page).expectAnyArrow();
  await new TopBar(page).openExample(example.name);
  await new Canvas(page).expectAnyArrow();
  await expect(page.getByText("Loading the forms")).toHaveCount(0);
  await new TopBar(page).expectSaved();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `docs/screenshots/${example.file}-${colorScheme}.png` });
  await context.close();
}

const server = await preview({ preview: { host: "127.0.0.1", port: PORT, strictPort: true } });
const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_ARGS });
for (const example of EXAMPLES) {
  for (const theme of THEMES) {
    await picture(browser, example, theme);
    process.stdout.write(`docs/screenshots/${example.file}-${theme}.png\n`);
  }
}
await browser.close();
await server.close();
