import { expect, type Locator, type Page } from "@playwright/test";

type Point = Readonly<{ x: number; y: number }>;

/** The drawing. Things are found by the names that a screen reader says. */
export class Canvas {
  readonly region: Locator;

  constructor(private readonly page: Page) {
    this.region = page.getByRole("region", { name: "Network canvas" });
  }

  vpc(name: string): Locator {
    return this.thing(`VPC ${name},`);
  }

  subnet(name: string): Locator {
    const called = new RegExp(`^(Public|Private) subnet ${escaped(name)},`);
    return this.region.getByRole("group", { name: called });
  }

  /** A subnet's route table or network ACL in its head: "Route table public". */
  badge(table: string, subnet: string): Locator {
    return this.region.getByRole("button", { name: `${table} of ${subnet}`, exact: true });
  }

  /** An instance, database or unattached interface. */
  card(name: string): Locator {
    return this.thing(`${name},`);
  }

  /** The outline around a group's members. */
  groupOutline(name: string): Locator {
    return this.thing(`Security group ${name}`);
  }

  /** A group's tag in the head of its VPC. */
  groupTag(name: string): Locator {
    return this.region.getByRole("list").getByRole("button", { name, exact: true });
  }

  /** The row of an interface on its card; its name also says addresses and groups. */
  interfaceRow(card: string, name = ""): Locator {
    return this.region.getByRole("button", {
      name: new RegExp(`^Interface ${escaped(name)}.*of ${escaped(card)},`),
    });
  }

  /** Shows what the signs of the drawing mean. */
  async openLegend(): Promise<void> {
    await this.region.getByRole("button", { name: "Legend" }).click();
    await expect(this.legend).toBeVisible();
  }

  get legend(): Locator {
    return this.region.getByRole("region", { name: "Legend" });
  }

  /** Zoom, Arrange and what is drawn. */
  get toolbar(): Locator {
    return this.region.getByRole("toolbar", { name: "View" });
  }

  /** What the selection can reach, or is reached by. */
  get lens(): Locator {
    return this.region.getByRole("group", { name: "What the selection can reach" });
  }

  /** The small map, which is there while some of the design is out of view. */
  get overview(): Locator {
    return this.region.getByLabel("Overview map");
  }

  get arrange(): Locator {
    return this.region.getByRole("button", { name: "Arrange" });
  }

  async zoomIn(times: number): Promise<void> {
    for (let step = 0; step < times; step += 1)
      await this.region.getByRole("button", { name: "Zoom in" }).click();
  }

  arrow(from: string, to: string): Locator {
    return this.region.getByRole("button", { name: startingWith(`${from} to ${to}:`) });
  }

  /** The arrows whose labels stick out of the canvas. */
  async cutLabels(): Promise<readonly (string | null)[]> {
    return this.region.evaluate((region) => {
      const canvas = region.getBoundingClientRect();
      const sticksOut = (label: Element) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        const isOut =
          right < canvas.left || left > canvas.right || bottom < canvas.top || top > canvas.bottom;
        return (
          !isOut && (left < canvas.left || right > canvas.right || top < canvas.top || bottom > canvas.bottom)
        );
      };
      const labels = [...region.querySelectorAll(".pl-arrow-label")].filter(sticksOut);
      return labels.map((label) => label.getAttribute("aria-label"));
    });
  }

  async expectAnyArrow(): Promise<void> {
    await expect(this.region.getByRole("button", { name: / to .+: / }).first()).toBeVisible();
  }

  async expectArrow(from: string, to: string, label: string): Promise<void> {
    await expect(this.arrow(from, to)).toHaveAccessibleName(startingWith(`${from} to ${to}: ${label}`));
  }

  /** No arrow but, perhaps, the mark of one that was just closed. */
  async expectNoArrow(from: string, to: string): Promise<void> {
    const open = new RegExp(`^${escaped(from)} to ${escaped(to)}:(?!.*, closed$)`);
    await expect(this.region.getByRole("button", { name: open })).toHaveCount(0);
  }

  async expectEmpty(): Promise<void> {
    await expect(this.emptyHint).toBeVisible();
  }

  async expectNotEmpty(): Promise<void> {
    await expect(this.emptyHint).toHaveCount(0);
  }

  private get emptyHint(): Locator {
    return this.region.getByRole("heading", { name: "Start with a VPC" });
  }

  /** Moves a card by its head to a spot of something else, given as parts of its width and height. */
  async dragOnto(card: string, target: Locator, spot: Point): Promise<void> {
    const { x, y } = await box(this.card(card));
    const from = { x: x + 60, y: y + 20 };
    const to = await pointIn(target, spot);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 8, from.y + 8);
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Draws an arrow from the right side of a card's first interface to the left side of another's. */
  async connect(from: string, to: string): Promise<void> {
    const start = await pointIn(this.interfaceRow(from), { x: 0.99, y: 0.5 });
    const end = await pointIn(this.interfaceRow(to), { x: 0.01, y: 0.5 });
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x - 40, end.y + 40, { steps: 6 });
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** A named IP range or the Internet. */
  outside(name: string): Locator {
    return this.thing(`${name},`);
  }

  internetGateway(name: string): Locator {
    return this.thing(`Internet gateway ${name}`);
  }

  private thing(start: string): Locator {
    return this.region.getByRole("group", { name: startingWith(start) });
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const startingWith = (text: string) => new RegExp(`^${escaped(text)}`);

async function box(locator: Locator) {
  await locator.scrollIntoViewIfNeeded();
  const found = await locator.boundingBox();
  if (found === null) throw new Error(`${locator} is not to be seen`);
  return found;
}

async function pointIn(locator: Locator, spot: Point): Promise<Point> {
  const { x, y, width, height } = await box(locator);
  return { x: x + width * spot.x, y: y + height * spot.y };
}
