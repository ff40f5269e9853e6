/** What a new arrow and its label have to keep clear of. Grows by one arrow at a time. */
import type { Point } from "../document/diagram";
import type { Side } from "./outlines";
import type { Rect } from "./scene";

/** Where an arrow ends: x (top, bottom) or y (left, right) on a side of something. */
export type Port = Readonly<{ end: string; side: Side; at: number }>;

export type Scenery = Readonly<{
  /** Cards and outside ends: nothing may run over them. */
  solids: readonly Rect[];
  /** Names of hulls and titles of frames. */
  texts: readonly Rect[];
  /** Outlines that may be crossed, better not. */
  hulls: readonly Rect[];
  frames: readonly Rect[];
  /** Arrows and their labels, as far as they have a place. */
  labels: readonly Rect[];
  lines: readonly Rect[];
  ports: readonly Port[];
}>;

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

/** The scenery with an arrow more. */
export const withArrow = (
  scenery: Scenery,
  arrow: Readonly<{ points: readonly Point[]; ports: readonly Port[]; label: Rect | null }>,
): Scenery => ({
  ...scenery,
  lines: [...scenery.lines, ...segmentsOf(arrow.points)],
  ports: [...scenery.ports, ...arrow.ports],
  labels: arrow.label === null ? scenery.labels : [...scenery.labels, arrow.label],
});
