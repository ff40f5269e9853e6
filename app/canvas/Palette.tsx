import type { DragEvent } from "react";
import { ResourceGlyph, type ResourceKind } from "../ui/ResourceGlyph";
import { startNewDrag } from "./drag-data";
import { whenReady } from "./lazy-gestures";
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
        onClick={() => whenReady((gestures) => gestures.addToSelection(resource))}
      >
        <ResourceGlyph kind={resource} tile size={32} />
        {name}
      </button>
    ))}
  </nav>
);
