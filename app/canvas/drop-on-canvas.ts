import {
  asId,
  type Network,
  type NetworkInterfaceId,
  ok,
  type SecurityGroupId,
  type VpcId,
} from "../../engine";
import type { Command } from "../document/command";
import { all } from "../document/commands/all";
import { addGroup } from "../document/commands/network-interface";
import { interfacesOf, nameOf } from "../document/find";
import type { Scene } from "../scene/scene";
import { pathlight } from "../store/store";
import { addElement, isAddable } from "./add-element";
import { carryOut, shapeFor } from "./add-new";
import type { Addition } from "./adding";
import { canvasSize } from "./canvas-size";
import type { Dragged } from "./drag-data";
import { type Position, type Under, under } from "./drop";
import type { Addable } from "./palette-items";
import { selectedVpcs } from "./selected-target";

/** Something from the palette, or a group's tag, let go at a point of the canvas. */
export const dropOnCanvas = async (dropped: Dragged, scene: Scene, point: Position): Promise<void> => {
  if (dropped.kind === "new") {
    if (isAddable(dropped.resource)) await dropNew(dropped.resource, scene, point);
    return;
  }
  const { diagram, attempt, say } = pathlight.getState();
  const groupId = asId<"securityGroup">(dropped.groupId);
  const command = putOn(diagram.network, groupId, under(scene, point));
  if (command) attempt(command);
  else say("info", "Drop a security group onto a card or one of its interfaces to put it on.");
};

const dropNew = async (resource: Addable, scene: Scene, point: Position): Promise<void> => {
  const answer = await shapeFor(resource);
  if (answer === null) return;
  const { diagram, selection } = pathlight.getState();
  const { network } = diagram;
  const target = under(scene, point);
  const addition = addElement(resource, {
    network,
    scene,
    target,
    point,
    chosenVpcIds: chosenVpcs(target, selectedVpcs(selection, network)),
    vpcShape: answer.shape,
    vpcNamed: answer.named,
    canvas: canvasSize(),
  });
  const isGroup = resource === "securityGroup";
  carryOut(addition.ok && isGroup ? ok(wornAtOnce(addition.value, network, target)) : addition);
};

/** The VPC dropped on; but several that are selected stay meant. */
const chosenVpcs = ({ vpcId }: Under, selected: readonly VpcId[]): readonly VpcId[] =>
  vpcId === null || selected.length > 1 ? selected : [asId<"vpc">(vpcId)];

type Added = Extract<Addition, { ok: true }>["value"];

/** A new group dropped onto a card is put on there in the same step. */
const wornAtOnce = (added: Added, network: Network, target: Under): Added => {
  const put = putOn(network, asId<"securityGroup">(added.id), target);
  return put
    ? { ...added, command: { ...all("", [added.command, put]), label: added.command.label } }
    : added;
};

/** Puts a group on the interface under the pointer, or on all interfaces of the card. */
const putOn = (network: Network, groupId: SecurityGroupId, target: Under): Command | null => {
  const interfaces = interfacesUnder(network, target);
  const [first] = interfaces;
  if (first === undefined) return null;
  const missing = interfaces.filter((id) => !network.networkInterfaces[id]?.groupIds.includes(groupId));
  const commands = (missing.length > 0 ? missing : [first]).map((id) => addGroup(id, groupId));
  return all(
    (before) => `Put ${nameOf(before, groupId)} on ${nameOf(before, target.cardId ?? first)}`,
    commands,
  );
};

const interfacesUnder = (network: Network, target: Under): readonly NetworkInterfaceId[] => {
  if (target.networkInterfaceId !== null) return [asId<"networkInterface">(target.networkInterfaceId)];
  if (target.cardId === null) return [];
  return interfacesOf(network, target.cardId).map((eni) => eni.networkInterfaceId);
};
