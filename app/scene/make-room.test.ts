import { describe, expect, it } from "vitest";
import type { Diagram } from "../document/diagram";
import { contains, overlap } from "./geometry";
import { layoutOf } from "./layout-of";
import { makeRoom } from "./make-room";
import { type DesignSpec, diagramOf } from "./testing/designs";

const SIZE: readonly [number, number] = [320, 200];

/** Two columns and two rows, as the wizard makes them; `cards` stand below each other in the first. */
const design = (cards: number): DesignSpec => ({
  name: "grid",
  groups: ["default"],
  vpcAt: [0, 0],
  vpcSize: [736, 520],
  ranges: [{ name: "office", cidr: "203.0.113.0/24", at: [0, 700] }],
  subnets: [
    {
      name: "a",
      at: [32, 56],
      size: SIZE,
      cards: Array.from({ length: cards }, (_, n) => ({
        name: `a-${n}`,
        groups: [["default"]],
        at: [56, 72 + n * 148] as const,
      })),
    },
    { name: "b", at: [384, 56], size: SIZE, cards: [] },
    { name: "below-a", at: [32, 288], size: SIZE, cards: [] },
    { name: "below-b", at: [384, 288], size: SIZE, cards: [] },
  ],
  pairs: [],
});

const before = diagramOf(design(1));

const rects = (diagram: Diagram) => {
  const { frames, outsides } = layoutOf(diagram);
  return Object.fromEntries([...frames, ...outsides].map(({ id, rect }) => [id, rect]));
};
const rectIn = (diagram: Diagram, id: string) => {
  const rect = rects(diagram)[id];
  if (rect === undefined) throw new Error(`No ${id}`);
  return rect;
};

const placed = (diagram: Diagram, id: string, x: number, y: number, size = SIZE): Diagram => ({
  ...diagram,
  layout: {
    ...diagram.layout,
    places: { ...diagram.layout.places, [id]: { x, y, size: { width: size[0], height: size[1] } } },
  },
});

/** No two subnets overlap, the VPC holds them all, and nothing outside is in it. */
const expectTidy = (diagram: Diagram): void => {
  const { frames, outsides } = layoutOf(diagram);
  const vpc = rectIn(diagram, "vpc-1");
  const subnets = frames.filter(({ kind }) => kind === "subnet");
  for (const [index, { rect }] of subnets.entries()) {
    expect(contains(vpc, rect)).toBe(true);
    for (const other of subnets.slice(index + 1)) expect(overlap(rect, other.rect)).toBe(false);
  }
  for (const { rect } of outsides) expect(overlap(vpc, rect)).toBe(false);
};

describe("frames make room", () => {
  it("and stay where they are as long as nothing grows", () => {
    expect(makeRoom(before, before)).toBe(before);
  });

  it("for one that has grown: the rows below go down together, the VPC and what is below it too", () => {
    const after = diagramOf(design(3));
    expect(overlap(rectIn(after, "subnet-a"), rectIn(after, "subnet-below-a"))).toBe(true);
    const roomy = makeRoom(before, after);
    expectTidy(roomy);
    expect(rectIn(roomy, "subnet-b")).toEqual(rectIn(before, "subnet-b"));
    expect(rectIn(roomy, "subnet-below-b").y).toBe(rectIn(roomy, "subnet-below-a").y);
    const between = rectIn(roomy, "subnet-below-a").y - rectIn(roomy, "subnet-a").height - 56;
    expect(between).toBe(32);
  });

  it("for one that was made wider: the columns beside it go to the right together", () => {
    const roomy = makeRoom(before, placed(before, "subnet-a", 32, 56, [480, 200]));
    expectTidy(roomy);
    expect(rectIn(roomy, "subnet-b").x).toBe(rectIn(roomy, "subnet-below-b").x);
    expect(rectIn(roomy, "subnet-below-a")).toEqual(rectIn(before, "subnet-below-a"));
  });

  it("for one that was let go on another", () => {
    for (const [x, y] of [
      [32, 56],
      [300, 120],
      [384, 250],
      [60, 288],
    ] as const)
      expectTidy(makeRoom(before, placed(before, "subnet-b", x, y)));
  });

  it("and what had no place of its own stays where it is seen", () => {
    const { "subnet-b": _, ...places } = diagramOf(design(3)).layout.places;
    const after = { ...diagramOf(design(3)), layout: { places, groupColors: {} } };
    const roomy = makeRoom(before, after);
    expectTidy(roomy);
    expect(rectIn(roomy, "subnet-b").x).toBe(rectIn(after, "subnet-b").x);
  });
});
