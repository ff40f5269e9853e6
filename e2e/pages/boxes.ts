import { expect, type Locator } from "@playwright/test";

/** Where something is on the page, as soon as it is seen. */
export const boxOf = async (thing: Locator) => {
  await expect(thing).toBeVisible();
  return (await thing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
};

/** None of them lies, even in part, over another. */
export async function expectApart(...things: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(things.map(boxOf));
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1)) {
      const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
      expect(isBeside || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    }
}
