import type { DragEvent } from "react";
import { ResourceGlyph } from "../ui/ResourceGlyph";
import { startNewDrag } from "./drag-data";
import { whenReady } from "./lazy-gestures";
import { PALETTE, type PaletteItem } from "./palette-items";

/** Drag one onto the canvas, or press Enter to add it into what is selected. */
export const PaletteSections = () =>
  PALETTE.map(({ title, items }) => {
    const id = `pl-palette-${title.replaceAll(" ", "-")}`;
    return (
      <div key={title} className="pl-palette__section">
        <h2 id={id}>{title}</h2>
        <ul aria-labelledby={id}>
          {items.map((item) => (
            <li key={item.resource}>
              <Item item={item} />
            </li>
          ))}
        </ul>
      </div>
    );
  });

const Item = ({ item: { resource, glyph, name } }: Readonly<{ item: PaletteItem }>) => (
  <button
    type="button"
    className="pl-palette__item"
    draggable
    title={`${name}: drag onto the canvas, or press Enter to add it into the selected container`}
    onDragStart={(event: DragEvent) => startNewDrag(event.dataTransfer, resource)}
    onClick={() => whenReady((gestures) => gestures.addToSelection(resource))}
  >
    <ResourceGlyph kind={glyph} tile size={20} />
    {name}
  </button>
);
