import { X } from "lucide-react";
import { deltaSentence } from "../store/delta-sentence";
import { pathlight, usePathlight } from "../store/store";
import { PassingLine } from "./PassingLine";
import "./toast.css";

/** How long the marks of a change stay, unless the pointer or focus is on the line. */
const SHOWN_FOR = 12_000;

const leave = (): void => pathlight.getState().showChange(null);

/** The quiet line over the canvas: what the last edit opened and closed. */
export const ChangeToast = () => {
  const change = usePathlight((state) => state.shownChange);
  const newest = usePathlight((state) => state.changes[0] ?? null);
  const { setPreferences, undoChange } = pathlight.getState();
  return (
    <div className="pl-toast-place" role="status" aria-live="polite">
      {change && (
        <PassingLine className="pl-toast" said={change} shownFor={SHOWN_FOR} onLeave={leave}>
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
          <button type="button" aria-label="Dismiss" onClick={leave}>
            <X size={16} aria-hidden="true" />
          </button>
        </PassingLine>
      )}
    </div>
  );
};
