/** One arrow for each pair of tiers with allowed traffic, and a ghost for each that was closed. */
import { type Routed, routesOf, sizeOfLabel } from "./arrow-routes";
import { boundsOfPoints, contains, grow, joinAll } from "./geometry";
import type { GroupHull } from "./hulls";
import { bestSpot, spotNear } from "./labels";
import type { SceneLayout } from "./layout-of";
import { roundedLine } from "./outlines";
import type { Arrow, Rect, SceneOptions } from "./scene";
import { putLabel, type Scenery, withOwnLabels } from "./scenery";
import { ARROW_RADIUS, SCENE_MARGIN } from "./sizes";
import type { Reach, Wish } from "./wishes";

const isFull = ({ id, thin, change }: Wish, { allPaths, labelled }: SceneOptions): boolean =>
  !thin || change !== null || allPaths || labelled.has(id);

type Placed = Readonly<{ text: string; rect: Rect }>;

/**
 * Thin arrows get their labels when all have their ways, so that a label appearing moves nothing. One that would stick out
 * of the drawing leaves common names out.
 */
const labelOf = (
  { wish, route, text }: Routed,
  full: boolean,
  scenery: Scenery,
  edge: Rect,
): Placed | null => {
  if (!full || route.label !== null) return route.label && { text, rect: route.label };
  const place = (words: string): Placed => {
    const size = sizeOfLabel(wish, words);
    const spot = bestSpot(route.points, size, scenery)?.rect ?? spotNear(route.points, size, scenery);
    return { text: words, rect: spot };
  };
  const whole = place(text);
  const label = contains(edge, whole.rect) ? whole : place(wish.text.brief);
  putLabel(scenery, label.rect);
  return label;
};

const arrowOf = (routed: Routed, full: boolean, scenery: Scenery, edge: Rect): Arrow => {
  const { id, from, to, fromName, toName, partial, change } = routed.wish;
  const { badge } = routed.wish.text;
  const { points } = routed.route;
  const label = labelOf(routed, full, scenery, edge);
  return {
    id,
    from,
    to,
    fromName,
    toName,
    points,
    path: roundedLine(points, ARROW_RADIUS),
    bounds: boundsOfPoints(points),
    label: label && { ...label, badge },
    weight: full ? "full" : "thin",
    partial,
    change,
  };
};

const edgeOf = ({ frames, cards, outsides, gateways }: SceneLayout): Rect =>
  grow(
    joinAll([...frames, ...cards, ...outsides, ...gateways].map(({ rect }) => rect)) ?? NOWHERE,
    SCENE_MARGIN,
  );

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** The arrows of a scene, in the order in which they are to be drawn: thin ones below. */
export const arrowsOf = (
  layout: SceneLayout,
  hulls: readonly GroupHull[],
  reach: Reach,
  options: SceneOptions,
): readonly Arrow[] => {
  const { routed, scenery } = routesOf(layout, hulls, reach);
  const own = withOwnLabels(scenery);
  const edge = edgeOf(layout);
  const arrows = routed.map((one) => arrowOf(one, isFull(one.wish, options), own, edge));
  return [
    ...arrows.filter(({ weight }) => weight === "thin"),
    ...arrows.filter(({ weight }) => weight === "full"),
  ];
};
