import { expect, type Locator } from "@playwright/test";

type Direction = "inbound" | "outbound";

/** A row of a form, with what it says of its fields. */
class Row {
  readonly row: Locator;

  constructor(region: Locator, name: string) {
    this.row = region.getByRole("listitem", { name, exact: true });
  }

  async expectMessage(text: string | RegExp): Promise<void> {
    await expect(this.row.getByText(text).first()).toBeVisible();
  }

  /** It is said aloud, once nobody is typing. */
  async expectSpoken(text: RegExp): Promise<void> {
    await expect(this.row.getByRole("status")).toHaveText(text);
  }
}

/** One row of a network ACL: it is called by its number, which may be typed. */
export class EntryRow extends Row {
  readonly number: Locator;
  readonly type: Locator;
  readonly action: Locator;
  readonly remote: Locator;
  readonly remove: Locator;

  constructor(region: Locator, direction: Direction, number: number) {
    const name = `${direction} rule ${number}`;
    super(region, name);
    const remote = direction === "inbound" ? "Source" : "Destination";
    this.number = this.row.getByRole("textbox", { name: `Rule number, ${name}` });
    this.type = this.row.getByRole("button", { name: new RegExp(`^Type, ${name}`) });
    this.action = this.row.getByRole("button", { name: new RegExp(`^Allow or deny, ${name}`) });
    this.remote = this.row.getByRole("combobox", { name: `${remote}, ${name}` });
    this.remove = this.row.getByRole("button", { name: `Delete ${name}` });
  }
}

/** One row of a route table. */
export class RouteRow extends Row {
  readonly destination: Locator;
  readonly target: Locator;
  readonly remove: Locator;

  constructor(region: Locator, number: number) {
    const name = `route ${number}`;
    super(region, name);
    this.destination = this.row.getByRole("combobox", { name: `Destination, ${name}` });
    this.target = this.row.getByRole("button", { name: new RegExp(`^Target, ${name}`) });
    this.remove = this.row.getByRole("button", { name: `Remove ${name}`, exact: true });
  }
}

/** One row of a load balancer's listeners. */
export class ListenerRow extends Row {
  readonly port: Locator;
  readonly targetPort: Locator;
  readonly targets: Locator;

  constructor(region: Locator, number: number) {
    const name = `listener ${number}`;
    super(region, name);
    this.port = this.row.getByRole("textbox", { name: `Port, ${name}`, exact: true });
    this.targetPort = this.row.getByRole("textbox", { name: `Target port, ${name}` });
    this.targets = this.row.getByRole("button", { name: new RegExp(`^Targets, ${name}`) });
  }
}
