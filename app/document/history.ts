import type { Diagram } from "./diagram";

/** One undo step: the diagram on the far side of it, and what was done. */
export type HistoryEntry = Readonly<{ label: string; mergeKey: string | null; diagram: Diagram }>;

/** A diagram with the ways back and forward. The newest step is last in `past`, the next to redo last in `future`. */
export type History = Readonly<{
  diagram: Diagram;
  past: readonly HistoryEntry[];
  future: readonly HistoryEntry[];
}>;

/** Steps kept. Diagrams share their unchanged records, so that a step costs what it touched. */
export const HISTORY_LIMIT = 500;

export const historyOf = (diagram: Diagram): History => ({ diagram, past: [], future: [] });

/**
 * Puts `next` in place as one step. Steps in a row with the same merge key are one step: it goes back to before the
 * first of them and bears the label of the last. After an undo a step never merges, since it opens another branch.
 */
export const push = (
  history: History,
  next: Diagram,
  label: string,
  mergeKey: string | null = null,
): History => {
  if (next === history.diagram) return history;
  const last = history.past.at(-1);
  const merges = mergeKey !== null && last?.mergeKey === mergeKey && history.future.length === 0;
  const before = merges ? last.diagram : history.diagram;
  const kept = merges ? history.past.slice(0, -1) : history.past;
  const past = [...kept, { label, mergeKey, diagram: before }].slice(-HISTORY_LIMIT);
  return { diagram: next, past, future: [] };
};

/** One step back; the same history where there is none. */
export const undo = (history: History): History => {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  return {
    diagram: step.diagram,
    past: history.past.slice(0, -1),
    future: [...history.future, { ...step, diagram: history.diagram }],
  };
};

/** One step forward again; the same history where there is none. */
export const redo = (history: History): History => {
  const step = history.future.at(-1);
  if (step === undefined) return history;
  return {
    diagram: step.diagram,
    past: [...history.past, { ...step, diagram: history.diagram }],
    future: history.future.slice(0, -1),
  };
};

/** Closes the last step (a field was left): what comes next does not merge with it. */
export const seal = (history: History): History => {
  const last = history.past.at(-1);
  if (last === undefined || last.mergeKey === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, mergeKey: null }] };
};
