import type { Diagram } from "../document/diagram";
import type { OpenEdit } from "./state";

type Step = Readonly<{ label: string; mergeKey: string | null; before: Diagram; after: Diagram }>;

const last = (edits: readonly OpenEdit[]): OpenEdit | undefined => edits[edits.length - 1];

const withLast = (edits: readonly OpenEdit[], edit: OpenEdit): readonly OpenEdit[] => [
  ...edits.slice(0, -1),
  edit,
];

/** The last edit is complete; told as soon as the engine has caught up. */
export const closeLast = (edits: readonly OpenEdit[]): readonly OpenEdit[] => {
  const edit = last(edits);
  return edit === undefined || edit.asked === "close" ? edits : withLast(edits, { ...edit, asked: "close" });
};

/** What the last edit did so far is to be told; it may still grow. */
export const pauseLast = (edits: readonly OpenEdit[]): readonly OpenEdit[] => {
  const edit = last(edits);
  return edit === undefined || edit.asked !== "nothing"
    ? edits
    : withLast(edits, { ...edit, asked: "pause" });
};

/** May the next keystroke with this key still grow the last edit? */
export const grows = (edits: readonly OpenEdit[], mergeKey: string | null): boolean => {
  const edit = last(edits);
  return edit !== undefined && mergeKey !== null && edit.mergeKey === mergeKey && edit.asked !== "close";
};

/**
 * Brings a step in: it grows the edit of the same text field, or closes what was open and follows it. Steps that leave the
 * network alone (moving, renaming the design) have nothing to tell and only close what was open.
 */
export const withStep = (edits: readonly OpenEdit[], step: Step, changeId: number): readonly OpenEdit[] => {
  const edit = last(edits);
  if (edit !== undefined && grows(edits, step.mergeKey))
    return withLast(edits, { ...edit, label: step.label, after: step.after, asked: "nothing" });
  if (step.before.network === step.after.network) return closeLast(edits);
  const asked = step.mergeKey === null ? "close" : "nothing";
  return [...closeLast(edits), { ...step, changeId, asked }];
};

/** The oldest edit has been told as it is in `told`: it goes if it is complete, else it stays open. */
export const afterTelling = (edits: readonly OpenEdit[], told: OpenEdit): readonly OpenEdit[] => {
  const [first, ...rest] = edits;
  if (first === undefined || first.changeId !== told.changeId) return edits;
  if (told.asked === "close") return rest;
  return first === told ? [{ ...first, asked: "nothing" }, ...rest] : edits;
};
