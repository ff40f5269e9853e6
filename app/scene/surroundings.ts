import { frameTextRects } from "./frame-titles";
import type { Scene } from "./scene";
import type { Surroundings } from "./scenery";

/** What of a scene arrows and their labels keep clear of. */
export const surroundingsOf = ({
  cards,
  outsides,
  frames,
  gateways,
  hulls,
}: Omit<Scene, "arrows" | "bounds">): Surroundings => ({
  solids: [...cards, ...outsides].map(({ rect }) => rect),
  texts: [
    ...frames.flatMap(frameTextRects),
    ...gateways.map(({ rect }) => rect),
    ...hulls.map(({ label }) => label.rect),
  ],
  hulls: hulls.map(({ bounds }) => bounds),
  frames: frames.map(({ rect }) => rect),
});
