import type { Scene } from "../scene/scene";
import { Links } from "./Links";
import { PairLines } from "./PairLines";
import { ServedFrames } from "./ServedFrames";
import { TestedPath } from "./TestedPath";

/** What is drawn over the scene: links between VPCs, what the selection serves, its own pairs, the tested path. Comes after the first paint. */
export const Overlays = ({ scene }: Readonly<{ scene: Scene }>) => (
  <>
    <Links scene={scene} />
    <ServedFrames scene={scene} />
    <PairLines scene={scene} />
    <TestedPath scene={scene} />
  </>
);
