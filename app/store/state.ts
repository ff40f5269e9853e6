import type {
  Answer,
  Coverage,
  InterfacePairs,
  Network,
  PairRules,
  PairsQuery,
  PathDelta,
  Question,
  Result,
  SecurityGroupId,
  SecurityGroupRuleId,
  Tier,
  TierId,
  TierPair,
} from "../../engine";
import type { Command, Refusal } from "../document/command";
import type { Diagram } from "../document/diagram";
import type { HistoryEntry } from "../document/history";
import type { RowDraft, RowDrafts } from "../document/row-draft";
import type { RuleDraft, RuleDrafts } from "../document/rule-draft";

export type { HistoryEntry } from "../document/history";
export type { RuleDraft, RuleDrafts } from "../document/rule-draft";

/** What the next gesture is about. Elements are named by id (`internet` for the Internet's node). */
export type Selection =
  | Readonly<{ kind: "none" }>
  | Readonly<{ kind: "elements"; ids: readonly string[] }>
  | Readonly<{ kind: "tierPair"; from: TierId; to: TierId }>;

/** The latest answer of the engine. `network` is the one it is about; while it is not the diagram's, the answer is stale. */
export type AnalysisState = Readonly<{
  network: Network | null;
  tiers: ReadonlyMap<TierId, Tier>;
  /** By `tierPairKey(from, to)`. */
  tierPairs: ReadonlyMap<string, TierPair>;
  paths: number;
  coverage: Coverage;
  /** Set while the worker is being started again after it died. */
  restarting: boolean;
}>;

/**
 * An edit of the network whose effect on the paths has not been told yet, or, in a text field, may still grow. `asked` is
 * "pause" when the effect so far is to be told though the field stays open, and "close" when the edit is complete.
 */
export type OpenEdit = Readonly<{
  /** Becomes the id of its Change: what a later pause or the close tells takes the place of what was told before. */
  changeId: number;
  label: string;
  mergeKey: string | null;
  before: Diagram;
  after: Diagram;
  asked: "nothing" | "pause" | "close";
}>;

/** One settled edit with what it did to the paths; also the toast while it is the latest. */
export type Change = Readonly<{
  changeId: number;
  label: string;
  delta: PathDelta;
  before: Diagram;
  after: Diagram;
}>;

/** Something said to the user in passing, at the canvas. A refusal is over with the next edit; an error is not. */
export type Notice = Readonly<{ noticeId: number; tone: "info" | "error" | "refusal"; text: string }>;

export type Theme = "light" | "dark" | "system";
export type Lens = Readonly<{ direction: "canReach" | "reachedBy"; steps: 1 | 2 | 3 | "all" }> | null;
export type DrawerTab = "test" | "changes";

/** What is remembered on this machine beside the design; not part of undo. */
export type Preferences = Readonly<{
  theme: Theme;
  allPaths: boolean;
  hulls: boolean;
  inspectorOpen: boolean;
  inspectorWidth: number;
  drawerOpen: boolean;
  drawerHeight: number;
  drawerTab: DrawerTab;
  /** The address "My IP" stands for, as the user stated it; null before. */
  myIp: string | null;
}>;

/**
 * A row of a network ACL or a route table. `row` is called as in the `rule` of an answer: "ingress 100", "0.0.0.0/0", "local"; a
 * catch-all "egress *", or "egress * ::/0" where the family is known.
 */
export type RowMark = Readonly<{ elementId: string; row: string }>;

export type SavedState = "saved" | "saving" | "failed";

/** The last question in the drawer, kept so that it is asked again on every change. */
export type TestForm = Readonly<{
  /** An id, or what was typed: a name, an address, a CIDR. */
  from: string;
  to: string;
  /** Id of a service of the test's list (test-service.ts). */
  type: string;
  /** By name or number. */
  protocol: string;
  port: string;
  /** What kind of client asks: a name that questions know; empty for any. */
  client: string;
  /** Numbers as typed, for ICMP only; empty stands for an echo request. */
  icmpType: string;
  icmpCode: string;
}>;

export type State = Readonly<{
  diagram: Diagram;
  /** Identity of the open design in storage. */
  designId: string;
  past: readonly HistoryEntry[];
  future: readonly HistoryEntry[];
  selection: Selection;
  drafts: RuleDrafts;
  /** Unfinished rows of the other forms. */
  rowDrafts: RowDrafts;
  analysis: AnalysisState;
  /** Edits that are not told completely, oldest first; only the last can be one that still grows. */
  openEdits: readonly OpenEdit[];
  /** Newest first, for the session. */
  changes: readonly Change[];
  /** The change whose opened and closed paths are marked on the canvas; null when none is. */
  shownChange: Change | null;
  notice: Notice | null;
  lens: Lens;
  testForm: TestForm;
  answer: Answer | null;
  saved: SavedState;
  preferences: Preferences;
  /** Rule rows and arrows light each other up: ids of rules under the pointer or focus. */
  highlightedRules: readonly SecurityGroupRuleId[];
  /** The row that decides where a step of an answer has the pointer or the focus, or led here. */
  markedRow: RowMark | null;
}>;

export type Actions = Readonly<{
  /** The only way to another diagram. A refusal goes back to the caller; nothing has changed then. */
  dispatch(command: Command): Result<void, Refusal>;
  /** As dispatch, but a refusal is also said in a notice at the canvas. For gestures without a field beside them. */
  attempt(command: Command): boolean;
  undo(): void;
  redo(): void;
  /** Undoes step by step until the network is again what it was before this change, if that is still in the history. */
  undoChange(change: Change): void;
  select(selection: Selection): void;
  selectElements(...ids: readonly string[]): void;
  /** Puts another design in place, with an empty history. */
  open(designId: string, diagram: Diagram, drafts?: RuleDrafts, rowDrafts?: RowDrafts): void;
  /** The open design goes on under another identity and name, with its history. */
  continueAs(designId: string, name: string): void;
  setDraft(draft: RuleDraft): void;
  dropDraft(groupId: SecurityGroupId, draftId: string): void;
  /** The unfinished rows of one form, in place of those it had. */
  setRowDrafts(form: string, drafts: readonly RowDraft[]): void;
  setPreferences(preferences: Partial<Preferences>): void;
  setLens(lens: Lens): void;
  setTestForm(form: Partial<TestForm>): void;
  setAnswer(answer: Answer | null): void;
  setSaved(saved: SavedState): void;
  setHighlightedRules(ids: readonly SecurityGroupRuleId[]): void;
  setMarkedRow(mark: RowMark | null): void;
  say(tone: Notice["tone"], text: string): void;
  dismissNotice(): void;
  /** A text field is done with (blur, Enter): the paths it opened and closed are told now, and its undo step is complete. */
  settle(): void;
  /** Nothing was typed for 800 ms: what the field opened and closed so far is told, but the field stays open. */
  pause(): void;
  showChange(change: Change | null): void;
  /** Called by app/analysis only. */
  analyzed(analysis: AnalysisState): void;
  /**
   * Called by app/analysis only: what `edit` did to the paths. It becomes the newest change, or takes the place of what
   * was told of the same edit before; its marks are shown if it has any.
   */
  settled(edit: OpenEdit, delta: PathDelta): void;
}>;

/** Questions to the engine, answered by app/analysis, handed to views by a React context in main.tsx. */
export type EngineQueries = Readonly<{
  interfacePairs(query: PairsQuery): Promise<InterfacePairs>;
  tierPairRules(from: TierId, to: TierId): Promise<PairRules>;
  test(question: Question): Promise<Answer>;
}>;

export const tierPairKey = (from: TierId, to: TierId): string => `${from} → ${to}`;
