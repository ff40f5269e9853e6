import type { DragEvent } from "react";
import { layoutOf } from "../scene/layout-of";
import { pathlight } from "../store/store";
import { ResourceGlyph, type ResourceKind } from "../ui/ResourceGlyph";
import { addElement } from "./add-element";
import { startNewDrag } from "./drag-data";
import { selectedTarget } from "./selected-target";
import "./palette.css";

export const PALETTE: readonly Readonly<{ resource: ResourceKind; name: string }>[] = [
  { resource: "vpc", name: "VPC" },
  { resource: "subnet", name: "Subnet" },
  { resource: "instance", name: "Instance" },
  { resource: "networkInterface", name: "Interface" },
  { resource: "securityGroup", name: "Security group" },
  { resource: "dbInstance", name: "Database" },
  { resource: "internet", name: "Internet" },
  { resource: "ipRange", name: "IP range" },
];

/** The things that can be drawn: drag one onto the canvas, or press Enter to add it into what is selected. */
export const Palette = () => (
  <nav className="pl-palette" aria-label="Palette">
    {PALETTE.map(({ resource, name }) => (
      <button
        key={resource}
        type="button"
        className="pl-palette__item"
        draggable
        title={`${name}: drag onto the canvas, or press Enter to add it into the selected container`}
        onDragStart={(event: DragEvent) => startNewDrag(event.dataTransfer, resource)}
        onClick={() => addToSelection(resource)}
      >
        <ResourceGlyph kind={resource} tile size={32} />
        {name}
      </button>
    ))}
  </nav>
);

const addToSelection = (resource: ResourceKind): void => {
  const { diagram, selection, attempt, say, selectElements } = pathlight.getState();
  const scene = { ...layoutOf(diagram), hulls: [], arrows: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
  const target = selectedTarget(selection, diagram.network);
  const addition = addElement({ resource, network: diagram.network, scene, target, point: null });
  if (!addition.ok) say("error", addition.error);
  else if (attempt(addition.value.command)) selectElements(addition.value.id);
};
