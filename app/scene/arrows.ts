/** One arrow for each pair of tiers with allowed traffic, and a ghost for each that was closed. */
import type { PathDelta, Tier, TierId, TierPair, TierPairDelta } from "../../engine";
import type { Size } from "../document/diagram";
import { tierPairKey } from "../store/state";
import { type ArrowText, arrowText, ghostText, labelSize } from "./arrow-texts";
import { frameTitleRect } from "./frame-titles";
import { boundsOfPoints, centerOf } from "./geometry";
import type { GroupHull } from "./hulls";
import { bestSpot, spotNear } from "./labels";
import type { SceneLayout } from "./layout-of";
import { roundedLine } from "./outlines";
import { endsOfTiers, nearestEnds } from "./regions";
import { FULL_EFFORT, LITTLE_EFFORT, type Route, routeBetween } from "./routing";
import type { Arrow, Rect, SceneOptions } from "./scene";
import { putArrow, putLabel, type Scenery, type Surroundings, sceneryOf } from "./scenery";
import { ARROW_RADIUS } from "./sizes";
import { isThin } from "./thin";
import type { End } from "./ways";

export type ArrowsInput = Readonly<{
  tiers: ReadonlyMap<TierId, Tier>;
  tierPairs: ReadonlyMap<string, TierPair>;
  delta: PathDelta | null;
  options: SceneOptions;
}>;

/** An arrow before it has a way. `thin` is its nature; `weight` how it is drawn now. */
type Wish = Omit<Arrow, "path" | "bounds" | "label"> &
  Readonly<{ text: ArrowText; thin: boolean; ends: readonly [End, End] }>;

const changeOf = (pair: TierPair, delta: TierPairDelta | undefined): Arrow["change"] => {
  if (delta === undefined) return null;
  if (delta.opened > 0 && delta.opened >= pair.pairs) return "opened";
  return delta.opened + delta.widened > 0 ? "widened" : "narrowed";
};

type Ends = ReadonlyMap<TierId, readonly End[]>;

const endsFor = (ends: Ends, from: TierId, to: TierId): readonly [End, End] | null => {
  const starts = ends.get(from) ?? [];
  const [first] = starts;
  if (from === to) return first === undefined ? null : [first, first];
  return nearestEnds(starts, ends.get(to) ?? []);
};

const wishesOf = (input: ArrowsInput, ends: Ends): readonly Wish[] => {
  const { tiers, tierPairs, delta, options } = input;
  const deltas = new Map(delta?.tierPairs.map((one) => [tierPairKey(one.from, one.to), one]));
  const nameOf = (id: TierId): string => tiers.get(id)?.name ?? "";
  return [...tierPairs].flatMap(([id, pair]): readonly Wish[] => {
    const { from, to, partial } = pair;
    const found = endsFor(ends, from, to);
    if (found === null) return [];
    const thin = isThin(pair, tiers);
    const change = changeOf(pair, deltas.get(id));
    const full = !thin || change !== null || options.allPaths || options.labelled.has(id);
    const names = { fromName: nameOf(from), toName: nameOf(to) };
    const looks = { partial, change, weight: full ? "full" : "thin" } as const;
    return [{ id, from, to, ...names, ...looks, text: arrowText(pair), thin, ends: found }];
  });
};

/** Pairs that are gone altogether. Those of tiers that are gone too have no place any more. */
const ghostsOf = ({ tierPairs, delta }: ArrowsInput, ends: Ends): readonly Wish[] =>
  (delta?.tierPairs ?? []).flatMap((one): readonly Wish[] => {
    const { from, to, fromName, toName, removed } = one;
    const id = tierPairKey(from, to);
    const found = endsFor(ends, from, to);
    if (tierPairs.has(id) || one.closed === 0 || found === null) return [];
    const looks = { partial: null, change: "closed", weight: "full" } as const;
    return [{ id, from, to, fromName, toName, ...looks, text: ghostText(removed), thin: false, ends: found }];
  });

const distance = ({ ends: [a, b] }: Wish): number => {
  const from = centerOf(a.outline.bounds);
  const to = centerOf(b.outline.bounds);
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
};

/**
 * Who chooses a way first: full before thin and near before far. Ghosts come last; nothing here depends on what is hovered
 * or selected, so that arrows stay where they are.
 */
const byTurn = (a: Wish, b: Wish): number =>
  Number(a.change === "closed") - Number(b.change === "closed") ||
  Number(a.thin) - Number(b.thin) ||
  distance(a) - distance(b) ||
  (a.id < b.id ? -1 : 1);

const surroundingsOf = (layout: SceneLayout, hulls: readonly GroupHull[]): Surroundings => ({
  solids: [...layout.cards, ...layout.outsides].map(({ rect }) => rect),
  texts: [...layout.frames.map(frameTitleRect), ...hulls.map(({ hull }) => hull.label.rect)],
  hulls: hulls.map(({ hull }) => hull.bounds),
  frames: layout.frames.map(({ rect }) => rect),
});

type Routed = Readonly<{ wish: Wish; route: Route; label: Rect | null }>;

const sizeOf = (wish: Wish): Size => labelSize(wish.text, wish.change !== null);

const routed = (wish: Wish, scenery: Scenery): readonly Routed[] => {
  const size = wish.thin ? null : sizeOf(wish);
  const route = routeBetween(...wish.ends, size, scenery, wish.thin ? LITTLE_EFFORT : FULL_EFFORT);
  if (route === null) return [];
  const label = size === null ? null : (route.label ?? spotNear(route.points, size, scenery));
  putArrow(scenery, route);
  if (label !== null) putLabel(scenery, label);
  return [{ wish, route, label }];
};

/** Thin arrows get their labels when all have their ways, so that a label appearing moves nothing. */
const labelled = (one: Routed, scenery: Scenery): Routed => {
  const { wish, route } = one;
  if (!wish.thin || wish.weight === "thin") return one;
  const size = sizeOf(wish);
  const label = bestSpot(route.points, size, scenery)?.rect ?? spotNear(route.points, size, scenery);
  putLabel(scenery, label);
  return { ...one, label };
};

const arrowOf = ({ wish, route, label }: Routed): Arrow => {
  const { text, thin: _thin, ends: _ends, ...arrow } = wish;
  return {
    ...arrow,
    path: roundedLine(route.points, ARROW_RADIUS),
    bounds: boundsOfPoints(route.points),
    label: label === null ? null : { ...text, rect: label },
  };
};

/** The arrows of a scene, in the order they are to be drawn: thin ones below. */
export const arrowsOf = (
  layout: SceneLayout,
  hulls: readonly GroupHull[],
  input: ArrowsInput,
): readonly Arrow[] => {
  const ends = endsOfTiers(input.tiers.values(), layout, hulls);
  const wishes = [...wishesOf(input, ends), ...ghostsOf(input, ends)].toSorted(byTurn);
  const scenery = sceneryOf(surroundingsOf(layout, hulls));
  const all = wishes.flatMap((wish) => routed(wish, scenery));
  return all
    .map((one) => labelled(one, scenery))
    .map(arrowOf)
    .toReversed();
};
