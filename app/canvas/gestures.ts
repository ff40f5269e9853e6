/**
 * What gestures on the canvas do to the design. All commands and their checks hang on this module, so it is loaded after
 * the first paint (see `whenReady` in lazy-gestures.ts).
 */
import { layoutOf } from "../scene/layout-of";
import type { Scene } from "../scene/scene";
import { pathlight } from "../store/store";
import { addElement } from "./add-element";
import { carryOut, shapeFor } from "./add-new";
import { canvasSize } from "./canvas-size";
import { commandOfMove } from "./commit-move";
import type { Position } from "./drop";
import type { Moved } from "./moving";
import type { Addable } from "./palette-items";
import { selectedTarget, selectedVpcs } from "./selected-target";

export { arrangeDesign } from "./arrange-design";
export { dropOnCanvas } from "./drop-on-canvas";

/** Enter or click in the palette: adds into what is selected, and selects what was added. */
export const addToSelection = async (resource: Addable): Promise<void> => {
  const answer = await shapeFor(resource);
  if (answer === null) return;
  const { diagram, selection } = pathlight.getState();
  const { network } = diagram;
  const nothing = { x: 0, y: 0, width: 0, height: 0 };
  const addition = addElement(resource, {
    network,
    scene: { ...layoutOf(diagram), hulls: [], arrows: [], bounds: nothing },
    target: selectedTarget(selection, network),
    point: null,
    chosenVpcIds: selectedVpcs(selection, network),
    vpcShape: answer.shape,
    vpcNamed: answer.named,
    canvas: canvasSize(),
  });
  carryOut(addition);
};

/** The end of a drag (with the pointer) or of a step with the arrow keys (without). */
export const finishMove = (scene: Scene, moved: Moved, pointer: Position | null): void => {
  const { diagram, attempt, say } = pathlight.getState();
  const command = commandOfMove(diagram.network, scene, moved, pointer);
  if (command.ok) attempt(command.value);
  else say("refusal", command.error);
};
