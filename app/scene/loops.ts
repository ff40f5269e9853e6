import { centerOf } from "./geometry";
import { type Side, sideSpan } from "./outlines";
import { ARROW_LANE } from "./sizes";
import { type End, edgeOf, outwards, placeOn, type Way, wayOf } from "./ways";

/** How far a loop reaches out of its thing, and into it. */
const LOOP = 20;
const LEAST_LOOP = 52;
const NEXT_CORNER = 40;

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
      const way = wayOf(placeOn(end, first, x, 0), placeOn(end, second, y, 0), bends);
      yield { ...way, cost: way.cost + index * NEXT_CORNER + shift };
    }
}
