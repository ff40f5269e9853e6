import type { PathDelta } from "../../engine";
import { afterTelling } from "./open-edits";
import { stillAnswered } from "./selection";
import type { SetState } from "./slice";
import type { Actions, Change, OpenEdit, State } from "./state";

type ChangeActions = Pick<Actions, "showChange" | "analyzed" | "settled">;

/** Changes listed. Each keeps two diagrams, which share all that the edit left alone. */
const LISTED = 200;

/** Whether a change has anything to mark on the canvas. */
export const hasEffect = (delta: PathDelta): boolean =>
  delta.opened + delta.closed + delta.widened + delta.narrowed > 0;

const withChange = (changes: readonly Change[], change: Change): readonly Change[] =>
  [change, ...changes.filter(({ changeId }) => changeId !== change.changeId)].slice(0, LISTED);

/**
 * A field left after its pause has been told already: the same Change stays, so that nothing is announced twice. An edit
 * of a design that is no longer open is not told at all.
 */
const told = (state: State, edit: OpenEdit, delta: PathDelta): Partial<State> => {
  if (state.openEdits[0]?.changeId !== edit.changeId) return {};
  const openEdits = afterTelling(state.openEdits, edit);
  const known = state.changes.find(({ changeId }) => changeId === edit.changeId);
  if (known?.after === edit.after) return { openEdits };
  const { changeId, label, before, after } = edit;
  const change: Change = { changeId, label, delta, before, after };
  return {
    openEdits,
    changes: withChange(state.changes, change),
    shownChange: hasEffect(delta) ? change : null,
  };
};

/** What comes back from the engine. */
export const changeActions = (set: SetState): ChangeActions => ({
  showChange: (shownChange) => set({ shownChange }),
  analyzed: (analysis) =>
    set(({ selection }) => ({ analysis, selection: stillAnswered(selection, analysis) })),
  settled: (edit, delta) => set((state) => told(state, edit, delta)),
});
