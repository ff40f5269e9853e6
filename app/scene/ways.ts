/** All ways that an arrow could run: straight, with one bend, or with two. Which one is best is decided in routing.ts. */
import type { Point } from "../document/diagram";
import { bottomOf, centerOf, rightOf, snap } from "./geometry";
import { edgePoint, isVertical, type Outline, type Side, sideSpan } from "./outlines";
import type { Rect } from "./scene";
import type { Port } from "./scenery";
import { ARROW_LANE } from "./sizes";

/** Something that an arrow can start or end at. */
export type End = Readonly<{ id: string; outline: Outline }>;

/** `cost` holds what can be told from the way alone: its length, its bends, how far from the middles it ends. */
export type Way = Readonly<{ points: readonly Point[]; ports: readonly [Port, Port]; cost: number }>;

const BEND = 40;
/** Two bends this close together look like a mistake. */
const JOG = 120;
const OFF_CENTER = 1.2;
/** Room before an end, for the arrow's head. */
const STUB = 24;

const SIDES: readonly Side[] = ["right", "bottom", "left", "top"];
const LANES = [0, 1, -1, 2, -2, 3, -3, 4, -4, 6, -6].map((lane) => lane * ARROW_LANE);
const FEW_LANES = LANES.slice(0, 5);
const OPPOSITE: Readonly<Record<Side, Side>> = { top: "bottom", bottom: "top", left: "right", right: "left" };

const edgeOf = ({ bounds }: Outline, side: Side): number =>
  side === "top"
    ? bounds.y
    : side === "bottom"
      ? bottomOf(bounds)
      : side === "left"
        ? bounds.x
        : rightOf(bounds);

/** +1 where the side looks towards growing coordinates. */
const outwards = (side: Side): 1 | -1 => (side === "right" || side === "bottom" ? 1 : -1);

const middleOf = (outline: Outline, side: Side): number => {
  const { low, high } = sideSpan(outline, side);
  return (low + high) / 2;
};

/** Lanes around a middle, inside of the span, the middle first. */
const lanesIn = (
  low: number,
  high: number,
  lanes: readonly number[],
  middle = Math.round((low + high) / 2),
): readonly number[] => {
  return [...new Set(lanes.map((lane) => middle + lane))].filter((at) => at >= low && at <= high);
};

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => {
    const before = points[index - 1] ?? point;
    return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  }, 0);

const wayOf = (
  from: End,
  to: End,
  ports: readonly [Port, Port],
  bends: readonly Point[],
  off: number,
): Way => {
  const [start, end] = ports;
  const points = [
    edgePoint(from.outline, start.side, start.at),
    ...bends,
    edgePoint(to.outline, end.side, end.at),
  ];
  return { points, ports, cost: lengthOf(points) + bends.length * BEND + off * OFF_CENTER };
};

const offMiddle = (from: End, to: End, [start, end]: readonly [Port, Port]): number =>
  Math.abs(start.at - middleOf(from.outline, start.side)) + Math.abs(end.at - middleOf(to.outline, end.side));

const port = (end: End, side: Side, at: number): Port => ({ end: end.id, side, at });

const point = (vertical: boolean, along: number, across: number): Point =>
  vertical ? { x: across, y: along } : { x: along, y: across };

/** Straight across, best at the middle of the smaller of the two sides. */
function* straightWays(from: End, to: End, side: Side): Generator<Way> {
  const opposite = OPPOSITE[side];
  const distance = (edgeOf(to.outline, opposite) - edgeOf(from.outline, side)) * outwards(side);
  if (distance < STUB) return;
  const a = sideSpan(from.outline, side);
  const b = sideSpan(to.outline, opposite);
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const small = a.high - a.low < b.high - b.low ? a : b;
  const middle = Math.round(Math.min(high, Math.max(low, (small.low + small.high) / 2)));
  for (const at of lanesIn(low, high, LANES, middle))
    yield wayOf(from, to, [port(from, side, at), port(to, opposite, at)], [], Math.abs(at - middle) / 4);
}

/** One bend: out of one side, into a side that looks across. */
function* bentWays(from: End, to: End, side: Side, into: Side): Generator<Way> {
  const a = sideSpan(from.outline, side);
  const b = sideSpan(to.outline, into);
  for (const start of lanesIn(a.low, a.high, FEW_LANES))
    for (const end of lanesIn(b.low, b.high, FEW_LANES)) {
      const leaves = (end - edgeOf(from.outline, side)) * outwards(side) >= STUB;
      const enters = (start - edgeOf(to.outline, into)) * outwards(into) >= STUB;
      if (!leaves || !enters) continue;
      const ports = [port(from, side, start), port(to, into, end)] as const;
      yield wayOf(from, to, ports, [point(isVertical(side), end, start)], offMiddle(from, to, ports));
    }
}

