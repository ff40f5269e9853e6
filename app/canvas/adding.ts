import type { Network, Result, SubnetId, VpcId } from "../../engine";
import type { Command } from "../document/command";
import type { Size } from "../document/diagram";
import type { Scene } from "../scene/scene";
import { cardSize } from "../scene/sizes";
import type { Position, Under } from "./drop";
import type { VpcShape } from "./new-vpc";
import type { NamedVpc } from "./new-vpc-question";
import { placeIn } from "./place-in";

export type Adding = Readonly<{
  network: Network;
  scene: Scene;
  /** What the new thing is to stand in or on. */
  target: Under;
  /** Where it was dropped, on the canvas; null: anywhere free. */
  point: Position | null;
  /** The VPCs dropped on or selected; empty where `target` was only taken for want of a choice. */
  chosenVpcIds: readonly VpcId[];
  /** What a new VPC is made with; null: nothing. */
  vpcShape: VpcShape | null;
  /** What the user called it; as it is proposed where nobody was asked. */
  vpcNamed?: NamedVpc | null;
  /** How large the canvas is to be seen. */
  canvas: Size;
}>;

/** What to do, and what to select afterwards; or a sentence that says what is missing. */
export type Addition = Result<Readonly<{ command: Command; id: string }>, string>;

/** Where a card stands in its subnet. */
export const cardPlace = ({ scene, point }: Adding, subnetId: SubnetId, size = cardSize(1)) => ({
  ...placeIn(scene, subnetId, size, point),
  size: null,
});
