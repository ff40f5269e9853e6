/** The ways of all arrows: each keeps clear of those before it. */
import type { Size } from "../document/diagram";
import { labelSize } from "./arrow-texts";
import type { GroupHull } from "./hulls";
import { spotNear } from "./labels";
import type { SceneLayout } from "./layout-of";
import { endsOfTiers } from "./regions";
import { type Effort, FULL_EFFORT, LITTLE_EFFORT, MUCH_EFFORT, type Route, routeBetween } from "./routing";
import { putArrow, putLabel, type Scenery, sceneryOf } from "./scenery";
import { surroundingsOf } from "./surroundings";
import { type Reach, type Wish, wishesOf } from "./wishes";

/** `text` is what the label says in the room there is. */
export type Routed = Readonly<{ wish: Wish; route: Route; text: string }>;

/** The scenery has all arrows in it, and the labels of those that are full by nature. */
export type Routes = Readonly<{ routed: readonly Routed[]; scenery: Scenery }>;

/** So many arrows, those whose turn is first, are worth a second effort: others would make a drag slow. */
const SECOND_EFFORTS = 16;

/** A straighter way is worth leaving names out from here on. */
const WORTH_BRIEF = 60;

export const sizeOfLabel = ({ text: { badge }, change }: Wish, text: string): Size =>
  labelSize({ text, badge }, change !== null);

const effortsFor = ({ thin }: Wish, turn: number): readonly Effort[] => {
  const efforts = thin ? [LITTLE_EFFORT, MUCH_EFFORT] : [FULL_EFFORT, MUCH_EFFORT];
  return turn < SECOND_EFFORTS ? efforts : efforts.slice(0, 1);
};

const routeWith = (wish: Wish, text: string, turn: number, scenery: Scenery): Routed | null => {
  const size = wish.thin ? null : sizeOfLabel(wish, text);
  const route = routeBetween(...wish.ends, size, scenery, effortsFor(wish, turn));
  if (route === null || size === null) return route && { wish, route, text };
  const label = route.label ?? spotNear(route.points, size, scenery);
  return { wish, route: { ...route, label }, text };
};

/** The better one of the ways with the whole text and, where that is far from straight, with the brief one. */
const routeOf = (wish: Wish, turn: number, scenery: Scenery): Routed | null => {
  const { text, brief } = wish.text;
  const whole = routeWith(wish, text, turn, scenery);
  if (whole === null || wish.thin || text === brief || whole.route.excess < WORTH_BRIEF) return whole;
  const short = routeWith(wish, brief, turn, scenery);
  return short !== null && short.route.excess + WORTH_BRIEF < whole.route.excess ? short : whole;
};

const putRoute = (wish: Wish, turn: number, scenery: Scenery): readonly Routed[] => {
  const found = routeOf(wish, turn, scenery);
  if (found === null) return [];
  putArrow(scenery, found.route);
  if (found.route.label !== null) putLabel(scenery, found.route.label);
  return [found];
};

const routesIn = (layout: SceneLayout, hulls: readonly GroupHull[], reach: Reach): Routes => {
  const scenery = sceneryOf(surroundingsOf({ ...layout, hulls: hulls.map(({ hull }) => hull) }));
  const ends = endsOfTiers(reach.tiers.values(), layout, hulls);
  const routed = wishesOf(reach, ends).flatMap((wish, turn) => putRoute(wish, turn, scenery));
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
