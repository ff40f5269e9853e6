import type { Locator, Page } from "@playwright/test";
import { Canvas } from "./canvas";
import { Inspector } from "./inspector";
import { Palette, type PaletteItem } from "./palette";
import { TopBar } from "./top-bar";

/** How a person does things. A journey told with hands is walked by mouse and again by keyboard alone. */
export type Hands = Readonly<{
  press(control: Locator): Promise<void>;
  tick(box: Locator): Promise<void>;
  /** Puts a text in place of what a field holds. */
  type(field: Locator, text: string): Promise<void>;
  choose(list: Locator, option: string | RegExp): Promise<void>;
  /** Selects something on the canvas. */
  select(thing: Locator): Promise<void>;
  /** Adds something from the palette into a frame, or onto the canvas itself. */
  add(item: PaletteItem, into: Locator | null): Promise<void>;
  /** Puts a group on a card. */
  putOn(group: string, card: string): Promise<void>;
}>;

/** The parts of the page that a journey talks about. */
export const partsOf = (page: Page) => ({
  canvas: new Canvas(page),
  inspector: new Inspector(page),
  palette: new Palette(page),
  topBar: new TopBar(page),
});
