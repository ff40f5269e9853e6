import { lazy, Suspense } from "react";
import { Canvas } from "./canvas/Canvas";
import { Palette } from "./canvas/Palette";
import "./shell/shell.css";
import { TopBar } from "./shell/TopBar";
import { useShortcuts } from "./shell/use-shortcuts";
import { useTheme } from "./shell/use-theme";
import { pathlight, usePathlight } from "./store/store";

const Inspector = lazy(() =>
  import("./inspector/Inspector").then((module) => ({ default: module.Inspector })),
);
const PanelEdge = lazy(() => import("./ui/PanelEdge").then((module) => ({ default: module.PanelEdge })));
const Messages = lazy(() => import("./shell/Messages").then((module) => ({ default: module.Messages })));
const Drawer = lazy(() => import("./drawer/Drawer").then((module) => ({ default: module.Drawer })));

/** Its tabs stay; the room is kept from the start, so that the canvas does not jump when the forms arrive. */
const CLOSED_DRAWER = 46;

/** The frame of the page: bar, palette, canvas, inspector, drawer. The forms come after the first paint of the canvas. */
export const App = () => {
  useShortcuts();
  useTheme();
  const { inspectorOpen, inspectorWidth, drawerOpen, drawerHeight } = usePathlight(
    (state) => state.preferences,
  );
  return (
    <div className="pl-app">
      <TopBar />
      <Palette />
      <main className="pl-app__canvas">
        <Canvas />
        <Suspense fallback={null}>
          <Messages />
        </Suspense>
      </main>
      {inspectorOpen && (
        <aside className="pl-app__inspector" aria-label="Inspector" style={{ width: inspectorWidth }}>
          <Suspense fallback={<Loading />}>
            <PanelEdge
              edge="left"
              label="Width of the inspector"
              size={inspectorWidth}
              least={360}
              most={720}
              onResize={(width) => pathlight.getState().setPreferences({ inspectorWidth: width })}
            />
            <Inspector />
          </Suspense>
        </aside>
      )}
      <footer className="pl-app__drawer" style={{ minHeight: drawerOpen ? drawerHeight : CLOSED_DRAWER }}>
        <Suspense fallback={<Loading />}>
          <Drawer />
        </Suspense>
      </footer>
    </div>
  );
};

const Loading = () => <p className="pl-loading">Loading the forms …</p>;
