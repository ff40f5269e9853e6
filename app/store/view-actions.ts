import type { GetState, SetState } from "./slice";
import type { Actions, RuleDraft, RuleDrafts } from "./state";

type ViewActions = Omit<
  Actions,
  | "dispatch"
  | "attempt"
  | "undo"
  | "redo"
  | "undoChange"
  | "open"
  | "continueAs"
  | "settle"
  | "pause"
  | "showChange"
  | "analyzed"
  | "settled"
>;

let lastNoticeId = 0;
const nextNoticeId = (): number => {
  lastNoticeId += 1;
  return lastNoticeId;
};

const withDraft = (drafts: RuleDrafts, draft: RuleDraft): RuleDrafts => {
  const rows = drafts[draft.groupId] ?? [];
  const isNew = rows.every(({ draftId }) => draftId !== draft.draftId);
  const next = isNew ? [...rows, draft] : rows.map((row) => (row.draftId === draft.draftId ? draft : row));
  return { ...drafts, [draft.groupId]: next };
};

const withoutDraft = (drafts: RuleDrafts, groupId: string, draftId: string): RuleDrafts => {
  const rows = (drafts[groupId] ?? []).filter((row) => row.draftId !== draftId);
  const { [groupId]: _, ...others } = drafts;
  return rows.length === 0 ? others : { ...others, [groupId]: rows };
};

/** What the views remember beside the diagram; none of it is undone. */
export const viewActions = (set: SetState, get: GetState): ViewActions => ({
  select: (selection) => set({ selection }),
  selectElements: (...ids) =>
    set({ selection: ids.length === 0 ? { kind: "none" } : { kind: "elements", ids } }),
  setDraft: (draft) => set(({ drafts }) => ({ drafts: withDraft(drafts, draft) })),
  dropDraft: (groupId, draftId) => set(({ drafts }) => ({ drafts: withoutDraft(drafts, groupId, draftId) })),
  setRowDrafts: (form, drafts) => set(({ rowDrafts }) => ({ rowDrafts: { ...rowDrafts, [form]: drafts } })),
  setPreferences: (preferences) => set({ preferences: { ...get().preferences, ...preferences } }),
  setLens: (lens) => set({ lens }),
  setTestForm: (form) => set(({ testForm }) => ({ testForm: { ...testForm, ...form } })),
  setAnswer: (answer) => set({ answer }),
  setSaved: (saved) => set({ saved }),
  setHighlightedRules: (highlightedRules) => set({ highlightedRules }),
  setMarkedRow: (markedRow) => set({ markedRow }),
  say: (tone, text) => set({ notice: { noticeId: nextNoticeId(), tone, text } }),
  dismissNotice: () => set({ notice: null }),
});
