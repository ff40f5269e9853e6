import { useReactFlow, useStore } from "@xyflow/react";
import { Info, LayoutDashboard, Maximize, Minus, Plus, SquareDashed, Waypoints } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import type { Scene } from "../scene/scene";
import { pathlight, usePathlight } from "../store/store";
import { Legend } from "./Legend";
import { LensBar } from "./LensBar";
import { contentBounds } from "./moving";
import { Overview } from "./Overview";
import { isInView } from "./reveal-selection";
import { useArrange } from "./use-arrange";
import { useLegend } from "./use-legend";
import { useFit } from "./use-view";
import "./toolbar.css";

/** Zoom, fit, arrange, what is drawn and what is reached; with the overview map while some of the design is out of view. */
export const Toolbar = ({ scene }: Readonly<{ scene: Scene }>) => {
  const drawn = useMemo(() => contentBounds(scene), [scene]);
  const outOfView = useStore((state) => !isInView(drawn, state));
  const { arranging, arrange } = useArrange(drawn, outOfView);
  const legend = useLegend();
  return (
    <div className="pl-tools" data-explained={legend.open}>
      <div className="pl-tools__left">
        <LensBar />
        <div className="pl-toolbar" role="toolbar" aria-label="View">
          <Zoom scene={scene} />
          <span className="pl-toolbar__rule" />
          <button
            type="button"
            disabled={arranging}
            title="Arrange: tidy the layout; undo brings it back"
            onClick={arrange}
          >
            <LayoutDashboard size={16} />{" "}
            <span className="pl-toolbar__text">{arranging ? "Arranging …" : "Arrange"}</span>
          </button>
          <span className="pl-toolbar__rule" />
          <Switches />
          <span className="pl-toolbar__rule" />
          <button
            ref={legend.button}
            type="button"
            aria-expanded={legend.open}
            aria-controls="pl-legend"
            title="Legend: what the signs of the drawing mean"
            onClick={legend.toggle}
          >
            <Info size={16} /> <span className="pl-toolbar__text">Legend</span>
          </button>
        </div>
      </div>
      {legend.open ? <Legend scene={scene} /> : outOfView && <Overview />}
    </div>
  );
};

const Zoom = ({ scene }: Readonly<{ scene: Scene }>) => {
  const { zoomIn, zoomOut } = useReactFlow();
  const fit = useFit();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <>
      <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => zoomOut()}>
        <Minus size={16} />
      </button>
      <span className="pl-toolbar__zoom">{zoom} %</span>
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoomIn()}>
        <Plus size={16} />
      </button>
      <button
        type="button"
        aria-label="Zoom to fit"
        title="Zoom to fit (0)"
        onClick={() => fit(scene.bounds, true)}
      >
        <Maximize size={16} />
      </button>
    </>
  );
};

const Switches = () => {
  const { allPaths, hulls } = usePathlight((state) => state.preferences);
  const { setPreferences } = pathlight.getState();
  return (
    <>
      <Switch
        label="All paths"
        icon={<Waypoints size={16} />}
        on={allPaths}
        set={(on) => setPreferences({ allPaths: on })}
      />
      <Switch
        label="Group outlines"
        icon={<SquareDashed size={16} />}
        on={hulls}
        set={(on) => setPreferences({ hulls: on })}
      />
    </>
  );
};

type SwitchProps = Readonly<{ label: string; icon: ReactNode; on: boolean; set(on: boolean): void }>;

/** Where there is little room, its icon stands for its name, which stays to be heard and pointed at. */
const Switch = ({ label, icon, on, set }: SwitchProps) => (
  <button
    type="button"
    role="switch"
    aria-checked={on}
    className="pl-switch"
    title={label}
    onClick={() => set(!on)}
  >
    <span className="pl-switch__track" aria-hidden="true" />
    <span className="pl-toolbar__icon" aria-hidden="true">
      {icon}
    </span>
    <span className="pl-toolbar__text">{label}</span>
  </button>
);
