import { lazy, Suspense, useState } from "react";
import type { SavedState } from "../store/state";
import { usePathlight } from "../store/store";
import "./bar.css";

const DesignMenu = lazy(() => import("./DesignMenu").then((module) => ({ default: module.DesignMenu })));

const BarTools = lazy(() => import("./BarTools").then((module) => ({ default: module.BarTools })));

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
    <Suspense fallback={<span className="pl-bar__menu" />}>
      <DesignMenu />
    </Suspense>
    <Saved />
    <span className="pl-bar__space" />
    <Suspense fallback={null}>
      <BarTools />
    </Suspense>
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
