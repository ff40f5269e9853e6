import { expect, type Locator, type Page } from "@playwright/test";

/** The bar with the design's name, its menu, undo and redo. */
export class TopBar {
  readonly bar: Locator;
  readonly name: Locator;
  readonly menu: Locator;
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(private readonly page: Page) {
    this.bar = page.getByRole("banner");
    this.name = this.bar.getByLabel("Name of the design");
    this.menu = this.bar.getByRole("button", { name: "Design", exact: true });
    this.undo = this.bar.getByRole("button", { name: /^Undo/ });
    this.redo = this.bar.getByRole("button", { name: /^Redo/ });
  }

  entry(name: string): Locator {
    return this.bar.getByRole("button", { name: new RegExp(`^${name}`) });
  }

  async openExample(title: string): Promise<void> {
    await this.choose(title);
    await expect(this.name).toHaveValue(title);
  }

  async newDesign(): Promise<void> {
    await this.choose("New design");
  }

  /** Gives a file to "Open", as the browser's own dialog would. */
  async openFile(name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.choose("Open a file");
    await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  }

  /** Waits until the browser's storage has the design as it is now. */
  async expectSaved(): Promise<void> {
    await expect(this.bar.getByRole("status")).toHaveText("Saved in this browser");
  }

  /** Presses undo until there is nothing left, and says how often that was. */
  async undoEverything(): Promise<number> {
    return pressUntilDisabled(this.undo);
  }

  async redoEverything(): Promise<number> {
    return pressUntilDisabled(this.redo);
  }

  /** Opens the menu; an entry's name is its first words. */
  private async choose(entry: string): Promise<void> {
    await this.menu.click();
    await this.entry(entry).click();
  }
}

async function pressUntilDisabled(button: Locator): Promise<number> {
  let times = 0;
  while (await button.isEnabled()) {
    await button.click();
    times += 1;
  }
  return times;
}
