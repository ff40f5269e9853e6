import { expect, it } from "vitest";
import { sceneOf } from "./scene-of";
import type { DesignSpec } from "./testing/designs";
import { inputOf } from "./testing/inputs";
import { memberRects } from "./tier-members";

/** Two that wear only `default`, and one that wears it with another group: no outline holds just the two. */
const DEFAULTS: DesignSpec = {
  name: "defaults",
  groups: ["default", "web"],
  subnets: [
    {
      name: "a",
      at: [32, 56],
      size: [900, 200],
      cards: [
        { name: "one", groups: [["default"]], at: [56, 72] },
        { name: "mixed", groups: [["web"], ["default"]], at: [320, 72] },
        { name: "web", groups: [["web", "default"]], at: [600, 72] },
      ],
    },
  ],
  pairs: [{ from: "default", to: "web+default", tcp: [80] }],
};

it("an arrow of several that no outline holds points out each card or row, and nobody else", () => {
  const input = inputOf(DEFAULTS);
  const scene = sceneOf(input);
  const tiers = [...input.tiers.values()];
  const rectOf = (title: string) => scene.cards.find((card) => card.title === title);
  const [one, mixed] = [rectOf("one"), rectOf("mixed")];
  const row = mixed?.rows[1]?.rect;
  const found = memberRects(
    scene,
    tiers.find(({ name }) => name === "default"),
  );
  expect(found).toEqual([
    one?.rect,
    { ...row, x: (mixed?.rect.x ?? 0) + (row?.x ?? 0), y: (mixed?.rect.y ?? 0) + (row?.y ?? 0) },
  ]);
});

it("one alone needs no box", () => {
  const input = inputOf(DEFAULTS);
  const alone = [...input.tiers.values()].find(({ name }) => name === "web + default");
  expect(memberRects(sceneOf(input), alone)).toEqual([]);
});
