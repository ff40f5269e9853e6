/** All ways that an arrow could run: straight, with one bend, or with two. Which one is best is decided in routing.ts. */
import type { Point } from "../document/diagram";
import { bottomOf, rightOf, snap } from "./geometry";
import { edgePoint, isSquare, isVertical, type Outline, type Side, type Span, sideSpan } from "./outlines";
import type { Port, Scenery } from "./scenery";
import { ARROW_LANE } from "./sizes";

/** Something that an arrow can start or end at. */
export type End = Readonly<{ id: string; outline: Outline }>;

/** `cost` holds what can be told from the way alone: its length, its bends, how far from the middles it ends. */
export type Way = Readonly<{ points: readonly Point[]; ports: readonly [Port, Port]; cost: number }>;

export const BEND = 40;
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

/** Lanes around a middle, inside of the span, the middle first. */
const lanesIn = (low: number, high: number, lanes: readonly number[], middle: number): readonly number[] =>
  lanes.map((lane) => middle + lane).filter((at) => at >= low && at <= high);

/** A port with its point on the outline. */
export type Place = Readonly<{ port: Port; point: Point; off: number }>;

export const placeOn = (end: End, side: Side, at: number, off: number): Place => ({
  port: { end: end.id, side, at },
  point: edgePoint(end.outline, side, at),
  off,
});

/** Places for an end on a side: lanes around the middle, and those beside the arrows that are there. */
const placesOn = (end: End, side: Side, { ports }: Scenery, most: number): readonly Place[] => {
  const { low, high } = sideSpan(end.outline, side);
  const middle = Math.round((low + high) / 2);
  const there = (ports.get(end.id) ?? []).filter((one) => one.side === side).map(({ at }) => at);
  const beside = there.flatMap((at) => [at - ARROW_LANE, at + ARROW_LANE]);
  const free = [...new Set([...lanesIn(low, high, FEW_LANES, middle), ...beside])].filter(
    (at) => at >= low && at <= high && !there.some((other) => Math.abs(other - at) < ARROW_LANE),
  );
  const chosen = (free.length > 0 ? free : [middle]).slice(0, most);
  return chosen
    .filter((at) => isSquare(end.outline, side, at))
    .map((at) => placeOn(end, side, at, Math.abs(at - middle)));
};

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => {
    const before = points[index - 1] ?? point;
    return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  }, 0);

/** A way between two places; `off` is how far they are from where they had better be. */
export const wayOf = (start: Place, end: Place, bends: readonly Point[]): Way => {
  const points = [start.point, ...bends, end.point];
  const cost = lengthOf(points) + bends.length * BEND + (start.off + end.off) * OFF_CENTER;
  return { points, ports: [start.port, end.port], cost };
};

const point = (vertical: boolean, along: number, across: number): Point =>
  vertical ? { x: across, y: along } : { x: along, y: across };

/** Level with the middle of the smaller side, or of the larger one where that is as good. */
const straightMiddle = (a: Span, b: Span): number => {
  const [small, large] = a.high - a.low <= b.high - b.low ? [a, b] : [b, a];
  const [middle, other] = [(small.low + small.high) / 2, (large.low + large.high) / 2];
  return Math.abs(middle - other) <= ALMOST ? other : middle;
};

/** Straight across, if the sides face each other. */
function* straightWays(from: End, to: End, side: Side): Generator<Way> {
  const into = OPPOSITE[side];
  const distance = (edgeOf(to.outline, into) - edgeOf(from.outline, side)) * outwards(side);
  if (distance < STUB) return;
  const a = sideSpan(from.outline, side);
  const b = sideSpan(to.outline, into);
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const middle = Math.round(Math.min(high, Math.max(low, straightMiddle(a, b))));
  for (const at of lanesIn(low, high, LANES, middle))
    if (isSquare(from.outline, side, at) && isSquare(to.outline, into, at))
      yield wayOf(placeOn(from, side, at, Math.abs(at - middle) / 2), placeOn(to, into, at, 0), []);
}

