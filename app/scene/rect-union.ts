/** The outline of several rectangles together. */
import type { Point } from "../document/diagram";
import { bottomOf, rightOf } from "./geometry";
import type { Rect } from "./scene";

/** Directions of travel, clockwise: right, down, left, up. */
type Heading = 0 | 1 | 2 | 3;
type Edge = Readonly<{ from: Point; to: Point; heading: Heading }>;

const sortedOnce = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].toSorted((a, b) => a - b);

/** The cells between all edges of the rectangles, and which of them are covered. */
const gridOf = (rects: readonly Rect[]) => {
  const xs = sortedOnce(rects.flatMap((rect) => [rect.x, rightOf(rect)]));
  const ys = sortedOnce(rects.flatMap((rect) => [rect.y, bottomOf(rect)]));
  const cells = ys.slice(0, -1).flatMap((_, row) => xs.slice(0, -1).map((__, column) => ({ column, row })));
  const corner = (column: number, row: number): Point => ({ x: xs[column] ?? 0, y: ys[row] ?? 0 });
  const covered = (column: number, row: number): boolean => {
    if (column < 0 || row < 0 || column >= xs.length - 1 || row >= ys.length - 1) return false;
    const { x, y } = corner(column, row);
    return rects.some((rect) => rect.x <= x && x < rightOf(rect) && rect.y <= y && y < bottomOf(rect));
  };
  return { cells, corner, covered };
};

/** The sides of covered cells that face uncovered ones, so directed that what is covered lies to the right. */
const boundary = (rects: readonly Rect[]): readonly Edge[] => {
  const { cells, corner, covered } = gridOf(rects);
  return cells
    .filter(({ column, row }) => covered(column, row))
    .flatMap(({ column, row }) => {
      const a = corner(column, row);
      const b = corner(column + 1, row);
      const c = corner(column + 1, row + 1);
      const d = corner(column, row + 1);
      const sides: readonly (Edge | false)[] = [
        !covered(column, row - 1) && { from: a, to: b, heading: 0 },
        !covered(column + 1, row) && { from: b, to: c, heading: 1 },
        !covered(column, row + 1) && { from: c, to: d, heading: 2 },
        !covered(column - 1, row) && { from: d, to: a, heading: 3 },
      ];
      return sides.filter((side) => side !== false);
    });
};

const keyOf = ({ x, y }: Point): string => `${x} ${y}`;

/** Right first, so that cells that touch at a corner only are separate. */
const rightness = (from: Heading, to: Heading): number => (to - from + 4 + 3) % 4;

const nextEdge = (edge: Edge, starting: Map<string, Edge[]>): Edge | undefined => {
  const open = starting.get(keyOf(edge.to)) ?? [];
  const [next] = open.toSorted(
    (a, b) => rightness(b.heading, edge.heading) - rightness(a.heading, edge.heading),
  );
  if (next !== undefined) open.splice(open.indexOf(next), 1);
  return next;
};

/** The corners of the edges from here round: where the heading changes. */
const loopFrom = (start: Edge, starting: Map<string, Edge[]>): readonly Point[] => {
  const edges: Edge[] = [];
  for (let edge: Edge | undefined = start; edge !== undefined; edge = nextEdge(edge, starting))
    edges.push(edge);
  return edges.flatMap((edge, index) => {
    const before = edges.at(index - 1);
    return before !== undefined && before.heading === edge.heading ? [] : [edge.from];
  });
};

/**
 * The outlines of what the rectangles cover, as corners in order: outer ones clockwise, holes the other way round, the
 * upper left one first.
 */
export const outlinesOfUnion = (rects: readonly Rect[]): readonly (readonly Point[])[] => {
  const edges = boundary(rects);
  const starting = new Map<string, Edge[]>();
  for (const edge of edges) {
    const open = starting.get(keyOf(edge.from)) ?? [];
    open.push(edge);
    starting.set(keyOf(edge.from), open);
  }
  const loops: (readonly Point[])[] = [];
  for (const edge of edges) {
    const open = starting.get(keyOf(edge.from)) ?? [];
    if (!open.includes(edge)) continue;
    open.splice(open.indexOf(edge), 1);
    loops.push(loopFrom(edge, starting));
  }
  return loops;
};
