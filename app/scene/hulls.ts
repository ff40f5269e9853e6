import type { Point } from "../document/diagram";
import { frameTextRects } from "./frame-titles";
import { bottomOf, grow, overlap, rightOf } from "./geometry";
import { type Members, membersOf } from "./hull-members";
import { hullShape } from "./hull-shapes";
import type { SceneLayout } from "./layout-of";
import { type Outline, outlinePath } from "./outlines";
import type { Hull, Rect, SceneOptions } from "./scene";
import { HULL_LABEL_HEIGHT, HULL_LABEL_PADDING } from "./sizes";
import { textWidth } from "./text-width";

/** A hull with what arrows need of it: whose it is and the outline they end at. */
export type GroupHull = Readonly<{ hull: Hull; members: Members; outline: Outline }>;

const STEP = 8;
const INSET = 16;
/** How far a name beside a corner reaches into it. */
const CORNER = 12;

/** Centres of pills of this width along a horizontal stretch, from left to right. */
const centersAlong = (left: number, right: number, y: number, width: number): readonly Point[] => {
  const from = left + INSET + width / 2;
  const count = Math.max(1, Math.floor((right - INSET - width / 2 - from) / STEP) + 1);
  return Array.from({ length: count }, (_, index) => ({ x: from + index * STEP, y }));
};

/** Along the upper edges, which run to the right, then along the lower ones; from the top down. */
const centersOnLoops = (loops: readonly (readonly Point[])[], width: number): readonly Point[] => {
  const edges = loops
    .flatMap((loop) => loop.map((from, index) => [from, loop[(index + 1) % loop.length] ?? from] as const))
    .filter(([from, to]) => from.y === to.y && Math.abs(to.x - from.x) >= width + 2 * INSET)
    .toSorted(([a, b], [c, d]) => Number(b.x < a.x) - Number(d.x < c.x) || a.y - c.y || a.x - c.x);
  return edges.flatMap(([from, to]) =>
    centersAlong(Math.min(from.x, to.x), Math.max(from.x, to.x), from.y, width),
  );
};

/**
 * Centres of a pill of this width on the outline, the best first: along the top, then along the bottom, then beside it at its
 * corners. The middles of its sides stay free, for arrows.
 */
const labelCenters = (outline: Outline, width: number): readonly Point[] => {
  if (outline.kind === "polygon") return centersOnLoops(outline.loops, width);
  const { bounds } = outline;
  const beside = [rightOf(bounds) + width / 2 - CORNER, bounds.x - width / 2 + CORNER];
  return [
    ...centersAlong(bounds.x, rightOf(bounds), bounds.y, width),
    ...centersAlong(bounds.x, rightOf(bounds), bottomOf(bounds), width),
    ...beside.flatMap((x) => [bounds.y, bottomOf(bounds)].map((y) => ({ x, y }))),
  ];
};

const pill = (center: Point, width: number): Rect => ({
  x: Math.round(center.x - width / 2),
  y: Math.round(center.y - HULL_LABEL_HEIGHT / 2),
  width,
  height: HULL_LABEL_HEIGHT,
});

/** The first free place on the outline; else the first above it that is free. */
const labelRect = (text: string, outline: Outline, taken: readonly Rect[]): Rect => {
  const width = textWidth(text) + 2 * HULL_LABEL_PADDING;
  const free = (rect: Rect): boolean => !taken.some((other) => overlap(grow(rect, 2), other));
  const rects = labelCenters(outline, width).map((center) => pill(center, width));
  const found = rects.find(free);
  if (found !== undefined) return found;
  let rect = pill({ x: outline.bounds.x + INSET + width / 2, y: outline.bounds.y }, width);
  while (!free(rect)) rect = { ...rect, y: rect.y - STEP };
  return rect;
};

const isShown = (hulls: SceneOptions["hulls"]): ((members: Members) => boolean) => {
  if (hulls === "all") return () => true;
  const shown = new Set<string>(hulls);
  return (members) => shown.has(members.chip.groupId);
};

const hullsIn = (layout: SceneLayout, shown: SceneOptions["hulls"]): readonly GroupHull[] => {
  const texts = layout.frames.flatMap(frameTextRects);
  const taken = [...texts, ...layout.cards.map(({ rect }) => rect)];
  const hulls = membersOf(layout)
    .filter(isShown(shown))
    .map((members): GroupHull => {
      const outline = hullShape(members, layout.cards, texts);
      const rect = labelRect(members.chip.name, outline, taken);
      taken.push(rect);
      const { chip, vpcId } = members;
      const hull: Hull = {
        groupId: chip.groupId,
        vpcId,
        path: outlinePath(outline),
        bounds: outline.bounds,
        color: chip.color,
        label: { text: chip.name, rect },
      };
      return { hull, members, outline };
    });
  return hulls.toReversed();
};

type Remembered = Readonly<{ shown: SceneOptions["hulls"]; hulls: readonly GroupHull[] }>;

/** The last hulls in each layout, for as long as the layout is held. */
const remembered = new WeakMap<SceneLayout, Remembered>();

/** The hulls that are to be drawn, outermost first. Their labels overlap neither each other nor cards nor titles. */
export const hullsOf = (layout: SceneLayout, shown: SceneOptions["hulls"]): readonly GroupHull[] => {
  const last = remembered.get(layout);
  if (last !== undefined && last.shown === shown) return last.hulls;
  const hulls = hullsIn(layout, shown);
  remembered.set(layout, { shown, hulls });
  return hulls;
};
