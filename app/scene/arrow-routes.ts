/** The ways of all arrows: each keeps clear of those before it. */
import type { Size } from "../document/diagram";
import { labelSize } from "./arrow-texts";
import { frameTitleRect } from "./frame-titles";
import type { GroupHull } from "./hulls";
import { spotNear } from "./labels";
import type { SceneLayout } from "./layout-of";
import { endsOfTiers } from "./regions";
import { type Effort, FULL_EFFORT, LITTLE_EFFORT, MUCH_EFFORT, type Route, routeBetween } from "./routing";
import { putArrow, putLabel, type Scenery, type Surroundings, sceneryOf } from "./scenery";
import { type Reach, type Wish, wishesOf } from "./wishes";

export type Routed = Readonly<{ wish: Wish; route: Route }>;

/** The scenery has all arrows in it, and the labels of those that are full by nature. */
export type Routes = Readonly<{ routed: readonly Routed[]; scenery: Scenery }>;

/** So many arrows, those whose turn is first, are worth a second effort: others would make a drag slow. */
const SECOND_EFFORTS = 16;

export const sizeOfLabel = ({ text, change }: Wish): Size => labelSize(text, change !== null);

const surroundingsOf = (layout: SceneLayout, hulls: readonly GroupHull[]): Surroundings => ({
  solids: [...layout.cards, ...layout.outsides].map(({ rect }) => rect),
  texts: [...layout.frames.map(frameTitleRect), ...hulls.map(({ hull }) => hull.label.rect)],
  hulls: hulls.map(({ hull }) => hull.bounds),
  frames: layout.frames.map(({ rect }) => rect),
});

const effortsFor = ({ thin }: Wish, turn: number): readonly Effort[] => {
  const efforts = thin ? [LITTLE_EFFORT, FULL_EFFORT] : [FULL_EFFORT, MUCH_EFFORT];
  return turn < SECOND_EFFORTS ? efforts : efforts.slice(0, 1);
};

const routeOf = (wish: Wish, turn: number, scenery: Scenery): readonly Routed[] => {
  const size = wish.thin ? null : sizeOfLabel(wish);
  const found = routeBetween(...wish.ends, size, scenery, effortsFor(wish, turn));
  if (found === null) return [];
  const label = size === null ? null : (found.label ?? spotNear(found.points, size, scenery));
  putArrow(scenery, found);
  if (label !== null) putLabel(scenery, label);
  return [{ wish, route: { ...found, label } }];
};

const routesIn = (layout: SceneLayout, hulls: readonly GroupHull[], reach: Reach): Routes => {
  const scenery = sceneryOf(surroundingsOf(layout, hulls));
  const ends = endsOfTiers(reach.tiers.values(), layout, hulls);
  const routed = wishesOf(reach, ends).flatMap((wish, turn) => routeOf(wish, turn, scenery));
  return { routed, scenery };
};

type Remembered = Readonly<{ hulls: readonly GroupHull[]; reach: Reach; routes: Routes }>;

/** The last routes in each layout, for as long as the layout is held: hovering and selecting change no ways. */
const remembered = new WeakMap<SceneLayout, Remembered>();

const isSame = (a: Reach, b: Reach): boolean =>
  a.tiers === b.tiers && a.tierPairs === b.tierPairs && a.delta === b.delta;

/** The ways of all arrows in this layout, around these hulls. Nobody may put anything into the scenery. */
export const routesOf = (layout: SceneLayout, hulls: readonly GroupHull[], reach: Reach): Routes => {
  const last = remembered.get(layout);
  if (last !== undefined && last.hulls === hulls && isSame(last.reach, reach)) return last.routes;
  const { tiers, tierPairs, delta } = reach;
  const routes = routesIn(layout, hulls, reach);
  remembered.set(layout, { hulls, reach: { tiers, tierPairs, delta }, routes });
  return routes;
};
