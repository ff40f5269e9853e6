import type { Scene } from "../scene/scene";
import { EmptyCanvas } from "./EmptyCanvas";
import { itemsOf } from "./moving";
import { NewVpc } from "./NewVpc";
import { useRevealInternet, useRevealSelection } from "./reveal-selection";
import { Toolbar } from "./Toolbar";

/** What lies over the drawing, and what moves the view. Comes right after the first paint. */
export const CanvasTools = ({ scene }: Readonly<{ scene: Scene }>) => {
  useRevealSelection(scene);
  useRevealInternet(scene);
  return (
    <>
      {itemsOf(scene).length === 0 && <EmptyCanvas />}
      <NewVpc />
      <Toolbar scene={scene} />
    </>
  );
};
