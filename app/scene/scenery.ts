/** What a new arrow and its label have to keep clear of. Grows by one arrow at a time. */
import type { Point } from "../document/diagram";
import { bottomOf, rightOf } from "./geometry";
import type { Side } from "./outlines";
import { addTo, indexOf, type RectIndex } from "./rect-index";
import type { Rect } from "./scene";

/** Where an arrow ends: x (top, bottom) or y (left, right) on a side of something. */
export type Port = Readonly<{ end: string; side: Side; at: number }>;

export type Surroundings = Readonly<{
  /** Cards and outside ends: nothing may run over them. */
  solids: readonly Rect[];
  /** Names of hulls and titles of frames. */
  texts: readonly Rect[];
  /** Outlines that may be crossed, better not. */
  hulls: readonly Rect[];
  frames: readonly Rect[];
}>;

export type Scenery = Surroundings &
  Readonly<{
    solidIndex: RectIndex;
    textIndex: RectIndex;
    /** The sides of hulls and frames. */
    edgeIndex: RectIndex;
    /** Where lines pass solids closely: x and y coordinates, growing. */
    passesX: readonly number[];
    passesY: readonly number[];
    /** Arrows and their labels, as far as they have a place. */
    labelIndex: RectIndex;
    lineIndex: RectIndex;
    /** Ports of each thing that arrows end at. */
    ports: Map<string, Port[]>;
  }>;

const sidesOf = ({ x, y, width, height }: Rect): readonly Rect[] => [
  { x, y, width, height: 0 },
  { x, y: y + height, width, height: 0 },
  { x, y, width: 0, height },
  { x: x + width, y, width: 0, height },
];

/** How far from a solid a line passes it. */
const PASS = 24;

const growing = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].toSorted((a, b) => a - b);

/** A scenery without arrows. */
export const sceneryOf = (surroundings: Surroundings): Scenery => ({
  ...surroundings,
  solidIndex: indexOf(surroundings.solids),
  textIndex: indexOf(surroundings.texts),
  edgeIndex: indexOf([...surroundings.hulls, ...surroundings.frames].flatMap(sidesOf)),
  passesX: growing(surroundings.solids.flatMap((rect) => [rect.x - PASS, rightOf(rect) + PASS])),
  passesY: growing(surroundings.solids.flatMap((rect) => [rect.y - PASS, bottomOf(rect) + PASS])),
  labelIndex: new Map(),
  lineIndex: new Map(),
  ports: new Map(),
});

/** The stretches between the points of a line that runs along the axes, as rectangles without a width or a height. */
export const segmentsOf = (points: readonly Point[]): readonly Rect[] =>
  points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return {
      x: Math.min(point.x, before.x),
      y: Math.min(point.y, before.y),
      width: Math.abs(point.x - before.x),
      height: Math.abs(point.y - before.y),
    };
  });

/** Puts an arrow into the scenery, which only its maker holds. */
export const putArrow = (
  scenery: Scenery,
  arrow: Readonly<{ points: readonly Point[]; ports: readonly Port[] }>,
): void => {
  for (const segment of segmentsOf(arrow.points)) addTo(scenery.lineIndex, segment);
  for (const port of arrow.ports) {
    const there = scenery.ports.get(port.end);
    if (there === undefined) scenery.ports.set(port.end, [port]);
    else there.push(port);
  }
};

export const putLabel = (scenery: Scenery, label: Rect): void => addTo(scenery.labelIndex, label);

/** The same scenery for somebody who puts labels into it: those that are there, but a list of their own. */
export const withOwnLabels = (scenery: Scenery): Scenery => ({
  ...scenery,
  labelIndex: new Map([...scenery.labelIndex].map(([cell, labels]) => [cell, [...labels]])),
});
