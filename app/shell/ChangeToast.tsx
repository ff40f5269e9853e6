import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { deltaSentence } from "../store/delta-sentence";
import { pathlight, usePathlight } from "../store/store";
import "./toast.css";

/** How long the marks of a change stay, unless the pointer or focus is on the line. */
const SHOWN_FOR = 12_000;

/** The quiet line over the canvas: what the last edit opened and closed. */
export const ChangeToast = () => {
  const change = usePathlight((state) => state.shownChange);
  const newest = usePathlight((state) => state.changes[0] ?? null);
  const [held, setHeld] = useState(false);
  const { showChange, setPreferences, undoChange } = pathlight.getState();

  useEffect(() => {
    if (!change || held) return;
    const timer = setTimeout(() => showChange(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [change, held, showChange]);

  return (
    <div className="pl-toast-place" role="status" aria-live="polite">
      {change && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only holds the line while it is pointed at
        <div
          className="pl-toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className="pl-toast__label">{change.label}</span>
          <span>{deltaSentence(change)}</span>
          <button type="button" onClick={() => setPreferences({ drawerOpen: true, drawerTab: "changes" })}>
            Show
          </button>
          {change === newest && (
            <button type="button" onClick={() => undoChange(change)}>
              Undo
            </button>
          )}
          <button type="button" aria-label="Dismiss" onClick={() => showChange(null)}>
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
};
