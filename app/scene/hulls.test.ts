import { describe, expect, it } from "vitest";
import { frameTextRects } from "./frame-titles";
import { contains, overlap } from "./geometry";
import { type GroupHull, hullsOf } from "./hulls";
import { layoutOf, type SceneLayout } from "./layout-of";
import type { Outline } from "./outlines";
import type { Rect } from "./scene";
import { diagramOf } from "./testing/designs";
import { databaseGroup, scattered, threeTiers, webServer } from "./testing/examples";

const DESIGNS = Object.entries({ webServer, databaseGroup, threeTiers, scattered });

/** Whether a point is inside of the outline: an odd number of upright edges lies to its left. */
const holdsPoint = (outline: Outline, x: number, y: number): boolean => {
  if (outline.kind !== "polygon") return contains(outline.bounds, { x, y, width: 0, height: 0 });
  const edges = outline.loops.flatMap((loop) =>
    loop.map((a, index) => [a, loop[(index + 1) % loop.length] ?? a] as const),
  );
  const left = edges.filter(([a, b]) => a.x < x && a.y > y !== b.y > y);
  return left.length % 2 === 1;
};

const holdsRect = (outline: Outline, { x, y, width, height }: Rect): boolean =>
  [0.02, 0.5, 0.98].every((across) =>
    [0.02, 0.5, 0.98].every((down) => holdsPoint(outline, x + width * across, y + height * down)),
  );

const strangers = (layout: SceneLayout, { members }: GroupHull): readonly Rect[] =>
  layout.cards
    .filter((card) => !members.blocks.some((block) => block.cardId === card.id))
    .map(({ rect }) => rect);

describe.each(DESIGNS)("the hulls of %s", (_, spec) => {
  const layout = layoutOf(diagramOf(spec));
  const hulls = hullsOf(layout, "all");

  it("hold all their members", () => {
    for (const { outline, members } of hulls)
      for (const { rect } of members.blocks) expect(holdsRect(outline, rect), members.chip.name).toBe(true);
  });

  it("hold no card of others", () => {
    for (const hull of hulls)
      for (const card of strangers(layout, hull)) {
        const { x, y, width, height } = card;
        const inside = [0, 0.5, 1].some((share) =>
          holdsPoint(hull.outline, x + width * share, y + height * share),
        );
        expect(inside, hull.members.chip.name).toBe(false);
      }
  });

  it("have names that cover neither each other nor cards nor titles", () => {
    const names = hulls.map(({ hull }) => hull.label.rect);
    const things = [...layout.cards.map(({ rect }) => rect), ...layout.frames.flatMap(frameTextRects)];
    for (const [index, name] of names.entries())
      expect([...names.slice(index + 1), ...things].some((thing) => overlap(name, thing))).toBe(false);
  });

  it("stand on the grid of 4", () => {
    for (const { hull } of hulls)
      for (const value of Object.values(hull.bounds)) expect(Math.abs(value % 4)).toBe(0);
  });
});

describe("hulls", () => {
  it("of groups with the same members are nested, the default group's outside", () => {
    const hulls = hullsOf(layoutOf(diagramOf(databaseGroup)), "all");
    const boundsOf = (name: string) => hulls.find(({ hull }) => hull.label.text === name)?.hull.bounds;
    const [inner, outer] = [boundsOf("web-server"), boundsOf("default")];
    expect(inner !== undefined && outer !== undefined && contains(outer, inner)).toBe(true);
    expect(outer?.x).toBe((inner?.x ?? 0) - 16);
  });

  it("of one row of a card leave the card's other rows out", () => {
    const layout = layoutOf(diagramOf(scattered));
    const ssh = hullsOf(layout, "all").find(({ hull }) => hull.label.text === "ssh");
    const card = layout.cards.find(({ title }) => title === "app-1");
    const header = { x: (card?.rect.x ?? 0) + 8, y: card?.rect.y ?? 0 };
    expect(ssh && holdsPoint(ssh.outline, header.x, header.y + 8)).toBe(false);
  });

  it("are shown only for the groups asked for", () => {
    const layout = layoutOf(diagramOf(databaseGroup));
    expect(hullsOf(layout, []).length).toBe(0);
    expect(hullsOf(layout, ["sg-default"]).map(({ hull }) => hull.label.text)).toEqual(["default"]);
  });
});
