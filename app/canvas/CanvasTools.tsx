import type { Scene } from "../scene/scene";
import { EmptyCanvas } from "./EmptyCanvas";
import { LensBar } from "./LensBar";
import { NewVpc } from "./NewVpc";
import { Toolbar } from "./Toolbar";

/** What lies over the drawing. Comes right after the first paint. */
export const CanvasTools = ({ scene }: Readonly<{ scene: Scene }>) => (
  <>
    <EmptyCanvas />
    <LensBar />
    <NewVpc />
    <Toolbar scene={scene} />
  </>
);
