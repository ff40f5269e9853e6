import { expect, type Locator, type Page } from "@playwright/test";

/** What lies below the canvas: the test of a path, and the changes of the session. */
export class Drawer {
  private readonly region: Locator;

  constructor(private readonly page: Page) {
    this.region = page.getByRole("region", { name: "Drawer" });
  }

  async open(tab: "Test a path" | "Changes"): Promise<void> {
    await this.region.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
  }

  async ask(from: string, to: string, service: string): Promise<void> {
    await this.fillEnd("Source", from);
    await this.fillEnd("Destination", to);
    await this.region.getByRole("button", { name: /^Service/ }).click();
    await this.page.getByRole("option", { name: service }).click();
  }

  end(label: "Source" | "Destination"): Locator {
    return this.region.getByRole("combobox", { name: label });
  }

  async expectVerdict(text: string | RegExp): Promise<void> {
    await expect(this.region.getByRole("status")).toContainText(text);
  }

  async expectBlocker(text: string | RegExp): Promise<void> {
    const blockers = this.region.getByRole("list", { name: "What stops it" });
    await expect(blockers.getByRole("listitem").filter({ hasText: text })).toBeVisible();
  }

  /** The step that stops the packet or its reply. */
  get stop(): Locator {
    return this.region.getByRole("listitem").filter({ hasText: "stopped here" }).first();
  }

  get port(): Locator {
    return this.region.getByRole("textbox", { name: "Port" });
  }

  button(name: string | RegExp): Locator {
    return this.region.getByRole("button", { name });
  }

  /** How much of the page below its bar the drawer takes. */
  async share(): Promise<number> {
    const box = await this.region.boundingBox();
    const window = this.page.viewportSize();
    if (box === null || window === null) throw new Error("The drawer is not to be seen");
    return box.height / (window.height - 48);
  }

  hops(): Locator {
    return this.region.getByRole("list", { name: "Way of the packet" }).getByRole("listitem");
  }

  async expectFault(text: string | RegExp): Promise<void> {
    const faults = this.region.getByRole("status").getByRole("listitem");
    await expect(faults.filter({ hasText: text })).toBeVisible();
  }

  async expectNewestChange(text: string | RegExp): Promise<void> {
    const changes = this.region.getByRole("list", { name: "Changes, newest first" });
    await expect(changes.getByRole("listitem").first()).toContainText(text);
  }

  private async fillEnd(label: "Source" | "Destination", text: string): Promise<void> {
    await this.end(label).fill(text);
    await this.page.keyboard.press("Escape");
  }
}
