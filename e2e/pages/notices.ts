import { expect, type Locator, type Page } from "@playwright/test";

/** What the page says in passing: the line about the last change, and refusals. */
export class Notices {
  constructor(private readonly page: Page) {}

  /** The quiet line over the canvas: what the last edit opened and closed. */
  change(text: string | RegExp): Locator {
    return this.page.getByRole("main").getByRole("status").filter({ hasText: text });
  }

  async expectChange(text: string | RegExp): Promise<void> {
    await expect(this.change(text)).toBeVisible();
  }

  async expectRefusal(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("alert").filter({ hasText: text })).toBeVisible();
  }
}
