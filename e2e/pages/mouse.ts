import type { Locator, Page } from "@playwright/test";
import { type Hands, partsOf } from "./hands";
import type { PaletteItem } from "./palette";

type Point = Readonly<{ x: number; y: number }>;

/** On the empty canvas the Internet goes to the left, frames to the right of it. */
const outsideSpot = (item: PaletteItem): Point =>
  item === "Internet" ? { x: 0.08, y: 0.4 } : { x: 0.6, y: 0.15 };

/** Where a new thing is dropped: clear of what was dropped before it, as a person would. */
function freeSpots(): (into: Locator | null) => Point {
  const dropped = new Map<string, number>();
  return (into) => {
    const key = `${into}`;
    const before = dropped.get(key) ?? 0;
    dropped.set(key, before + 1);
    return { x: 0.25 + 0.5 * (before % 2), y: 0.4 };
  };
}

export function mouse(page: Page): Hands {
  const { canvas, palette } = partsOf(page);
  const spot = freeSpots();

  const press = (control: Locator) => control.click();

  const add: Hands["add"] = async (item, into) => {
    const target = into ?? canvas.region;
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${target} is not to be seen`);
    const { x, y } = into === null ? outsideSpot(item) : spot(into);
    await palette.item(item).dragTo(target, { targetPosition: { x: box.width * x, y: box.height * y } });
    await press(page.getByRole("button", { name: "Zoom to fit" }));
  };

  return {
    press,
    add,
    tick: (box) => box.check(),
    type: async (field, text) => {
      await field.click();
      await field.press("ControlOrMeta+A");
      await field.pressSequentially(text);
    },
    choose: async (list, option) => {
      await list.click();
      await page.getByRole("option", { name: option, exact: true }).click();
    },
    select: (thing) => thing.click({ position: { x: 24, y: 16 } }),
    putOn: (group, card) => canvas.groupTag(group).dragTo(canvas.card(card)),
  };
}
