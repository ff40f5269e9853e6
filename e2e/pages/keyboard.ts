import { expect, type Locator, type Page } from "@playwright/test";
import { type Hands, partsOf } from "./hands";

/** More stops than the page ever has: what is not reached by then is not reached by keyboard. */
const MOST_STOPS = 400;

const isFocused = (control: Locator) => control.evaluate((element) => element === document.activeElement);

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(control)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${control} was not reached with the Tab key`);
}

/** Moves down an open list until the wanted option is the active one. */
async function moveTo(page: Page, option: Locator): Promise<void> {
  const id = await option.getAttribute("id");
  for (let step = 0; step < 60; step += 1) {
    const active = await page.evaluate(() => document.activeElement?.getAttribute("aria-activedescendant"));
    if (active !== null && active === id) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${option} was not reached with the arrow keys`);
}

/** In a row of tabs only the chosen one is a stop; the arrow keys go on from there. */
async function arrowToTab(page: Page, tab: Locator): Promise<void> {
  await tabTo(page, page.getByRole("tab", { selected: true }).and(page.locator("[tabindex='0']")).first());
  for (let step = 0; step < 10 && !(await isFocused(tab)); step += 1) await page.keyboard.press("ArrowRight");
}

export function keyboard(page: Page): Hands {
  const { canvas, inspector, palette } = partsOf(page);

  const press = async (control: Locator) => {
    const isTab = (await control.getAttribute("role")) === "tab";
    await (isTab ? arrowToTab(page, control) : tabTo(page, control));
    await page.keyboard.press("Enter");
  };

  const choose = async (list: Locator, option: string | RegExp) => {
    await press(list);
    await moveTo(page, page.getByRole("option", { name: option, exact: true }));
    await page.keyboard.press("Enter");
  };

  return {
    press,
    choose,
    select: press,
    tick: async (box) => {
      await tabTo(page, box);
      await page.keyboard.press("Space");
      await expect(box).toBeChecked();
    },
    type: async (field, text) => {
      await tabTo(page, field);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
    },
    add: async (item, into) => {
      if (into !== null) await press(into);
      await press(palette.item(item));
      if (item !== "VPC") return;
      await palette.newVpc.waitFor();
      await page.keyboard.press("Enter");
      await palette.newVpc.waitFor({ state: "detached" });
    },
    putOn: async (group, card) => {
      await press(canvas.card(card));
      await choose(inspector.groupsOf(card), group);
      await page.keyboard.press("Escape");
    },
  };
}
