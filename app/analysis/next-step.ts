import type { Network } from "../../engine";
import { EMPTY_TEST_FORM } from "../store/initial-state";
import type { OpenEdit, Selection, State, TestForm } from "../store/state";

/**
 * What the engine holds: the network it counts differences from, the one it was brought to last, and the question it was
 * asked last. Null before anything was loaded.
 */
export type Held = Readonly<{
  baseline: Network;
  sent: Network;
  asked: Readonly<{ network: Network; form: TestForm }> | null;
  /** What it was told to put first. */
  focus: Selection;
  /** Whether it has told all there is to tell of the network. */
  isComplete: boolean;
}> | null;

/** The one thing to do next. `tell` and `close` say what an edit did; `close` also counts anew from there. */
export type AnalysisStep =
  | Readonly<{ kind: "load"; network: Network }>
  | Readonly<{ kind: "apply"; from: Network; to: Network }>
  | Readonly<{ kind: "tell" | "close"; edit: OpenEdit }>
  | Readonly<{ kind: "focus"; selection: Selection }>
  | Readonly<{ kind: "advance" }>
  | Readonly<{ kind: "ask"; network: Network; form: TestForm }>
  | Readonly<{ kind: "idle" }>;

type Chain = Pick<State, "diagram" | "openEdits">;

/** The network that the difference told next is counted from. */
const chainStart = ({ diagram, openEdits }: Chain): Network =>
  openEdits[0]?.before.network ?? diagram.network;

/** Whether what the engine holds still belongs to the open design: if not, another one has been opened meanwhile. */
export const continues = (held: NonNullable<Held>, chain: Chain): boolean =>
  held.baseline === chainStart(chain);

type Looked = Pick<State, "diagram" | "openEdits" | "testForm" | "selection" | "analysis">;

/** With this many tiers it matters which of them come first. */
const LARGE = 100;

/**
 * Follows from the state alone, looked at anew after each step. So the newest edit wins by itself: what was typed while
 * the engine was busy is skipped, save for states that an edit has to be told about.
 * Edits form a chain: each begins at the network where the one before ended. A design that does not continue the chain
 * has been opened, and is loaded.
 */
export const nextStep = (
  held: Held,
  { diagram, openEdits, testForm, selection, analysis }: Looked,
): AnalysisStep => {
  const [edit] = openEdits;
  const target = edit?.after.network ?? diagram.network;
  if (held === null || held.baseline !== chainStart({ diagram, openEdits }))
    return { kind: "load", network: chainStart({ diagram, openEdits }) };
  if (held.sent !== target) return { kind: "apply", from: held.sent, to: target };
  if (edit?.asked === "pause") return { kind: "tell", edit };
  if (edit?.asked === "close") return { kind: "close", edit };
  const isLarge = analysis.tiers.size > LARGE;
  if (held.focus !== selection && isLarge) return { kind: "focus", selection };
  if (!held.isComplete) return { kind: "advance" };
  // Before a question is typed there is none, so the first picture does not wait for what reads it.
  if (held.asked === null && testForm === EMPTY_TEST_FORM) return { kind: "idle" };
  if (held.asked?.network === target && held.asked.form === testForm) return { kind: "idle" };
  return { kind: "ask", network: target, form: testForm };
};
