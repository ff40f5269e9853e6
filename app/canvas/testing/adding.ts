import type { Diagram, Size } from "../../document/diagram";
import { layoutOf } from "../../scene/layout-of";
import { addElement } from "../add-element";
import type { Position } from "../drop";
import type { VpcShape } from "../new-vpc";
import type { Addable } from "../palette-items";
import { selectedTarget, selectedVpcs } from "../selected-target";

/** A palette item as the keyboard adds it into what is selected. */
export const additionTo = (
  diagram: Diagram,
  resource: Addable,
  selected: readonly string[] = [],
  vpcShape: VpcShape | null = null,
  point: Position | null = null,
  canvas: Size = { width: 1000, height: 800 },
) => {
  const { network } = diagram;
  const selection = { kind: "elements", ids: selected } as const;
  return addElement(resource, {
    network,
    scene: { ...layoutOf(diagram), hulls: [], arrows: [], bounds: { x: 0, y: 0, width: 0, height: 0 } },
    target: selectedTarget(selection, network),
    point,
    chosenVpcIds: selectedVpcs(selection, network),
    vpcShape,
    canvas,
  });
};

/** The diagram with it, and its id; or the test fails with what was refused. */
export const added = (...args: Parameters<typeof additionTo>): Readonly<{ diagram: Diagram; id: string }> => {
  const addition = additionTo(...args);
  const result = addition.ok ? addition.value.command.run(args[0]) : addition;
  if (!addition.ok || !result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`);
  return { diagram: result.value, id: addition.value.id };
};
