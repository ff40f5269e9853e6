import type { Locator, Page } from "@playwright/test";

export type PaletteItem =
  | "VPC"
  | "Subnet"
  | "Instance"
  | "Interface"
  | "Security group"
  | "Database"
  | "Internet"
  | "IP range";

/** The things that can be drawn. */
export class Palette {
  private readonly bar: Locator;

  constructor(page: Page) {
    this.bar = page.getByRole("navigation", { name: "Palette" });
  }

  item(name: PaletteItem): Locator {
    return this.bar.getByRole("button", { name, exact: true });
  }
}
