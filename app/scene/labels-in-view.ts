/** Where labels stand that would be cut off at the edge of what is seen: on a part of their arrow that is in view. */
import type { Point } from "../document/diagram";
import { bottomOf, contains, grow, overlap, rightOf } from "./geometry";
import { type LabelPlaces, OWN_PLACES, placeKey } from "./label-places";
import { bestSpot, isFree, type Spot } from "./labels";
import type { Arrow, Rect, Scene } from "./scene";
import { putArrow, putLabel, type Scenery, sceneryOf, segmentsOf } from "./scenery";
import { surroundingsOf } from "./surroundings";

/** Between the places tried where no free one is right on the line. */
const STEP = 16;
/** Between a line and a label beside it. */
const ASIDE = 6;

/** The stretches of a line that lie in an area. */
const stretchesIn = (points: readonly Point[], area: Rect): readonly Rect[] =>
  segmentsOf(points).flatMap((segment) => {
    const x = Math.max(segment.x, area.x);
    const y = Math.max(segment.y, area.y);
    const width = Math.min(rightOf(segment), rightOf(area)) - x;
    const height = Math.min(bottomOf(segment), bottomOf(area)) - y;
    return width < 0 || height < 0 ? [] : [{ x, y, width, height }];
  });

const endsOf = ({ x, y, width, height }: Rect): readonly Point[] => [
  { x, y },
  { x: x + width, y: y + height },
];

const spotOnLine = (points: readonly Point[], label: Rect, view: Rect, scenery: Scenery): Rect | null => {
  const centers = grow(view, -label.width / 2, -label.height / 2);
  const spots = stretchesIn(points, centers).map((stretch) => bestSpot(endsOf(stretch), label, scenery));
  const best = spots.reduce<Spot | null>((a, b) => (a === null || (b && b.cost < a.cost) ? b : a), null);
  return best?.rect ?? null;
};

/** Shifted just so far that all of it is in the view. */
const shiftedInto = (rect: Rect, view: Rect): Rect => ({
  ...rect,
  x: Math.max(view.x, Math.min(rect.x, rightOf(view) - rect.width)),
  y: Math.max(view.y, Math.min(rect.y, bottomOf(view) - rect.height)),
});

/** Centres along what is to be seen of a line. */
const centersIn = (points: readonly Point[], view: Rect): readonly Point[] =>
  stretchesIn(points, view).flatMap(({ x, y, width, height }) => {
    const count = Math.ceil(Math.max(width, height) / STEP);
    return Array.from({ length: count + 1 }, (_, index): Point => {
      const share = count === 0 ? 0 : index / count;
      return { x: Math.round(x + width * share), y: Math.round(y + height * share) };
    });
  });

/**
 * Over the line, else just beside it, the free places first. Where nothing of the line is in view, neither is its label: one
 * that only sticks out is shifted.
 */
const spotBeside = (points: readonly Point[], label: Rect, view: Rect, scenery: Scenery): Rect | null => {
  const centers = centersIn(points, view);
  const aside: Point = { x: label.width / 2 + ASIDE, y: label.height / 2 + ASIDE };
  const ways: readonly Point[] = [
    { x: 0, y: 0 },
    { x: 0, y: -aside.y },
    { x: 0, y: aside.y },
    { x: -aside.x, y: 0 },
    { x: aside.x, y: 0 },
    { x: 0, y: -2 * aside.y },
    { x: 0, y: 2 * aside.y },
  ];
  const spots = ways.flatMap((by) =>
    centers.map(({ x, y }) =>
      shiftedInto({ ...label, x: x + by.x - label.width / 2, y: y + by.y - label.height / 2 }, view),
    ),
  );
  const free = spots.find((spot) => isFree(spot, scenery)) ?? spots[Math.floor(centers.length / 2)];
  return free ?? (overlap(label, view) ? shiftedInto(label, view) : null);
};

type Labelled = Readonly<{ arrow: Arrow; rect: Rect }>;

const labelledOf = ({ arrows }: Scene): readonly Labelled[] =>
  arrows.flatMap((arrow) => (arrow.label === null ? [] : [{ arrow, rect: arrow.label.rect }]));

const sceneryAround = (scene: Scene, tools: readonly Rect[], labels: readonly Labelled[]): Scenery => {
  const { solids, ...others } = surroundingsOf(scene);
  const scenery = sceneryOf({ ...others, solids: [...solids, ...tools] });
  for (const { points } of scene.arrows) putArrow(scenery, { points, ports: [] });
  for (const { rect } of labels) putLabel(scenery, rect);
  return scenery;
};

/**
 * Places for the labels that are not wholly in the view, or lie under one of the `tools` over it, while some of their arrow
 * is to be seen. On the line, else shifted inward beside it. All others stay where they are.
 */
export const labelsInView = (scene: Scene, view: Rect, tools: readonly Rect[]): LabelPlaces => {
  const isSeen = ({ rect }: Labelled): boolean =>
    contains(view, rect) && !tools.some((tool) => overlap(tool, rect));
  const labels = labelledOf(scene);
  const cut = labels.filter((label) => !isSeen(label));
  if (cut.length === 0) return OWN_PLACES;
  const scenery = sceneryAround(scene, tools, labels.filter(isSeen));
  const places = cut.flatMap(({ arrow, rect }) => {
    const place =
      spotOnLine(arrow.points, rect, view, scenery) ?? spotBeside(arrow.points, rect, view, scenery);
    if (place === null) return [];
    putLabel(scenery, place);
    return [[placeKey(arrow.id, rect), place] as const];
  });
  return new Map(places);
};
