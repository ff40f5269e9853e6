import type { Locator, Page } from "@playwright/test";

export type PaletteItem =
  | "VPC"
  | "Subnet"
  | "Instance"
  | "Interface"
  | "Security group"
  | "Database"
  | "Internet"
  | "IP range"
  | "Internet gateway"
  | "NAT gateway"
  | "Peering"
  | "Transit gateway"
  | "Load balancer";

/** The things that can be drawn. */
export class Palette {
  private readonly bar: Locator;
  /** What a new VPC is made with. */
  readonly newVpc: Locator;

  constructor(page: Page) {
    this.newVpc = page.getByRole("dialog", { name: "New VPC" });
    this.bar = page.getByRole("navigation", { name: "Palette" });
  }

  item(name: PaletteItem): Locator {
    return this.bar.getByRole("button", { name, exact: true });
  }

  get createVpc(): Locator {
    return this.newVpc.getByRole("button", { name: "Create VPC" });
  }
}
