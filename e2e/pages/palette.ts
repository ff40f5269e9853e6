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

  /** As the console's wizard "VPC and more" makes it, in two zones; its public subnets give public addresses. */
  async addVpcWithSubnets(): Promise<void> {
    await this.item("VPC").press("Enter");
    await this.newVpc.getByRole("radio", { name: "With public and private subnets" }).check();
    await this.newVpc.getByRole("checkbox", { name: /public IPv4 address/ }).check();
    await this.createVpc.click();
  }

  get createVpc(): Locator {
    return this.newVpc.getByRole("button", { name: "Create VPC" });
  }
}
