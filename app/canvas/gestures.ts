/**
 * What gestures on the canvas do to the design. All commands and their checks hang on this module, so it is loaded after
 * the first paint (see `whenReady` in lazy-gestures.ts).
 */
import { layoutOf } from "../scene/layout-of";
import type { Scene } from "../scene/scene";
import { pathlight } from "../store/store";
import { addElement } from "./add-element";
import { commandOfMove } from "./commit-move";
import type { Position } from "./drop";
import type { Moved } from "./moving";
import type { Addable } from "./palette-items";
import { selectedTarget, selectedVpcs } from "./selected-target";

export { arrangeDesign } from "./arrange-design";
export { dropOnCanvas } from "./drop-on-canvas";

/** Enter or click in the palette: adds into what is selected, and selects what was added. */
export const addToSelection = (resource: Addable): void => {
  const { diagram, selection, attempt, say, selectElements } = pathlight.getState();
  const scene = { ...layoutOf(diagram), hulls: [], arrows: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
  const { network } = diagram;
  const addition = addElement(resource, {
    network,
    scene,
    target: selectedTarget(selection, network),
    point: null,
    chosenVpcIds: selectedVpcs(selection, network),
    vpcShape: null,
  });
  if (!addition.ok) say("error", addition.error);
  else if (attempt(addition.value.command)) selectElements(addition.value.id);
};

/** The end of a drag (with the pointer) or of a step with the arrow keys (without). */
export const finishMove = (scene: Scene, moved: Moved, pointer: Position | null): void => {
  const { diagram, attempt, say } = pathlight.getState();
  const command = commandOfMove(diagram.network, scene, moved, pointer);
  if (command.ok) attempt(command.value);
  else say("error", command.error);
};
