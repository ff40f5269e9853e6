import { lazy, Suspense } from "react";
import "./palette.css";

const PaletteSections = lazy(() =>
  import("./PaletteSections").then(({ PaletteSections: component }) => ({ default: component })),
);

/** The things that can be drawn. Its room is there at once; the things come right after the first paint. */
export const Palette = () => (
  <nav className="pl-palette" aria-label="Palette">
    <Suspense fallback={null}>
      <PaletteSections />
    </Suspense>
  </nav>
);
