import { describe, expect, it } from "vitest";
import { contains, overlap } from "./geometry";
import { layoutOf, moveLayout, type SceneLayout } from "./layout-of";
import { type DesignSpec, diagramOf } from "./testing/designs";
import { threeTiers } from "./testing/examples";

const BARE: DesignSpec = {
  name: "bare",
  groups: ["default"],
  ranges: [{ name: "Office", cidr: "203.0.113.0/24" }],
  subnets: [
    { name: "a", cards: [1, 2, 3, 4, 5].map((n) => ({ name: `a-${n}`, groups: [["default"]] })) },
    { name: "b", cards: [{ name: "b-1", groups: [["default"], ["default"]] }] },
  ],
  pairs: [],
};

const rectOf = (layout: SceneLayout, id: string) =>
  [...layout.frames, ...layout.cards, ...layout.outsides].find((one) => one.id === id)?.rect ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };

describe("a layout", () => {
  it("finds free places, always the same, for what has none", () => {
    const layout = layoutOf(diagramOf(BARE));
    expect(layoutOf(diagramOf(BARE))).toEqual(layout);
    for (const card of layout.cards) {
      expect(contains(rectOf(layout, card.parentId), card.rect)).toBe(true);
      expect(layout.cards.some((other) => other !== card && overlap(other.rect, card.rect))).toBe(false);
    }
    expect(overlap(rectOf(layout, "subnet-a"), rectOf(layout, "subnet-b"))).toBe(false);
    expect(rectOf(layout, "range-Office").x).toBeLessThan(rectOf(layout, "vpc-1").x);
  });

  it("grows frames around content that sticks out, and keeps their size where nothing does", () => {
    const [subnet] = threeTiers.subnets;
    const far = {
      ...threeTiers,
      subnets: [
        {
          ...subnet,
          name: "public-a",
          cards: [{ name: "web-1", groups: [["web"]], at: [900, 500] as const }],
        },
      ],
    };
    const grown = layoutOf(diagramOf(far));
    expect(contains(rectOf(grown, "subnet-public-a"), rectOf(grown, "i-web-1"))).toBe(true);
    expect(contains(rectOf(grown, "vpc-1"), rectOf(grown, "subnet-public-a"))).toBe(true);
    const kept = rectOf(layoutOf(diagramOf(threeTiers)), "subnet-public-a");
    expect(kept).toMatchObject({ width: 312, height: 192 });
  });

  it("shows the Internet only where it has a place", () => {
    expect(layoutOf(diagramOf(BARE)).outsides.map(({ kind }) => kind)).toEqual(["ipRange"]);
    expect(layoutOf(diagramOf(threeTiers)).outsides.map(({ kind }) => kind)).toEqual(["internet", "ipRange"]);
  });

  it("carries along what lies in a frame that is moved", () => {
    const layout = layoutOf(diagramOf(threeTiers));
    const before = rectOf(layout, "vpc-1");
    const moved = moveLayout(layout, new Map([["vpc-1", { ...before, x: before.x + 40 }]]));
    expect(rectOf(moved, "i-web-1").x).toBe(rectOf(layout, "i-web-1").x + 40);
    expect(rectOf(moved, "internet")).toEqual(rectOf(layout, "internet"));
  });
});
