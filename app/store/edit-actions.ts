import { fail, ok } from "../../engine";
import type { Command, Refusal } from "../document/command";
import type { Diagram } from "../document/diagram";
import { type History, push, redo, seal, undo } from "../document/history";
import { NEW_DESIGN_STATE } from "./initial-state";
import { closeLast, pauseLast, withStep } from "./open-edits";
import { stillThere } from "./selection";
import type { GetState, SetState } from "./slice";
import type { Actions, Change, State } from "./state";

type EditActions = Pick<
  Actions,
  "dispatch" | "attempt" | "undo" | "redo" | "undoChange" | "open" | "continueAs" | "settle" | "pause"
>;

let lastChangeId = 0;
const nextChangeId = (): number => {
  lastChangeId += 1;
  return lastChangeId;
};

type Told = Readonly<{ label: string; mergeKey: string | null }>;

/** What follows from another history: the diagram, what there is to tell of it, and a selection of things that exist. */
const arriveAt = (state: State, history: History, { label, mergeKey }: Told): Partial<State> => {
  const step = { label, mergeKey, before: state.diagram, after: history.diagram };
  return {
    ...history,
    openEdits: withStep(state.openEdits, step, nextChangeId()),
    selection: stillThere(state.selection, history.diagram),
  };
};

const changed = (state: State, next: Diagram, command: Command): Partial<State> => {
  if (next === state.diagram) return {};
  const label = command.label(state.diagram);
  const mergeKey = command.mergeKey ?? null;
  return arriveAt(state, push(state, next, label, mergeKey), { label, mergeKey });
};

const undone = (state: State): Partial<State> => {
  const step = state.past.at(-1);
  return step === undefined
    ? {}
    : arriveAt(state, undo(state), { label: `Undo: ${step.label}`, mergeKey: null });
};

/** What has been redone is complete: typing in the same field afterwards is a step of its own. */
const redone = (state: State): Partial<State> => {
  const step = state.future.at(-1);
  if (step === undefined) return {};
  return arriveAt(state, seal(redo(state)), { label: `Redo: ${step.label}`, mergeKey: null });
};

const backTo = (history: History, change: Change): History | null => {
  const back = undo(history);
  if (back === history) return null;
  return back.diagram.network === change.before.network ? back : backTo(back, change);
};

const changeUndone = (state: State, change: Change): Partial<State> => {
  const history = backTo(state, change);
  return history === null ? {} : arriveAt(state, history, { label: `Undo: ${change.label}`, mergeKey: null });
};

/** All sentences for refusals are loaded with the first one. */
const sayRefusal = async (get: GetState, refusal: Refusal): Promise<void> => {
  const { refusalText } = await import("../document/refusal-sentences");
  get().say("refusal", refusalText(refusal));
};

/** Everything that leads to another diagram, or completes the step to it. */
export const editActions = (set: SetState, get: GetState): EditActions => ({
  dispatch: (command) => {
    const result = command.run(get().diagram);
    if (!result.ok) return fail(result.error);
    set((state) => changed(state, result.value, command));
    return ok(undefined);
  },
  attempt: (command) => {
    const result = get().dispatch(command);
    if (!result.ok) void sayRefusal(get, result.error);
    return result.ok;
  },
  undo: () => set(undone),
  redo: () => set(redone),
  undoChange: (change) => set((state) => changeUndone(state, change)),
  open: (designId, diagram, drafts = {}, rowDrafts = {}) =>
    set({ ...NEW_DESIGN_STATE, notice: null, designId, diagram, drafts, rowDrafts }),
  continueAs: (designId, name) => set(({ diagram }) => ({ designId, diagram: { ...diagram, name } })),
  settle: () => set((state) => ({ ...seal(state), openEdits: closeLast(state.openEdits) })),
  pause: () => set(({ openEdits }) => ({ openEdits: pauseLast(openEdits) })),
});
