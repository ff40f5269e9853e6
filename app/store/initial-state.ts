import { EMPTY_DIAGRAM } from "../document/diagram";
import { NOTHING } from "./selection";
import type { AnalysisState, Preferences, State, TestForm } from "./state";

/** Before the engine has answered at all. */
export const NO_ANALYSIS: AnalysisState = {
  network: null,
  tiers: new Map(),
  tierPairs: new Map(),
  paths: 0,
  coverage: { notJudged: [], assumptions: [] },
  restarting: false,
};

export const EMPTY_TEST_FORM: TestForm = {
  from: "",
  to: "",
  type: "ssh",
  protocol: "tcp",
  port: "22",
  client: "",
  icmpType: "",
  icmpCode: "",
};

/** What belongs to the open design and starts anew with another one. */
export const NEW_DESIGN_STATE = {
  past: [],
  future: [],
  selection: NOTHING,
  drafts: {},
  rowDrafts: {},
  analysis: NO_ANALYSIS,
  openEdits: [],
  changes: [],
  shownChange: null,
  lens: null,
  testForm: EMPTY_TEST_FORM,
  answer: null,
  highlightedRules: [],
  markedRow: null,
} satisfies Partial<State>;

/** The state before a design is open. */
export const initialState = (preferences: Preferences): State => ({
  ...NEW_DESIGN_STATE,
  diagram: EMPTY_DIAGRAM,
  designId: "",
  notice: null,
  saved: "saved",
  preferences,
});
