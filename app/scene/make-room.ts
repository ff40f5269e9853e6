/**
 * Frames that have grown, or were let go on others, push those away, so that no two overlap. What stood below goes down and
 * what stood beside goes to the right, all of it by the same way: rows and columns stay what they are.
 */
import { ok } from "../../engine";
import type { Command } from "../document/command";
import type { Diagram, Place, Point } from "../document/diagram";
import { rectAt } from "./geometry";
import { groupBy } from "./group-by";
import { layoutOf, type SceneLayout } from "./layout-of";
import { type Box, parted } from "./parted";
import type { Rect } from "./scene";
import { CANVAS_GAP, SUBNET_GAP } from "./sizes";

type Places = Readonly<Record<string, Place>>;

/** Places of what was pushed; then also of its neighbours that have none yet, so that they stay where they are seen. */
const placesAfter = (boxes: readonly Box[], gap: number, origin: Point, places: Places): Places => {
  const after = parted(boxes, gap);
  const isMoved = (box: Box, index: number): boolean => box.rect !== boxes[index]?.rect;
  if (!after.some(isMoved)) return {};
  const entries = after.flatMap((box, index) => {
    const place = places[box.id];
    const was = boxes[index]?.rect ?? box.rect;
    if (place === undefined)
      return [[box.id, { x: box.rect.x - origin.x, y: box.rect.y - origin.y, size: null }] as const];
    const by: Point = { x: box.rect.x - was.x, y: box.rect.y - was.y };
    return isMoved(box, index) ? [[box.id, { ...place, x: place.x + by.x, y: place.y + by.y }] as const] : [];
  });
  return Object.fromEntries(entries);
};

const withPlaces = (diagram: Diagram, places: Places): Diagram =>
  Object.keys(places).length === 0
    ? diagram
    : { ...diagram, layout: { ...diagram.layout, places: { ...diagram.layout.places, ...places } } };

type Sizes = ReadonlyMap<string, Rect>;

const boxOf =
  (former: Sizes, isFrame: boolean) =>
  ({ id, rect }: Readonly<{ id: string; rect: Rect }>): Box => ({
    id,
    rect,
    core: rectAt(rect, former.get(id) ?? rect),
    isFrame,
  });

const partedSubnets = (diagram: Diagram, { frames }: SceneLayout, former: Sizes): Diagram => {
  const { places } = diagram.layout;
  const origins = new Map(frames.map(({ id, rect }) => [id, rect]));
  const byVpc = groupBy(
    frames.filter(({ kind }) => kind === "subnet"),
    ({ parentId }) => parentId ?? "",
  );
  const moved = [...byVpc].map(([vpcId, subnets]) => {
    const origin = origins.get(vpcId) ?? { x: 0, y: 0 };
    return placesAfter(subnets.map(boxOf(former, true)), SUBNET_GAP, origin, places);
  });
  return withPlaces(diagram, Object.assign({}, ...moved));
};

const partedVpcs = (diagram: Diagram, { frames, outsides }: SceneLayout, former: Sizes): Diagram => {
  const vpcs = frames.filter(({ kind }) => kind === "vpc");
  const boxes = [...vpcs.map(boxOf(former, true)), ...outsides.map(boxOf(former, false))];
  return withPlaces(diagram, placesAfter(boxes, CANVAS_GAP, { x: 0, y: 0 }, diagram.layout.places));
};

/** The diagram with room between its frames; `before` tells which of them have grown, and so what stood beside them. */
export const makeRoom = (before: Diagram, after: Diagram): Diagram => {
  const former: Sizes = new Map(layoutOf(before).frames.map(({ id, rect }) => [id, rect]));
  const layout = layoutOf(after);
  const inside = partedSubnets(after, layout, former);
  return partedVpcs(inside, inside === after ? layout : layoutOf(inside), former);
};

/** The same command, after which frames make room for each other in the same undo step. */
export const withRoom = (command: Command): Command => ({
  ...command,
  run: (before) => {
    const result = command.run(before);
    return result.ok ? ok(makeRoom(before, result.value)) : result;
  },
});
