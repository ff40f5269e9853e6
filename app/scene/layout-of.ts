/** Where everything but hulls and arrows stands. Cheap; the rest of the scene is computed from it. */
import { type Network, recordsOf, type Subnet, type Vpc, type VpcId } from "../../engine";
import type { Diagram, Layout, Point } from "../document/diagram";
import { type CardContent, cardContents, sizeOfCard } from "./cards";
import { frameAround, subnetFrame, vpcFrame } from "./frames";
import { gatewaysOf } from "./gateways";
import { moveBy } from "./geometry";
import { groupBy } from "./group-by";
import { chipsOf } from "./group-chips";
import { outsidesOf } from "./outsides";
import { type Placed, placeAll } from "./place-all";
import type { Card, Frame, Gateway, Outside, Rect } from "./scene";
import {
  CANVAS_GAP,
  CARD_GAP,
  CARD_WIDTH,
  SUBNET_GAP,
  SUBNET_PADDING,
  SUBNET_SIZE,
  VPC_PADDING,
  VPC_SIZE,
} from "./sizes";

export type SceneLayout = Readonly<{
  frames: readonly Frame[];
  cards: readonly Card[];
  outsides: readonly Outside[];
  gateways: readonly Gateway[];
}>;

type SubnetBox = Readonly<{ subnet: Subnet; cards: readonly Placed<CardContent>[]; frame: Rect }>;
type VpcBox = Readonly<{ vpc: Vpc; subnets: readonly Placed<SubnetBox>[]; frame: Rect }>;

const subnetBox = (subnet: Subnet, contents: readonly CardContent[], places: Layout["places"]): SubnetBox => {
  const stored = places[subnet.subnetId]?.size ?? null;
  const columns = Math.min(3, Math.max(1, Math.ceil(Math.sqrt(contents.length))));
  const width = stored?.width ?? columns * (CARD_WIDTH + CARD_GAP) - CARD_GAP + 2 * SUBNET_PADDING.side;
  const cards = placeAll(
    contents.map((value) => ({ value, id: value.id, size: sizeOfCard(value) })),
    places,
    { start: { x: SUBNET_PADDING.side, y: SUBNET_PADDING.top }, right: width, gap: CARD_GAP },
  );
  const rects = cards.map((card) => card.rect);
  return { subnet, cards, frame: frameAround(rects, stored ?? SUBNET_SIZE, SUBNET_PADDING) };
};

const vpcBox = (vpc: Vpc, boxes: readonly SubnetBox[], places: Layout["places"]): VpcBox => {
  const stored = places[vpc.vpcId]?.size ?? VPC_SIZE;
  const subnets = placeAll(
    boxes.map((value) => ({ value, id: value.subnet.subnetId, size: value.frame })),
    places,
    { start: { x: VPC_PADDING.side, y: VPC_PADDING.top }, right: stored.width, gap: SUBNET_GAP },
  );
  const rects = subnets.map(({ value, rect }) => moveBy(rect, value.frame.x, value.frame.y));
  return { vpc, subnets, frame: frameAround(rects, stored, VPC_PADDING) };
};

/** A frame may have grown to the left of or above its origin, so both are kept apart. */
const placedVpc = (
  network: Network,
  { value, rect }: Placed<VpcBox>,
): Pick<SceneLayout, "frames" | "cards"> => {
  const subnets = value.subnets.map((inner) => ({ ...inner, rect: moveBy(inner.rect, rect.x, rect.y) }));
  const frames = subnets.map(({ value: box, rect: own }) =>
    subnetFrame(network, box.subnet, moveBy(box.frame, own.x, own.y)),
  );
  const cards = subnets.flatMap(({ value: box, rect: own }) =>
    box.cards.map((card) => ({ ...card.value, rect: moveBy(card.rect, own.x, own.y) })),
  );
  const groups = recordsOf(network.securityGroups).filter(({ vpcId }) => vpcId === value.vpc.vpcId);
  return { frames: [vpcFrame(value.vpc, groups, moveBy(value.frame, rect.x, rect.y)), ...frames], cards };
};

/**
 * Frames, cards, gateways and what stands outside with their absolute rectangles. Frames grow where content sticks out and are never
 * smaller than stored; what has no place gets a free one, always the same for the same diagram.
 */
export const layoutOf = ({ network, layout }: Diagram): SceneLayout => {
  const { places } = layout;
  const contents = groupBy(cardContents(network, chipsOf(network, layout)), (card) => card.parentId);
  const boxes = groupBy(recordsOf(network.subnets), (subnet) => subnet.vpcId);
  const inVpc = (vpcId: VpcId): readonly SubnetBox[] =>
    (boxes.get(vpcId) ?? []).map((subnet) => subnetBox(subnet, contents.get(subnet.subnetId) ?? [], places));
  const vpcs = recordsOf(network.vpcs).map((vpc) => vpcBox(vpc, inVpc(vpc.vpcId), places));
  const placed = placeAll(
    vpcs.map((value) => ({ value, id: value.vpc.vpcId, size: value.frame })),
    places,
    { start: { x: 0, y: 0 }, right: Number.POSITIVE_INFINITY, gap: CANVAS_GAP },
  ).map((vpc) => placedVpc(network, vpc));
  const frames = placed.flatMap((vpc) => vpc.frames);
  const outsides = outsidesOf(network, places, frames);
  const cards = placed.flatMap((vpc) => vpc.cards);
  return { frames, cards, outsides, gateways: gatewaysOf(network, frames, outsides) };
};

/**
 * The layout while something is dragged: `moved` holds absolute rectangles by id. What lies in a moved frame goes along,
 * unless it is in `moved` itself. Frames do not grow meanwhile.
 */
export const moveLayout = (layout: SceneLayout, moved: ReadonlyMap<string, Rect>): SceneLayout => {
  if (moved.size === 0) return layout;
  const shifts = new Map<string, Point>();
  const shifted = (id: string, parentId: string | null, rect: Rect): Rect => {
    const carried = shifts.get(parentId ?? "") ?? { x: 0, y: 0 };
    const to = moved.get(id) ?? moveBy(rect, carried.x, carried.y);
    shifts.set(id, { x: to.x - rect.x, y: to.y - rect.y });
    return to;
  };
  return {
    frames: layout.frames.map((frame) => ({ ...frame, rect: shifted(frame.id, frame.parentId, frame.rect) })),
    cards: layout.cards.map((card) => ({ ...card, rect: shifted(card.id, card.parentId, card.rect) })),
    outsides: layout.outsides.map((outside) => ({
      ...outside,
      rect: shifted(outside.id, null, outside.rect),
    })),
    gateways: layout.gateways.map((gateway) => ({
      ...gateway,
      rect: shifted(gateway.id, gateway.parentId, gateway.rect),
    })),
  };
};
