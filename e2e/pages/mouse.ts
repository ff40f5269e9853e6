import type { Locator, Page } from "@playwright/test";
import { type Hands, partsOf } from "./hands";
import type { PaletteItem } from "./palette";

type Point = Readonly<{ x: number; y: number }>;

/** Where a person would let go, as parts of the target's width and height: subnets side by side, cards one below the other. */
function spotFor(item: PaletteItem, before: number): Point {
  switch (item) {
    case "Internet":
      return { x: 0.06, y: 0.4 };
    case "VPC":
      return { x: 0.5, y: 0.2 };
    case "Subnet":
      return { x: 0.26 + 0.48 * before, y: 0.4 };
    case "Security group":
      return { x: 0.5, y: 0.08 };
    default:
      return { x: 0.5, y: 0.45 + 0.45 * before };
  }
}

export function mouse(page: Page): Hands {
  const { canvas, palette } = partsOf(page);
  const dropped = new Map<string, number>();

  const press = (control: Locator) => control.click();
  const view = (name: string) => press(canvas.region.getByRole("button", { name }));

  const add: Hands["add"] = async (item, into) => {
    const target = into ?? canvas.region;
    const key = `${item} in ${target}`;
    const before = dropped.get(key) ?? 0;
    dropped.set(key, before + 1);
    // What stands outside the frames needs room beside them.
    if (into === null) for (const _ of [1, 2, 3]) await view("Zoom out");
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${target} is not to be seen`);
    const { x, y } = spotFor(item, before);
    const targetPosition = { x: box.width * x, y: box.height * y };
    await palette.item(item).dragTo(target, { targetPosition, force: true });
    if (item === "VPC") await press(palette.createVpc);
    await view("Zoom to fit");
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