/** Two sides with the places where an arrow may leave the one and enter the other. */
type Sides = Readonly<{
  from: End;
  to: End;
  side: Side;
  into: Side;
  starts: readonly Place[];
  ends: readonly Place[];
}>;

/** One bend: out of one side, into a side that looks across. */
function* bentWays({ from, to, side, into, starts, ends }: Sides): Generator<Way> {
  for (const start of starts)
    for (const end of ends) {
      const leaves = (end.port.at - edgeOf(from.outline, side)) * outwards(side) >= STUB;
      const enters = (start.port.at - edgeOf(to.outline, into)) * outwards(into) >= STUB;
      if (leaves && enters) yield wayOf(start, end, [point(isVertical(side), end.port.at, start.port.at)]);
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
      const aside = Math.abs(start.port.at - end.port.at);
      if (aside === 0) continue;
      for (const at of open) {
        const way = wayOf(start, end, [point(vertical, at, start.port.at), point(vertical, at, end.port.at)]);
        yield aside < ARROW_LANE ? { ...way, cost: way.cost + JOG } : way;
      }
    }
}

/** Of growing values, those nearest to one, the nearest first. */
const nearestOf = (values: readonly number[], to: number, most: number): readonly number[] => {
  let above = values.findIndex((value) => value >= to);
  if (above < 0) above = values.length;
  let below = above - 1;
  const found: number[] = [];
  while (found.length < most && (below >= 0 || above < values.length)) {
    const [low, high] = [
      values[below] ?? Number.NEGATIVE_INFINITY,
      values[above] ?? Number.POSITIVE_INFINITY,
    ];
    const isLow = to - low <= high - to;
    found.push(isLow ? low : high);
    if (isLow) below -= 1;
    else above += 1;
  }
  return found;
};

/** Where channels may run: between the two, beyond both, and along what stands in the way. */
const channelsFor = ({ from, to, side, into }: Sides, scenery: Scenery, most: number): readonly number[] => {
  const edges = [edgeOf(from.outline, side), edgeOf(to.outline, into)];
  const base =
    side === into
      ? (outwards(side) > 0 ? Math.max(...edges) : Math.min(...edges)) + outwards(side) * (STUB + 4)
      : ((edges[0] ?? 0) + (edges[1] ?? 0)) / 2;
  const passes = isVertical(side) ? scenery.passesY : scenery.passesX;
  const lanes = FEW_LANES.slice(0, most / 2).map((lane) => snap(base) + lane);
  return [...new Set([...lanes, ...nearestOf(passes, base, most / 2)])];
};

/** How many places on each side, and how many channels, are looked at. */
export type Detail = Readonly<{ places: number; channels: number }>;

/**
 * Every way from one end to the other, the simpler ones first: straight, with one bend, with two. What is in the scenery
 * only suggests where a way may run. `bends` is how many the ways of a group have.
 */
export function* waysBetween(
  from: End,
  to: End,
  scenery: Scenery,
  detail: Detail,
): Generator<Readonly<{ bends: number; ways: readonly Way[] }>> {
  yield { bends: 0, ways: SIDES.flatMap((side) => [...straightWays(from, to, side)]) };
  const placesOf = (end: End): readonly (readonly [Side, readonly Place[]])[] =>
    SIDES.map((side) => [side, placesOn(end, side, scenery, detail.places)]);
  const entries = placesOf(to);
  const pairs = placesOf(from).flatMap(([side, starts]) =>
    entries.map(([into, ends]): Sides => ({ from, to, side, into, starts, ends })),
  );
  const bent = pairs.filter(({ side, into }) => isVertical(side) !== isVertical(into));
  yield { bends: 1, ways: bent.flatMap((sides) => [...bentWays(sides)]) };
  const level = pairs.filter(({ side, into }) => isVertical(side) === isVertical(into));
  const throughChannels = (sides: Sides): readonly Way[] => [
    ...channelWays(sides, channelsFor(sides, scenery, detail.channels)),
  ];
  yield { bends: 2, ways: level.flatMap(throughChannels) };
}
