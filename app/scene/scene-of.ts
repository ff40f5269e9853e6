import type { Diagram } from "../document/diagram";
import { arrowsOf } from "./arrows";
import { grow, joinAll } from "./geometry";
import { hullsOf } from "./hulls";
import { layoutOf, moveLayout, type SceneLayout } from "./layout-of";
import type { Rect, Scene, SceneOptions } from "./scene";
import { SCENE_MARGIN } from "./sizes";
import type { Reach } from "./wishes";

export type SceneInput = Reach & Readonly<{ diagram: Diagram; options: SceneOptions }>;

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };
const NOTHING_MOVED: ReadonlyMap<string, Rect> = new Map();

/**
 * The scene of a layout made before by `layoutOf` from the same diagram. `moved` holds the absolute rectangles of what is
 * being dragged, by id: hulls and arrows follow them. Hovering and selecting move no arrow, so that is quick.
 */
export const sceneFrom = (
  layout: SceneLayout,
  input: SceneInput,
  moved: ReadonlyMap<string, Rect> = NOTHING_MOVED,
): Scene => {
  const now = moveLayout(layout, moved);
  const { frames, cards, outsides, gateways } = now;
  const hulls = hullsOf(now, input.options.hulls);
  const arrows = arrowsOf(now, hulls, input, input.options);
  const rects = [
    ...[...frames, ...cards, ...outsides, ...gateways].map(({ rect }) => rect),
    ...hulls.map(({ hull }) => hull.bounds),
    ...arrows.flatMap(({ bounds, label }) => (label === null ? [bounds] : [bounds, label.rect])),
  ];
  const bounds = grow(joinAll(rects) ?? NOWHERE, SCENE_MARGIN);
  return { frames, cards, outsides, gateways, hulls: hulls.map(({ hull }) => hull), arrows, bounds };
};

/** Everything that is drawn of a design, from what the design and its analysis say. */
export const sceneOf = (input: SceneInput): Scene => sceneFrom(layoutOf(input.diagram), input);
