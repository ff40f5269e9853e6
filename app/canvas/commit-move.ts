import { asId, fail, type Network, ok, type Result } from "../../engine";

import type { Command } from "../document/command";
import { all } from "../document/commands/all";
import { placeNodes } from "../document/commands/layout";
import { moveToSubnet } from "../document/commands/move";
import type { Place } from "../document/diagram";
import { withRoom } from "../scene/make-room";
import type { Card, Rect, Scene } from "../scene/scene";
import { FRAME_TITLE, VPC_PADDING } from "../scene/sizes";
import { clearPlace } from "./clear-place";
import { inside, onGrid, type Position, type Under, under } from "./drop";
import type { Moved } from "./moving";

/** Steps with the arrow keys in a row are one undo step. */
const NUDGE = "nudge";

/**
 * The end of a drag as one command: cards over another subnet move there, everything else takes its new place. Fails with
 * a sentence where something was let go that cannot live there. `pointer` is null for steps with the arrow keys.
 */
export const commandOfMove = (
  network: Network,
  scene: Scene,
  moved: Moved,
  pointer: Position | null,
): Result<Command, string> => {
  const ids = new Set(moved.keys());
  const target = pointer && under(scene, pointer, ids);
  const stray = target && strayOf(scene, ids, target);
  if (stray) return fail(stray);
  const leaving = scene.cards.filter(
    ({ id, parentId }) => ids.has(id) && target && parentId !== target.subnetId,
  );
  const moves = leaving.map((card) => {
    const subnetId = asId<"subnet">(target?.subnetId ?? "");
    return moveToSubnet(card.id, subnetId, { ...placeOfCard(scene, moved, card, subnetId), size: null });
  });
  const stay = [...moved.keys()].filter((id) => !leaving.some((card) => card.id === id));
  const places = Object.fromEntries(stay.map((id) => [id, placeOf(network, scene, moved, id)]));
  const placing = placeNodes(places, undefined, pointer === null ? NUDGE : undefined);
  if (moves.length === 0) return ok(withRoom(placing));
  const commands = stay.length > 0 ? [...moves, placing] : moves;
  return ok({ ...withRoom(all("", commands)), label: (commands[0] ?? placing).label });
};

/** Cards live in subnets, and a subnet in its VPC; a frame that is moved takes its content along. */
const strayOf = (scene: Scene, ids: ReadonlySet<string>, target: Under): string | null => {
  const card = scene.cards.find(({ id, parentId }) => ids.has(id) && !ids.has(parentId));
  if (card && target.subnetId === null) return `${card.title} lives in a subnet. Drop it inside one.`;
  const outside = scene.outsides.find(({ id }) => ids.has(id));
  if (outside && target.vpcId !== null)
    return `${outside.title} lies outside of every VPC. Drop it on the bare canvas.`;
  const subnet = scene.frames.find(
    ({ id, parentId }) => ids.has(id) && parentId !== null && !ids.has(parentId),
  );
  if (subnet && target.vpcId !== subnet.parentId)
    return `${subnet.title} belongs to its VPC and cannot leave it. AWS would have you create another subnet.`;
  return null;
};

const clearOfSubnet: Position = { x: 12, y: FRAME_TITLE + 4 };
const clearOfVpc: Position = { x: 12, y: VPC_PADDING.top - 8 };

/** Where a card stands in a subnet: where it was let go, or beside what it would cover. */
const placeOfCard = (scene: Scene, moved: Moved, card: Card, subnetId: string): Position => {
  const frame = moved.get(subnetId) ?? frameRect(scene, subnetId);
  const relative = (rect: Rect): Rect => ({ ...rect, ...inside(frame, rect, clearOfSubnet) });
  const others = scene.cards
    .filter(({ id, parentId }) => id !== card.id && parentId === subnetId)
    .map(({ id, rect }) => relative(moved.get(id) ?? rect));
  return onGrid(clearPlace(relative(moved.get(card.id) ?? card.rect), others, clearOfSubnet));
};

/** A thing's place in its frame; frames keep their size, cards have none. */
const placeOf = (network: Network, scene: Scene, moved: Moved, id: string): Place => {
  const card = scene.cards.find((item) => item.id === id);
  if (card) return { ...placeOfCard(scene, moved, card, card.parentId), size: null };
  const rect = moved.get(id) ?? frameRect(scene, id);
  const size = id in network.vpcs || id in network.subnets ? sizeOf(rect) : null;
  const parentId = network.subnets[asId<"subnet">(id)]?.vpcId ?? null;
  if (parentId === null) return { ...onGrid(rect), size };
  return { ...inside(moved.get(parentId) ?? frameRect(scene, parentId), rect, clearOfVpc), size };
};

const sizeOf = ({ width, height }: Rect) => ({
  width: Math.round(width / 4) * 4,
  height: Math.round(height / 4) * 4,
});

const frameRect = (scene: Scene, id: string): Rect =>
  scene.frames.find((frame) => frame.id === id)?.rect ?? scene.bounds;
