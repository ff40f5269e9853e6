import { describe, expect, it } from "vitest";
import { NO_DELTA, type PathDelta, type TierId } from "../../engine";
import type { Point } from "../document/diagram";
import { tierPairKey } from "../store/state";
import { routesOf } from "./arrow-routes";
import { frameTextRects } from "./frame-titles";
import { grow, moveBy, overlap } from "./geometry";
import { hullsOf } from "./hulls";
import { layoutOf, type SceneLayout } from "./layout-of";
import type { Rect, Scene } from "./scene";
import { type SceneInput, sceneFrom, sceneOf } from "./scene-of";
import { segmentsOf } from "./scenery";
import { databaseGroup, scattered, threeTiers, webServer } from "./testing/examples";
import { inputOf, tcp } from "./testing/inputs";
import { cornersOf, distanceToBorder } from "./testing/paths";

const DESIGNS = { webServer, databaseGroup, threeTiers, scattered };
const designs = Object.entries(DESIGNS);

const withOptions = (input: SceneInput, options: Partial<SceneInput["options"]>): SceneInput => ({
  ...input,
  options: { ...input.options, ...options },
});

const arrowLabels = (scene: Scene): readonly Rect[] =>
  scene.arrows.flatMap(({ label }) => (label === null ? [] : [label.rect]));

const fixedThings = (scene: Scene): readonly Rect[] => [
  ...scene.cards.map(({ rect }) => rect),
  ...scene.outsides.map(({ rect }) => rect),
  ...scene.frames.flatMap(frameTextRects),
  ...scene.hulls.map(({ label }) => label.rect),
];

const toDisc =
  ({ x, y, width }: Rect) =>
  (point: Point): number =>
    Math.abs(Math.hypot(point.x - x - width / 2, point.y - y - width / 2) - width / 2);

/** The distance of a point from each outline that an arrow may end at. */
const bordersOf = (layout: SceneLayout): readonly ((point: Point) => number)[] => {
  const toRect = (rect: Rect) => (point: Point) => distanceToBorder(point, rect);
  const rows = layout.cards.flatMap(({ rect: card, rows: all }) =>
    all.map(({ rect }) => moveBy(rect, card.x, card.y)),
  );
  const edges = hullsOf(layout, "all").flatMap(({ outline }) =>
    outline.kind === "polygon"
      ? outline.loops.flatMap((loop) => segmentsOf([...loop, ...loop.slice(0, 1)]))
      : [outline.bounds],
  );
  const rects = [...rows, ...edges, ...[...layout.cards, ...layout.outsides].map(({ rect }) => rect)];
  const discs = layout.outsides.filter(({ kind }) => kind === "internet");
  return [...rects.map(toRect), ...discs.map(({ rect }) => toDisc(rect))];
};

describe.each(designs)("the scene of %s", (_, spec) => {
  it("lets no label of an arrow cover another, a card, a title or a group's name, all paths shown", () => {
    const scene = sceneOf(withOptions(inputOf(spec), { allPaths: true }));
    const labels = arrowLabels(scene);
    expect(labels).toHaveLength(scene.arrows.length);
    const things = fixedThings(scene);
    const covered = labels.filter(
      (label, index) =>
        labels.slice(index + 1).some((other) => overlap(label, other)) ||
        things.some((thing) => overlap(label, thing)),
    );
    expect(covered).toEqual([]);
  });

  it("ends every arrow on the outline of a hull, a card, a row or an outside end", () => {
    const input = inputOf(spec);
    const layout = layoutOf(input.diagram);
    const scene = sceneFrom(layout, input);
    const borders = bordersOf(layout);
    for (const { id, path } of scene.arrows)
      for (const end of [cornersOf(path).at(0), cornersOf(path).at(-1)]) {
        const point = end ?? { x: Number.NaN, y: Number.NaN };
        expect(Math.min(...borders.map((distanceTo) => distanceTo(point))), id).toBeLessThan(1);
      }
  });

  it("leads no arrow through a card", () => {
    const scene = sceneOf(inputOf(spec));
    const through = scene.arrows.filter(({ path }) =>
      segmentsOf(cornersOf(path)).some((segment) =>
        scene.cards.some(({ rect }) => overlap(grow(rect, -1), grow(segment, 0.1))),
      ),
    );
    expect(through.map(({ id }) => id)).toEqual([]);
  });

  it("is the same whenever it is made", () => {
    expect(sceneOf(inputOf(spec))).toEqual(sceneOf(inputOf(spec)));
  });

  it("moves no arrow when one is hovered", () => {
    const input = inputOf(spec);
    const layout = layoutOf(input.diagram);
    const before = sceneFrom(layout, input);
    const thin = before.arrows.find(({ weight }) => weight === "thin");
    const after = sceneFrom(layout, withOptions(input, { labelled: new Set([thin?.id ?? ""]) }));
    const paths = (scene: Scene) => new Map(scene.arrows.map(({ id, path }) => [id, path]));
    expect(paths(after)).toEqual(paths(before));
    expect(after.arrows.find(({ id }) => id === thin?.id)?.label ?? null).not.toBeNull();
    expect(sceneFrom(layout, withOptions(input, { labelled: new Set([thin?.id ?? ""]) }))).toEqual(after);
    expect(sceneFrom(layout, input)).toEqual(before);
  });

  it("holds everything within its bounds", () => {
    const { bounds, arrows, frames } = sceneOf(inputOf(spec));
    const all = [...frames.map(({ rect }) => rect), ...arrows.map((arrow) => arrow.bounds)];
    expect(all.every(({ x, y }) => x > bounds.x && y > bounds.y)).toBe(true);
  });
});

