import { findBrowser } from "./browser";

/** Run once before the journeys. The workers, started afterwards, inherit the answer (see playwright.config.ts). */
// biome-ignore lint/style/noDefaultExport: Playwright wants its global setup so
export default function setUp(): void {
  process.env.PATHLIGHT_BROWSER ??= findBrowser();
}
