import { Moon, PanelRight, Redo2, Sun, SunMoon, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import type { Theme } from "../store/state";
import { pathlight, usePathlight } from "../store/store";

/** Undo and redo, the theme, and the inspector. Comes right after the first paint. */
export const BarTools = () => (
  <>
    <HistoryButtons />
    <ThemeButton />
    <InspectorButton />
  </>
);

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
  children: ReactNode;
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
