import type { Answer } from "../../engine";
import type { Point } from "../document/diagram";
import type { Rect, Scene } from "../scene/scene";
import { type Curve, curveBetween, pointOn } from "./curve";
import { endsDrawn } from "./ends-drawn";

/** The tested packet's way on the canvas, over the gateways that are drawn, and where the answer's mark stands. */
export type TestedPath = Readonly<{
  curves: readonly Curve[];
  mark: Point;
  /** Is it the reply that is stopped there? */
  isReply: boolean;
}>;

type Hop = Answer["path"][number];

/** A hop that is drawn, by its place among all hops. */
type Stop = Readonly<{ at: number; rect: Rect }>;

/** Null where fewer than two hops are drawn: a typed address has no place of its own. */
export const testedPath = ({ path, replyPath }: Answer, scene: Scene): TestedPath | null => {
  const places = placesOf(scene);
  const forward = stopsOf(path, places);
  if (forward.length < 2) return null;
  const curves = curvesOf(forward);
  const stopped = path.findIndex(isStopped);
  if (stopped >= 0) return { curves, mark: pointAt(forward, stopped), isReply: false };
  const back = stopsOf(replyPath, places);
  const lost = replyPath.findIndex(isStopped);
  if (lost >= 0 && back.length >= 2) return { curves, mark: pointAt(back, lost), isReply: true };
  return { curves, mark: pointAt(forward, (path.length - 1) / 2), isReply: false };
};

const isStopped = ({ code }: Hop): boolean => code !== undefined;

/** Gateways stand on the border of their VPC; NAT gateways and load balancers are cards. */
const placesOf = (scene: Scene): ReadonlyMap<string, Rect> =>
  new Map([
    ...[...scene.gateways, ...scene.cards].map(({ id, rect }) => [id, rect] as const),
    ...endsDrawn(scene),
  ]);

const stopsOf = (hops: readonly Hop[], places: ReadonlyMap<string, Rect>): readonly Stop[] => {
  const stops: Stop[] = [];
  for (const [at, { id }] of hops.entries()) {
    const rect = places.get(id);
    if (rect !== undefined && stops.at(-1)?.rect !== rect) stops.push({ at, rect });
  }
  return stops;
};

const curvesOf = (stops: readonly Stop[]): readonly Curve[] =>
  stops.slice(1).flatMap((stop, before) => {
    const from = stops[before];
    return from === undefined ? [] : [curveBetween(from.rect, stop.rect)];
  });

/** A hop that is not drawn stands between the drawn ones before and after it, as far along as it comes among the hops. */
const pointAt = (stops: readonly Stop[], hop: number): Point => {
  const found = stops.findIndex(({ at }) => at > hop);
  const next = Math.max(found < 0 ? stops.length - 1 : found, 1);
  const [from, to] = [stops[next - 1], stops[next]];
  if (from === undefined || to === undefined) return { x: 0, y: 0 };
  const share = (hop - from.at) / (to.at - from.at);
  return pointOn(curveBetween(from.rect, to.rect), Math.min(Math.max(share, NEAREST), 1 - NEAREST));
};

/** Nearer to an end than this a mark would hide the arrowhead or the card. */
const NEAREST = 0.12;
