import Button from "@cloudscape-design/components/button";
import { useMemo } from "react";
import type { Change } from "../../store/state";
import { pathlight, usePathlight } from "../../store/store";
import { countsOf, exposureText, whereText } from "./change-summary";
import { editedRulesText } from "./edited-rules";
import { NoEffect } from "./NoEffect";

/** What each edit of this session did to the paths, newest first. */
export const ChangesTab = () => {
  const changes = usePathlight((state) => state.changes);
  if (changes.length === 0)
    return (
      <p className="pl-drawer__empty">
        Nothing has changed yet. Edit a rule, and each change tells here which paths it opened and closed.
      </p>
    );
  return (
    <ol className="pl-changes" aria-label="Changes, newest first">
      {changes.map((change, at) => (
        <ChangeRow key={change.changeId} change={change} isNewest={at === 0} />
      ))}
    </ol>
  );
};

const ChangeRow = ({ change, isNewest }: Readonly<{ change: Change; isNewest: boolean }>) => {
  const counts = countsOf(change);
  const exposure = exposureText(change);
  const rules = useMemo(() => editedRulesText(change), [change]);
  return (
    <li className="pl-change">
      <span className="pl-change__what">
        <span className="pl-change__label">{change.label}</span>
        {rules !== "" && <span className="pl-change__rules">{rules}</span>}
      </span>
      <span className="pl-change__effect">
        {counts.length === 0 && <NoEffect change={change} />}
        {counts.map(({ kind, sign, text }) => (
          <span key={kind} className={`pl-count pl-count--${kind}`}>
            {sign}
            {text}
          </span>
        ))}
        {counts.length > 0 && <span className="pl-change__where">{whereText(change)}</span>}
        {exposure !== "" && <span className="pl-change__exposure">{exposure}</span>}
      </span>
      <span className="pl-change__actions">
        {counts.length > 0 && <ShowButton change={change} />}
        {isNewest && <UndoButton change={change} />}
      </span>
    </li>
  );
};

const ShowButton = ({ change }: Readonly<{ change: Change }>) => {
  const isShown = usePathlight((state) => state.shownChange === change);
  return (
    <Button
      variant="inline-link"
      ariaLabel={`${isShown ? "Hide" : "Show"} on the canvas: ${change.label}`}
      onClick={() => pathlight.getState().showChange(isShown ? null : change)}
    >
      {isShown ? "Hide" : "Show"}
    </Button>
  );
};

/** Offered while the history still holds the state before the change. */
const UndoButton = ({ change }: Readonly<{ change: Change }>) => {
  const isInHistory = usePathlight(({ past }) =>
    past.some(({ diagram }) => diagram.network === change.before.network),
  );
  if (!isInHistory) return null;
  return (
    <Button
      variant="inline-link"
      ariaLabel={`Undo: ${change.label}`}
      onClick={() => pathlight.getState().undoChange(change)}
    >
      Undo
    </Button>
  );
};
