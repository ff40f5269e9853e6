import { describe, expect, it } from "vitest";
import { contains, grow, overlap } from "./geometry";
import { placeKey } from "./label-places";
import { labelsInView } from "./labels-in-view";
import type { Arrow, Rect, Scene } from "./scene";
import { sceneOf } from "./scene-of";
import { segmentsOf } from "./scenery";
import { databaseGroup, scattered, threeTiers } from "./testing/examples";
import { inputOf } from "./testing/inputs";

const sceneWithAllLabels = (spec: typeof threeTiers): Scene => {
  const input = inputOf(spec);
  return sceneOf({ ...input, options: { ...input.options, allPaths: true } });
};

/** Windows over a scene: its middle, halves and quarters, as somebody sees it who has zoomed in and panned. */
const windowsOf = ({ bounds: { x, y, width, height } }: Scene): readonly Rect[] =>
  [0.4, 0.6, 0.8].flatMap((share) =>
    [0, 0.5, 1].flatMap((right) =>
      [0, 0.5, 1].map((down) => ({
        x: x + width * (1 - share) * right,
        y: y + height * (1 - share) * down,
        width: width * share,
        height: height * share,
      })),
    ),
  );

const shown = (scene: Scene, view: Rect, tools: readonly Rect[] = []) => {
  const places = labelsInView(scene, view, tools);
  return scene.arrows.flatMap((arrow) => {
    const rect = arrow.label?.rect ?? view;
    return [{ arrow, own: rect, rect: places.get(placeKey(arrow.id, rect)) ?? rect }];
  });
};

const crosses = ({ points }: Arrow, area: Rect): boolean =>
  segmentsOf(points).some((segment) => overlap(grow(segment, 0.5), area));

describe.each(Object.entries({ threeTiers, databaseGroup, scattered }))("labels of %s", (_, spec) => {
  const scene = sceneWithAllLabels(spec);

  it("are never cut off at the edge, and are in view wherever some of their arrow is", () => {
    for (const view of windowsOf(scene))
      for (const { arrow, rect } of shown(scene, view)) {
        const isMeant = crosses(arrow, grow(view, -1)) || overlap(rect, view);
        expect(!isMeant || contains(view, rect), `${arrow.fromName} to ${arrow.toName}`).toBe(true);
      }
  });

  it("stay on their arrow's line or right beside it, and where they were if that is in view", () => {
    for (const view of windowsOf(scene))
      for (const { arrow, own, rect } of shown(scene, view)) {
        if (contains(view, own)) expect(rect).toEqual(own);
        else if (crosses(arrow, grow(view, -1))) expect(crosses(arrow, grow(rect, 150, 60))).toBe(true);
      }
  });
});

it("a label under the tools over the canvas comes out from under them", () => {
  const scene = sceneWithAllLabels(threeTiers);
  const label = scene.arrows.find(({ fromName, toName }) => fromName === "web" && toName === "app")?.label;
  const tool = grow(label?.rect ?? scene.bounds, 8);
  const found = shown(scene, scene.bounds, [tool]).map(({ rect }) => rect);
  expect(found.filter((rect) => overlap(rect, tool))).toEqual([]);
});

it("nothing moves while all labels are to be seen", () => {
  const scene = sceneWithAllLabels(threeTiers);
  expect(labelsInView(scene, scene.bounds, []).size).toBe(0);
});
