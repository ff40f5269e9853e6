import { expect, type Locator, type Page } from "@playwright/test";
import { EntryRow, ListenerRow, RouteRow } from "./rows";

type Direction = "inbound" | "outbound";

/** The details of what is selected, with the forms. */
export class Inspector {
  readonly region: Locator;

  constructor(page: Page) {
    this.region = page.getByRole("complementary", { name: "Inspector" });
  }

  async expectAbout(name: string): Promise<void> {
    await expect(this.region.getByRole("heading", { level: 2 })).toHaveText(name);
  }

  async expectText(text: string | RegExp): Promise<void> {
    await expect(this.region.getByText(text).first()).toBeVisible();
  }

  field(label: string): Locator {
    return this.region.getByRole("textbox", { name: label, exact: true });
  }

  checkbox(label: string): Locator {
    return this.region.getByRole("checkbox", { name: label });
  }

  button(name: string): Locator {
    return this.region.getByRole("button", { name, exact: true });
  }

  tab(name: "Inbound rules" | "Outbound rules" | "Interfaces" | "Details" | "Routes" | "Subnets"): Locator {
    return this.region.getByRole("tab", { name: new RegExp(`^${name}`) });
  }

  /** The list of groups that an interface may wear. */
  groupsOf(owner: string): Locator {
    return this.region.getByRole("button", { name: `Security groups of ${owner}` });
  }

  takeGroupOff(group: string, owner: string): Locator {
    return this.button(`Take ${group} off ${owner}`);
  }

  get addRule(): Locator {
    return this.button("Add rule");
  }

  /** Rules are numbered as they stand, from 1. */
  rule(number: number, direction: Direction = "inbound"): RuleRow {
    return new RuleRow(this.region, `${direction} rule ${number}`, direction);
  }

  get addRoute(): Locator {
    return this.button("Add route");
  }

  /** Routes are numbered as they stand, from 1; the local ones come first. */
  route(number: number): RouteRow {
    return new RouteRow(this.region, number);
  }

  /** A network ACL's entries are called by their rule numbers; "Add rule" adds one, as for a group. */
  entry(number: number, direction: Direction = "inbound"): EntryRow {
    return new EntryRow(this.region, direction, number);
  }

  /** An ACL's inbound rules as they stand, those that nobody can change last. */
  async expectEntries(...names: readonly string[]): Promise<void> {
    const rows = this.region.getByRole("listitem", { name: /^inbound rule \d+$|^Last rule/ });
    await expect
      .poll(() => rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label"))))
      .toEqual(names);
  }

  /** Listeners are numbered as they stand, from 1. */
  listener(number: number): ListenerRow {
    return new ListenerRow(this.region, number);
  }

  async expectRules(count: number): Promise<void> {
    await expect(this.region.getByRole("listitem", { name: /^(in|out)bound rule \d+$/ })).toHaveCount(count);
  }
}

/** One row of the table of rules: the console's fields in the console's order. */
export class RuleRow {
  readonly row: Locator;
  readonly type: Locator;
  readonly ports: Locator;
  readonly remoteKind: Locator;
  readonly remote: Locator;
  readonly description: Locator;
  readonly remove: Locator;

  constructor(region: Locator, name: string, direction: Direction) {
    const remote = direction === "inbound" ? "Source" : "Destination";
    this.row = region.getByRole("listitem", { name, exact: true });
    this.type = this.row.getByRole("button", { name: new RegExp(`^Type, ${name}`) });
    this.ports = this.row.getByRole("textbox", { name: `Port range, ${name}` });
    this.remoteKind = this.row.getByRole("button", { name: new RegExp(`^${remote} type, ${name}`) });
    this.remote = this.row.getByRole("combobox", { name: `${remote}, ${name}` });
    this.description = this.row.getByRole("textbox", { name: `Description, ${name}` });
    this.remove = this.row.getByRole("button", { name: `Delete ${name}` });
  }

  async expectMessage(text: string | RegExp): Promise<void> {
    // What is wrong is also said aloud, by a text that is not seen.
    await expect(this.row.getByText(text).first()).toBeVisible();
  }
}
