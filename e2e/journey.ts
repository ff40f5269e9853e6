/**
 * The `test` of every journey: opens nothing by itself, but fails when the page wrote an error to the console, threw,
 * broke its content policy or asked another origin for anything.
 */
import { test as base, expect, type Page } from "@playwright/test";

type Journey = { troubles: string[] };

const isOurs = (url: string, origin: string) =>
  url.startsWith(origin) || url.startsWith("data:") || url.startsWith(`blob:${origin}`);

/** Notes down whatever a page should not do. Violations of the content policy are console errors in Chromium. */
export function watch(page: Page, origin: string, troubles: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    if (!isOurs(request.url(), origin)) troubles.push(`request to another origin: ${request.url()}`);
  });
}

export const test = base.extend<Journey>({
  troubles: [
    async ({ context, baseURL }, use) => {
      const troubles: string[] = [];
      const origin = new URL(baseURL ?? "").origin;
      context.on("page", (page) => watch(page, origin, troubles));
      await use(troubles);
      expect(troubles, "what the page should not have done").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
