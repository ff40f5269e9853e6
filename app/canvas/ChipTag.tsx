import type { DragEvent } from "react";
import type { Chip } from "../scene/scene";
import { pathlight, usePathlight } from "../store/store";
import { startGroupDrag } from "./drag-data";
import "./chip.css";

/** A security group by name, small enough for a VPC's head: click selects it, dragging it onto a card puts it on. */
export const ChipTag = ({ chip }: Readonly<{ chip: Chip }>) => {
  const selected = usePathlight(
    ({ selection }) => selection.kind === "elements" && selection.ids.includes(chip.groupId),
  );
  const onDragStart = (event: DragEvent) => startGroupDrag(event.dataTransfer, chip.groupId);
  return (
    <button
      type="button"
      className="pl-chip-tag nopan"
      style={{ "--chip": `var(--pl-group-${chip.color})` }}
      aria-pressed={selected}
      draggable
      onDragStart={onDragStart}
      onClick={(event) => {
        event.stopPropagation();
        pathlight.getState().selectElements(chip.groupId);
      }}
      title={`Security group ${chip.name}: click to edit its rules, drag it onto a card to put it on`}
    >
      <span className="pl-chip" aria-hidden="true">
        {chip.label}
      </span>
      {chip.name}
    </button>
  );
};
