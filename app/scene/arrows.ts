/** One arrow for each pair of tiers with allowed traffic, and a ghost for each that was closed. */
import { type Routed, routesOf, sizeOfLabel } from "./arrow-routes";
import { boundsOfPoints } from "./geometry";
import type { GroupHull } from "./hulls";
import { bestSpot, spotNear } from "./labels";
import type { SceneLayout } from "./layout-of";
import { roundedLine } from "./outlines";
import type { Arrow, Rect, SceneOptions } from "./scene";
import { putLabel, type Scenery, withOwnLabels } from "./scenery";
import { ARROW_RADIUS } from "./sizes";
import type { Reach, Wish } from "./wishes";

const isFull = ({ id, thin, change }: Wish, { allPaths, labelled }: SceneOptions): boolean =>
  !thin || change !== null || allPaths || labelled.has(id);

/** Thin arrows get their labels when all have their ways, so that a label appearing moves nothing. */
const labelOf = ({ wish, route, text }: Routed, full: boolean, scenery: Scenery): Rect | null => {
  if (!full || route.label !== null) return route.label;
  const size = sizeOfLabel(wish, text);
  const label = bestSpot(route.points, size, scenery)?.rect ?? spotNear(route.points, size, scenery);
  putLabel(scenery, label);
  return label;
};

const arrowOf = (routed: Routed, full: boolean, scenery: Scenery): Arrow => {
  const { id, from, to, fromName, toName, partial, change } = routed.wish;
  const { badge } = routed.wish.text;
  const { points } = routed.route;
  const label = labelOf(routed, full, scenery);
  return {
    id,
    from,
    to,
    fromName,
    toName,
    path: roundedLine(points, ARROW_RADIUS),
    bounds: boundsOfPoints(points),
    label: label === null ? null : { text: routed.text, badge, rect: label },
    weight: full ? "full" : "thin",
    partial,
    change,
  };
};

/** The arrows of a scene, in the order in which they are to be drawn: thin ones below. */
export const arrowsOf = (
  layout: SceneLayout,
  hulls: readonly GroupHull[],
  reach: Reach,
  options: SceneOptions,
): readonly Arrow[] => {
  const { routed, scenery } = routesOf(layout, hulls, reach);
  const own = withOwnLabels(scenery);
  const arrows = routed.map((one) => arrowOf(one, isFull(one.wish, options), own));
  return [
    ...arrows.filter(({ weight }) => weight === "thin"),
    ...arrows.filter(({ weight }) => weight === "full"),
  ];
};
