/** All ways that an arrow could run: straight, with one bend, or with two. Which one is best is decided in routing.ts. */
import type { Point } from "../document/diagram";
import { bottomOf, rightOf, snap } from "./geometry";
import { edgePoint, isVertical, type Outline, type Side, sideSpan } from "./outlines";
import type { Rect } from "./scene";
import type { Port, Scenery } from "./scenery";
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

/** Middles that differ by less count as level. */
const ALMOST = 4;

const SIDES: readonly Side[] = ["right", "bottom", "left", "top"];
const LANES = [0, 1, -1, 2, -2, 3, -3, 4, -4, 6, -6].map((lane) => lane * ARROW_LANE);
const FEW_LANES = LANES.slice(0, 5);
const OPPOSITE: Readonly<Record<Side, Side>> = { top: "bottom", bottom: "top", left: "right", right: "left" };

export const edgeOf = ({ bounds }: Outline, side: Side): number =>
  side === "top"
    ? bounds.y
    : side === "bottom"
      ? bottomOf(bounds)
      : side === "left"
        ? bounds.x
        : rightOf(bounds);

/** +1 where the side looks towards growing coordinates. */
export const outwards = (side: Side): 1 | -1 => (side === "right" || side === "bottom" ? 1 : -1);

const middleOf = (outline: Outline, side: Side): number => {
  const { low, high } = sideSpan(outline, side);
  return (low + high) / 2;
};

/** Lanes around a middle, inside of the span, the middle first. */
const lanesIn = (low: number, high: number, lanes: readonly number[], middle: number): readonly number[] =>
  lanes.map((lane) => middle + lane).filter((at) => at >= low && at <= high);

/** Places for an end on a side: lanes around the middle, and those beside the arrows that are there. */
const placesOn = (end: End, side: Side, ports: readonly Port[]): readonly number[] => {
  const { low, high } = sideSpan(end.outline, side);
  const there = ports.filter((one) => one.end === end.id && one.side === side).map(({ at }) => at);
  const beside = there.flatMap((at) => [at - ARROW_LANE, at + ARROW_LANE]);
  const lanes = lanesIn(low, high, FEW_LANES, Math.round((low + high) / 2));
  return [...new Set([...lanes, ...beside.filter((at) => at >= low && at <= high)])];
};

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => {
    const before = points[index - 1] ?? point;
    return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  }, 0);

export const wayOf = (
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

export const port = (end: End, side: Side, at: number): Port => ({ end: end.id, side, at });

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
  const middles = [a, b]
    .toSorted((p, q) => p.high - p.low - (q.high - q.low))
    .map((span) => (span.low + span.high) / 2);
  const [small = 0, large = 0] = middles;
  const wanted = Math.abs(small - large) <= ALMOST ? large : small;
  const middle = Math.round(Math.min(high, Math.max(low, wanted)));
  for (const at of lanesIn(low, high, LANES, middle))
    yield wayOf(from, to, [port(from, side, at), port(to, opposite, at)], [], Math.abs(at - middle) / 2);
}

/** Two sides with the places where an arrow may leave the one and enter the other. */
type Sides = Readonly<{
  from: End;
  to: End;
  side: Side;
  into: Side;
  starts: readonly number[];
  ends: readonly number[];
}>;

/** One bend: out of one side, into a side that looks across. */
function* bentWays({ from, to, side, into, starts, ends }: Sides): Generator<Way> {
  for (const start of starts)
    for (const end of ends) {
      const leaves = (end - edgeOf(from.outline, side)) * outwards(side) >= STUB;
      const enters = (start - edgeOf(to.outline, into)) * outwards(into) >= STUB;
      if (!leaves || !enters) continue;
      const ports = [port(from, side, start), port(to, into, end)] as const;
      yield wayOf(from, to, ports, [point(isVertical(side), end, start)], offMiddle(from, to, ports));
    }
}

/** Two bends through a channel that runs along both sides. */
function* channelWays(
  { from, to, side, into, starts, ends }: Sides,
  channels: readonly number[],
): Generator<Way> {
  const vertical = isVertical(side);
  const open = channels.filter(
    (at) =>
      (at - edgeOf(from.outline, side)) * outwards(side) >= STUB &&
      (at - edgeOf(to.outline, into)) * outwards(into) >= STUB,
  );
  for (const start of starts)
    for (const end of ends) {
      if (start === end) continue;
      const jog = Math.abs(start - end) < ARROW_LANE ? JOG : 0;
      const ports = [port(from, side, start), port(to, into, end)] as const;
      const off = offMiddle(from, to, ports);
      for (const at of open) {
        const way = wayOf(from, to, ports, [point(vertical, at, start), point(vertical, at, end)], off);
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

/** Every way from one end to the other, in no order. What is in the scenery only suggests where it may run. */
export function* waysBetween(from: End, to: End, { solids, ports }: Scenery): Generator<Way> {
  for (const side of SIDES) {
    yield* straightWays(from, to, side);
    const starts = placesOn(from, side, ports);
    for (const into of SIDES) {
      const sides: Sides = { from, to, side, into, starts, ends: placesOn(to, into, ports) };
      if (isVertical(side) !== isVertical(into)) yield* bentWays(sides);
      else yield* channelWays(sides, channelsFor(from, to, side, into, solids));
    }
  }
}
