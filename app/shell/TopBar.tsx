import { Moon, PanelRight, Redo2, Sun, SunMoon, Undo2 } from "lucide-react";
import { useState } from "react";
import type { SavedState, Theme } from "../store/state";
import { pathlight, usePathlight } from "../store/store";
import { DesignMenu } from "./DesignMenu";
import "./bar.css";

const SAVED: Readonly<Record<SavedState, string>> = {
  saved: "Saved in this browser",
  saving: "Saving …",
  failed: "Not saved. Save a file to keep your work.",
};

/** Name and state of the design, undo and redo, what is shown. */
export const TopBar = () => (
  <header className="pl-bar">
    <Mark />
    <DesignName />
    <DesignMenu />
    <Saved />
    <span className="pl-bar__space" />
    <HistoryButtons />
    <ThemeButton />
    <InspectorButton />
  </header>
);

const Mark = () => (
  <span className="pl-bar__mark">
    <svg width="24" height="24" viewBox="0 0 64 64" aria-hidden="true">
      <path className="pl-bar__mark-line" d="M12 46c14 0 11-26 25-26h9" />
      <path className="pl-bar__mark-head" d="M44 10l14 10-14 10z" />
      <circle cx="12" cy="46" r="8" />
    </svg>
    Pathlight
  </span>
);

const DesignName = () => {
  const name = usePathlight((state) => state.diagram.name);
  const [text, setText] = useState<string | null>(null);
  const done = () => {
    const next = text?.trim() ?? "";
    if (next !== "" && next !== name) import("./edits").then((edits) => edits.rename(next));
    setText(null);
  };
  return (
    <input
      className="pl-bar__name"
      aria-label="Name of the design"
      title="Click to rename"
      size={Math.max(8, (text ?? name).length)}
      maxLength={80}
      value={text ?? name}
      onChange={(event) => setText(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setText(null);
      }}
    />
  );
};

const Saved = () => {
  const saved = usePathlight((state) => state.saved);
  return (
    <span className="pl-bar__saved" data-saved={saved} role="status">
      {SAVED[saved]}
    </span>
  );
};

const HistoryButtons = () => {
  const undoLabel = usePathlight((state) => state.past.at(-1)?.label ?? null);
  const redoLabel = usePathlight((state) => state.future.at(-1)?.label ?? null);
  const { undo, redo } = pathlight.getState();
  return (
    <>
      <BarButton
        label={undoLabel === null ? "Undo" : `Undo: ${undoLabel}`}
        disabled={undoLabel === null}
        onClick={undo}
      >
        <Undo2 size={18} />
      </BarButton>
      <BarButton
        label={redoLabel === null ? "Redo" : `Redo: ${redoLabel}`}
        disabled={redoLabel === null}
        onClick={redo}
      >
        <Redo2 size={18} />
      </BarButton>
    </>
  );
};

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };
const THEME_ICON = { system: SunMoon, light: Sun, dark: Moon };

const ThemeButton = () => {
  const theme = usePathlight((state) => state.preferences.theme);
  const Icon = THEME_ICON[theme];
  return (
    <BarButton
      label={`Theme: ${theme}. Switch to ${NEXT_THEME[theme]}`}
      onClick={() => pathlight.getState().setPreferences({ theme: NEXT_THEME[theme] })}
    >
      <Icon size={18} />
    </BarButton>
  );
};

const InspectorButton = () => {
  const open = usePathlight((state) => state.preferences.inspectorOpen);
  return (
    <BarButton
      label={open ? "Hide the inspector" : "Show the inspector"}
      onClick={() => pathlight.getState().setPreferences({ inspectorOpen: !open })}
    >
      <PanelRight size={18} />
    </BarButton>
  );
};

type BarButtonProps = Readonly<{
  label: string;
  disabled?: boolean;
  onClick(): void;
  children: React.ReactNode;
}>;

const BarButton = ({ label, disabled = false, onClick, children }: BarButtonProps) => (
  <button
    type="button"
    className="pl-bar__icon"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onClick}
  >
    {children}
  </button>
);
