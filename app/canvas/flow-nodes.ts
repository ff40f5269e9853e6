import { type Node, Position } from "@xyflow/react";
import type { Card, Chip, Frame, Gateway, Hull, Outside, Rect, Scene } from "../scene/scene";

export type FrameData = { frame: Frame; groups: readonly Chip[] };
export type CardData = { card: Card; selectedInterfaces: readonly string[] };
export type OutsideData = { outside: Outside };
export type GatewayData = { gateway: Gateway };
export type HullData = { hull: Hull; tone: Tone };

/** How strongly a thing is drawn: in the middle of attention, as usual, or stepped back behind a selection. */
export type Tone = "strong" | "usual" | "faint";

export type FlowNode =
  | Node<FrameData, "frame">
  | Node<CardData, "card">
  | Node<OutsideData, "outside">
  | Node<GatewayData, "gateway">
  | Node<HullData, "hull">;

/** From back to front: frames, hulls, arrows, cards. Arrows are at ARROW_LAYER (flow-edges.ts). */
const LAYER = { vpc: 0, subnet: 1, hull: 5, card: 20, outside: 20, gateway: 21 } as const;

export const ARROW_LAYER = 10;

type NodeInput = Readonly<{
  scene: Scene;
  selected: ReadonlySet<string>;
  groupsOf(vpcId: string): readonly Chip[];
  hullTone(groupId: string): Tone;
}>;

/** The scene as React Flow's nodes, parents before children. Sizes are known, so nothing has to be measured. */
export const flowNodes = (input: NodeInput): FlowNode[] => [
  ...input.scene.frames.map((frame) => frameNode(frame, input)),
  ...input.scene.hulls.map((hull) => hullNode(hull, input)),
  ...input.scene.outsides.map((outside) => outsideNode(outside, input.selected)),
  ...input.scene.cards.map((card) => cardNode(card, input)),
  ...input.scene.gateways.map((gateway) => gatewayNode(gateway, input)),
];

const FRAME_KIND = { vpc: "VPC", public: "Public subnet", private: "Private subnet" } as const;

const frameNode = (frame: Frame, { scene, selected, groupsOf }: NodeInput): FlowNode => ({
  id: frame.id,
  type: "frame",
  ...boxIn(frame.rect, frame.parentId, scene),
  zIndex: LAYER[frame.kind],
  selected: selected.has(frame.id),
  ariaLabel: `${FRAME_KIND[frame.tone]} ${frame.title}, ${frame.subtitle}`,
  data: { frame, groups: frame.kind === "vpc" ? groupsOf(frame.id) : [] },
});

const cardNode = (card: Card, { scene, selected }: NodeInput): FlowNode => {
  const box = boxIn(card.rect, card.parentId, scene);
  return {
    id: card.id,
    type: "card",
    ...box,
    zIndex: LAYER.card,
    selected: selected.has(card.id),
    ariaLabel: `${card.title}, ${card.subtitle}`,
    handles: [...box.handles, ...card.rows.flatMap(rowHandles)],
    data: {
      card,
      selectedInterfaces: card.rows.map((row) => row.networkInterfaceId).filter((id) => selected.has(id)),
    },
  };
};

const outsideNode = (outside: Outside, selected: ReadonlySet<string>): FlowNode => ({
  id: outside.id,
  type: "outside",
  ...box(outside.rect),
  zIndex: LAYER.outside,
  selected: selected.has(outside.id),
  ariaLabel: `${outside.title}, ${outside.subtitle}`,
  data: { outside },
});

const GATEWAY_KIND = {
  internetGateway: "Internet gateway",
  egressOnlyInternetGateway: "Egress-only internet gateway",
  vpcEndpoint: "Gateway endpoint",
} as const;

const gatewayNode = (gateway: Gateway, { scene, selected }: NodeInput): FlowNode => ({
  id: gateway.id,
  type: "gateway",
  ...boxIn(gateway.rect, gateway.parentId, scene),
  zIndex: LAYER.gateway,
  draggable: false,
  selected: selected.has(gateway.id),
  ariaLabel: `${GATEWAY_KIND[gateway.kind]} ${gateway.title}`,
  data: { gateway },
});

const hullNode = (hull: Hull, { selected, hullTone }: NodeInput): FlowNode => ({
  id: hull.groupId,
  type: "hull",
  ...box(hull.bounds),
  zIndex: LAYER.hull,
  draggable: false,
  // Only the name and the outline can be hit (hull.css), not what lies inside.
  style: { pointerEvents: "none" },
  selected: selected.has(hull.groupId),
  ariaLabel: `Security group ${hull.label.text}`,
  data: { hull, tone: hullTone(hull.groupId) },
});

/** React Flow places children relative to their parent. */
const boxIn = (rect: Rect, parentId: string | null, scene: Scene) => {
  const parent = scene.frames.find((frame) => frame.id === parentId);
  if (!parent || parentId === null) return box(rect);
  return { ...box({ ...rect, x: rect.x - parent.rect.x, y: rect.y - parent.rect.y }), parentId };
};

const box = ({ x, y, width, height }: Rect) => ({
  position: { x, y },
  width,
  height,
  measured: { width, height },
  handles: [handle("node", width / 2, height / 2, Position.Right)],
});

const handle = (id: string, x: number, y: number, position: Position) => ({
  id,
  type: "source" as const,
  position,
  x,
  y,
  width: 1,
  height: 1,
});

/** The two connection points of an interface row; the names are those of the Handle components in CardNode. */
const rowHandles = (row: Card["rows"][number]) => {
  const y = row.rect.y + row.rect.height / 2;
  return [
    handle(`${row.networkInterfaceId}:left`, row.rect.x, y, Position.Left),
    handle(`${row.networkInterfaceId}:right`, row.rect.x + row.rect.width, y, Position.Right),
  ];
};

/** Keeps last time's node objects where nothing about them changed, so that React Flow renders only the others. */
export const keepingSame = (before: readonly FlowNode[], now: FlowNode[]): FlowNode[] => {
  const known = new Map(before.map((node) => [node.id, node]));
  return now.map((node) => {
    const old = known.get(node.id);
    return old && JSON.stringify(old) === JSON.stringify(node) ? old : node;
  });
};
