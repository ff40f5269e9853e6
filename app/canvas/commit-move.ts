import type { Network } from "../../engine";
import { asId } from "../../engine";
import type { Command } from "../document/command";
import { all } from "../document/commands/all";
import { placeNodes } from "../document/commands/layout";
import { moveToSubnet } from "../document/commands/move";
import type { Place } from "../document/diagram";
import type { Rect, Scene } from "../scene/scene";
import { FRAME_TITLE, VPC_PADDING } from "../scene/sizes";
import { inside, onGrid, type Position, under } from "./drop";
import type { Moved } from "./moving";

/** Steps with the arrow keys in a row are one undo step. */
const NUDGE = "nudge";

/** The end of a drag as one command: cards over another subnet move there, everything else takes its new place. */
export const commandOfMove = (
  network: Network,
  scene: Scene,
  moved: Moved,
  pointer: Position | null,
): Command | null => {
  const ids = new Set(moved.keys());
  const target = pointer && under(scene, pointer, ids).subnetId;
  const cards = scene.cards.filter((card) => ids.has(card.id));
  const leaving = target === null ? [] : cards.filter((card) => card.parentId !== target);
  const moves = leaving.map((card) => {
    const frame = moved.get(target ?? "") ?? frameRect(scene, target ?? "");
    const point = inside(frame, moved.get(card.id) ?? card.rect, clearOfSubnet);
    return moveToSubnet(card.id, asId<"subnet">(target ?? ""), { ...point, size: null });
  });
  const stay = [...moved].filter(([id]) => !leaving.some((card) => card.id === id));
  const places = Object.fromEntries(stay.map(([id, rect]) => [id, placeOf(network, scene, moved, id, rect)]));
  const commands = [
    ...moves,
    ...(stay.length > 0 ? [placeNodes(places, undefined, pointer === null ? NUDGE : undefined)] : []),
  ];
  const [first] = commands;
  if (first === undefined) return null;
  return commands.length === 1 ? first : { ...all("", commands), label: first.label };
};

const clearOfSubnet: Position = { x: 12, y: FRAME_TITLE + 4 };
const clearOfVpc: Position = { x: 12, y: VPC_PADDING.top - 8 };

/** A thing's place in its frame; frames keep their size, cards have none. */
const placeOf = (network: Network, scene: Scene, moved: Moved, id: string, rect: Rect): Place => {
  const size = id in network.vpcs || id in network.subnets ? sizeOf(rect) : null;
  const card = scene.cards.find((item) => item.id === id);
  const subnet = network.subnets[asId<"subnet">(id)];
  const parentId = card?.parentId ?? subnet?.vpcId ?? null;
  if (parentId === null) return { ...onGrid(rect), size };
  const frame = moved.get(parentId) ?? frameRect(scene, parentId);
  return { ...inside(frame, rect, card ? clearOfSubnet : clearOfVpc), size };
};

const sizeOf = ({ width, height }: Rect) => ({
  width: Math.round(width / 4) * 4,
  height: Math.round(height / 4) * 4,
});

const frameRect = (scene: Scene, id: string): Rect =>
  scene.frames.find((frame) => frame.id === id)?.rect ?? scene.bounds;