describe("arrows", () => {
  it("are not led anew while only the pointer moves", () => {
    const input = inputOf(threeTiers);
    const layout = layoutOf(input.diagram);
    const hulls = hullsOf(layout, "all");
    expect(routesOf(layout, hullsOf(layout, "all"), input)).toBe(routesOf(layout, hulls, { ...input }));
    expect(routesOf(layout, hulls, { ...input, tierPairs: new Map() }).routed).toEqual([]);
  });

  const arrowOf = (scene: Scene, from: string, to: string) =>
    scene.arrows.find((arrow) => arrow.fromName === from && arrow.toName === to);

  it("are thin and unlabelled to the Internet, and for inside users of an any-address rule", () => {
    const scene = sceneOf(inputOf(threeTiers));
    expect(arrowOf(scene, "web", "Internet")).toMatchObject({ weight: "thin", label: null });
    expect(arrowOf(scene, "app", "web")).toMatchObject({ weight: "thin", label: null });
    expect(arrowOf(scene, "Internet", "web")?.weight).toBe("full");
    expect(arrowOf(scene, "web", "app")?.label?.text).toBe("TCP 8080");
  });

  it("say what a range may beyond the Internet", () => {
    expect(arrowOf(sceneOf(inputOf(threeTiers)), "Admin", "web")?.label?.text).toBe(
      "TCP 22, and as Internet",
    );
  });

  it("tell how many pairs, or that only some addresses, share a path", () => {
    const scene = sceneOf(inputOf(scattered));
    expect(arrowOf(scene, "app", "database + default")?.label?.badge).toBe("2 of 4");
    expect(arrowOf(scene, "Internet", "ssh")?.label?.badge).toBe("some addresses");
  });

  it("run apart in both directions, and a tier's own ends where it starts: at its hull", () => {
    const scene = sceneOf(inputOf(scattered));
    const there = arrowOf(scene, "web + default", "database + default");
    const back = arrowOf(scene, "database + default", "web + default");
    expect(there?.path).not.toBe(back?.path);
    const loop = arrowOf(scene, "app", "app");
    expect(loop?.label?.text).toBe("TCP 7000");
  });

  it("are marked where a change opened or widened them, and are ghosts where it closed them", () => {
    const input = inputOf(threeTiers);
    const tier = (name: string) => `vpc-1 sg-${name}` as TierId;
    const none = { opened: 0, closed: 0, widened: 0, narrowed: 0, added: [], removed: [] };
    const between = (from: string, to: string) => ({
      ...none,
      from: tier(from),
      to: tier(to),
      fromName: from,
      toName: to,
    });
    const delta: PathDelta = {
      ...NO_DELTA,
      tierPairs: [
        { ...between("web", "app"), opened: 4 },
        { ...between("app", "database"), widened: 1 },
        { ...between("web", "database"), closed: 2, removed: tcp([5432]) },
      ],
    };
    const scene = sceneOf({ ...input, delta });
    expect(arrowOf(scene, "web", "app")?.change).toBe("opened");
    expect(arrowOf(scene, "app", "database")?.change).toBe("widened");
    const ghost = scene.arrows.find(({ id }) => id === tierPairKey(tier("web"), tier("database")));
    expect(ghost).toMatchObject({ change: "closed", weight: "full" });
    expect(ghost?.label?.text).toBe("TCP 5432 · PostgreSQL");
  });
});