/** Two bends through a channel that runs along both sides. */
function* channelWays(
  from: End,
  to: End,
  side: Side,
  into: Side,
  channels: readonly number[],
): Generator<Way> {
  const a = sideSpan(from.outline, side);
  const b = sideSpan(to.outline, into);
  const vertical = isVertical(side);
  const open = channels.filter(
    (at) =>
      (at - edgeOf(from.outline, side)) * outwards(side) >= STUB &&
      (at - edgeOf(to.outline, into)) * outwards(into) >= STUB,
  );
  for (const start of lanesIn(a.low, a.high, FEW_LANES))
    for (const end of lanesIn(b.low, b.high, FEW_LANES)) {
      if (start === end) continue;
      const jog = Math.abs(start - end) < ARROW_LANE ? JOG : 0;
      for (const at of open) {
        const bends = [point(vertical, at, start), point(vertical, at, end)];
        const ports = [port(from, side, start), port(to, into, end)] as const;
        const way = wayOf(from, to, ports, bends, offMiddle(from, to, ports));
        yield { ...way, cost: way.cost + jog };
      }
    }
}

/** Where channels may run: between the two, beyond both, and along what stands in the way. */
const channelsFor = (
  from: End,
  to: End,
  side: Side,
  into: Side,
  solids: readonly Rect[],
): readonly number[] => {
  const edges = [edgeOf(from.outline, side), edgeOf(to.outline, into)];
  const base =
    side === into
      ? (outwards(side) > 0 ? Math.max(...edges) : Math.min(...edges)) + outwards(side) * (STUB + 4)
      : ((edges[0] ?? 0) + (edges[1] ?? 0)) / 2;
  const beside = solids.flatMap((rect) =>
    isVertical(side) ? [rect.y - STUB, bottomOf(rect) + STUB] : [rect.x - STUB, rightOf(rect) + STUB],
  );
  const nearest = [...new Set(beside)].toSorted((p, q) => Math.abs(p - base) - Math.abs(q - base) || p - q);
  const lanes = FEW_LANES.map((lane) => snap(base) + lane);
  return [...new Set([...lanes, ...nearest.slice(0, 6)])];
};

/** Every way from one end to the other, in no order. `solids` only suggest where channels may run. */
export function* waysBetween(from: End, to: End, solids: readonly Rect[]): Generator<Way> {
  for (const side of SIDES) {
    yield* straightWays(from, to, side);
    for (const into of SIDES) {
      if (isVertical(side) !== isVertical(into)) yield* bentWays(from, to, side, into);
      else yield* channelWays(from, to, side, into, channelsFor(from, to, side, into, solids));
    }
  }
}

/** How far a loop reaches out of its thing, and into it. */
const LOOP = 20;
const LEAST_LOOP = 52;

/**
 * Ways from a thing back to itself, around one of its corners; the top right one is preferred. `along` is the length of the
 * loop's upper or lower stretch, which carries the label.
 */
export function* loopWays(end: End, along: number): Generator<Way> {
  const { bounds } = end.outline;
  const middle = centerOf(bounds);
  const corners: readonly (readonly [Side, Side])[] = [
    ["top", "right"],
    ["bottom", "right"],
    ["top", "left"],
    ["bottom", "left"],
  ];
  for (const [index, [first, second]] of corners.entries())
    for (const shift of [0, ARROW_LANE]) {
      const farX = edgeOf(end.outline, second) + outwards(second) * LOOP;
      const farY = edgeOf(end.outline, first) + outwards(first) * LOOP;
      const x = farX - outwards(second) * (Math.max(along, LEAST_LOOP) + shift);
      const y = farY - outwards(first) * (LEAST_LOOP + shift);
      if ((y - middle.y) * outwards(first) < 0) continue;
      const span = sideSpan(end.outline, first);
      if (x < span.low || x > span.high) continue;
      const bends = [
        { x, y: farY },
        { x: farX, y: farY },
        { x: farX, y },
      ];
      const way = wayOf(end, end, [port(end, first, x), port(end, second, y)], bends, 0);
      yield { ...way, cost: way.cost + index * BEND + shift };
    }
}
