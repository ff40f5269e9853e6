import ELK from "elkjs/lib/elk.bundled.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "./arrange";
import { contains, overlap } from "./geometry";
import { layoutOf, type SceneLayout } from "./layout-of";
import type { DesignSpec } from "./testing/designs";
import { databaseGroup, scattered, threeTiers, webServer } from "./testing/examples";
import { inputOf } from "./testing/inputs";
import { WHOLE_DIAGRAM } from "./testing/whole-vpc";

const elk = new ELK();

const arranged = async (spec: DesignSpec): Promise<SceneLayout> => {
  const input = inputOf(spec);
  const places = await arrange(input.diagram, elk, input);
  return layoutOf({ ...input.diagram, layout: { ...input.diagram.layout, places } });
};

const overlaps = (layout: SceneLayout): readonly string[] => {
  const boxes = [
    ...layout.frames,
    ...layout.cards,
    ...layout.outsides.map((one) => ({ ...one, parentId: null })),
  ];
  const rects = new Map(boxes.map(({ id, rect }) => [id, rect]));
  return boxes.flatMap((box, index) => {
    const siblings = boxes.slice(index + 1).filter((other) => other.parentId === box.parentId);
    const hit = siblings
      .filter((other) => overlap(box.rect, other.rect))
      .map((other) => `${box.id} / ${other.id}`);
    const parent = rects.get(box.parentId ?? "");
    return parent === undefined || contains(parent, box.rect) ? hit : [...hit, `${box.id} sticks out`];
  });
};

const GROUPS = ["default", "a", "b", "c"];
const card = fc.record({
  groups: fc.array(fc.uniqueArray(fc.constantFrom(...GROUPS), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 2,
  }),
});
const subnet = fc.record({
  public: fc.boolean(),
  zone: fc.constantFrom("us-east-1a", "us-east-1b", "us-east-1c"),
  cards: fc.array(card, { maxLength: 6 }),
});
const pairOf = fc.record({ from: fc.nat(9), to: fc.nat(9) });

const design = fc
  .record({
    subnets: fc.array(subnet, { maxLength: 7 }),
    pairs: fc.array(pairOf, { maxLength: 8 }),
    outside: fc.boolean(),
  })
  .map(({ subnets, pairs, outside }): DesignSpec => {
    const named = subnets.map((one, s) => ({
      ...one,
      name: `s${s}`,
      cards: one.cards.map((of, c) => ({ ...of, name: `c${s}-${c}` })),
    }));
    const tiers = [
      ...new Set(
        named.flatMap((one) => one.cards.flatMap((of) => of.groups.map((groups) => groups.join("+")))),
      ),
    ];
    const ends = outside ? ["internet", "Office", ...tiers] : tiers;
    const at = (index: number): string => ends[index % Math.max(1, ends.length)] ?? "a";
    return {
      name: "random",
      groups: GROUPS,
      subnets: named,
      ...(outside
        ? { internetAt: [0, 0] as const, ranges: [{ name: "Office", cidr: "203.0.113.0/24" }] }
        : {}),
      pairs:
        ends.length === 0 ? [] : pairs.map(({ from, to }) => ({ from: at(from), to: at(to), tcp: [80] })),
    };
  });

describe("an arranged design", () => {
  it("has no overlaps, nothing that sticks out, and stands on the grid of 4", async () => {
    await fc.assert(
      fc.asyncProperty(design, async (spec) => {
        const layout = await arranged(spec);
        expect(overlaps(layout)).toEqual([]);
        for (const { rect } of [...layout.frames, ...layout.cards, ...layout.outsides])
          expect([rect.x % 4, rect.y % 4].map(Math.abs)).toEqual([0, 0]);
      }),
      { numRuns: 40 },
    );
  });

  it.each(Object.entries({ webServer, databaseGroup, threeTiers, scattered }))(
    "is the same every time: %s",
    async (_, spec) => {
      expect(await arranged(spec)).toEqual(await arranged(spec));
    },
  );

  it("puts public subnets above private ones, and each tier below the one that it serves", async () => {
    const { frames } = await arranged(threeTiers);
    const top = (name: string): number => frames.find(({ title }) => title === name)?.rect.y ?? Number.NaN;
    expect(top("public-a")).toBe(top("public-b"));
    expect(top("public-a")).toBeLessThan(top("app"));
    expect(top("app")).toBeLessThan(top("data"));
  });

  it("puts outside ends at the left, level with what they reach", async () => {
    const { frames, outsides, cards } = await arranged(threeTiers);
    const left = frames.find(({ kind }) => kind === "vpc")?.rect.x ?? 0;
    expect(outsides.every(({ rect }) => rect.x + rect.width < left)).toBe(true);
    const web = cards.find(({ title }) => title === "web-1")?.rect;
    const internet = outsides.find(({ kind }) => kind === "internet")?.rect;
    const apart = (internet?.y ?? 0) + 42 - (web?.y ?? 0) - (web?.height ?? 0) / 2;
    expect(Math.abs(apart)).toBeLessThanOrEqual(4);
  });

  it("follows group references while nothing is analysed", async () => {
    const { diagram } = inputOf(threeTiers);
    const places = await arrange(diagram, elk);
    expect(Object.keys(places).toSorted()).toEqual(Object.keys(diagram.layout.places).toSorted());
  });

  it("has gateways, services and transit gateways in their places too", async () => {
    const places = await arrange(WHOLE_DIAGRAM, elk);
    const layout = layoutOf({ ...WHOLE_DIAGRAM, layout: { ...WHOLE_DIAGRAM.layout, places } });
    expect(overlaps(layout)).toEqual([]);
    const right = Math.max(...layout.frames.map(({ rect }) => rect.x + rect.width));
    expect(places["tgw-hub"]?.x).toBeGreaterThan(right);
    expect(places["nat-n1"]?.y).toBeGreaterThan(places["lb-alb"]?.y ?? 0);
    expect(places["subnet-pub"]?.y).toBeLessThan(places["subnet-priv"]?.y ?? 0);
  });
});
