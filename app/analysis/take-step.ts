import { type AnalysisUpdate, changesBetween, type Question } from "../../engine";
import { NOTHING } from "../store/selection";
import type { Selection } from "../store/state";
import type { PathlightStore } from "../store/store";
import { answered, type EngineConnection } from "./engine-connection";
import { mergeUpdate } from "./merge-update";
import { type AnalysisStep, continues, type Held } from "./next-step";

type Loaded = NonNullable<Held>;
type StepOf<Kind extends AnalysisStep["kind"]> = Extract<AnalysisStep, Readonly<{ kind: Kind }>>;

/** The engine that is asked, and the store its answers go to. */
type Desk = Readonly<{ store: PathlightStore; connection: EngineConnection }>;

/** The answer is shown, unless another design has been opened while it was worked out. */
const publish = ({ store }: Desk, held: Loaded, update: AnalysisUpdate): Held => {
  const state = store.getState();
  if (continues(held, state)) state.analyzed(mergeUpdate(state.analysis, update, held.sent));
  return { ...held, isComplete: update.isComplete };
};

const load = async (desk: Desk, { network }: StepOf<"load">): Promise<Held> => {
  const update = await answered(desk.connection, desk.connection.engine.load(network));
  const held = { baseline: network, sent: network, asked: null, focus: NOTHING, isComplete: false };
  return publish(desk, held, update);
};

const apply = async (desk: Desk, { from, to }: StepOf<"apply">, held: Loaded): Promise<Held> => {
  const update = await answered(desk.connection, desk.connection.engine.apply(changesBetween(from, to)));
  return publish(desk, { ...held, sent: to }, update);
};

const advance = async (desk: Desk, held: Loaded): Promise<Held> =>
  publish(desk, held, await answered(desk.connection, desk.connection.engine.advance()));

const focus = async (desk: Desk, { selection }: StepOf<"focus">, held: Loaded): Promise<Held> => {
  await answered(desk.connection, desk.connection.engine.focus(idsOf(selection)));
  return { ...held, focus: selection, isComplete: false };
};

const idsOf = (selection: Selection): readonly string[] => {
  if (selection.kind === "elements") return selection.ids;
  return selection.kind === "tierPair" ? [selection.from, selection.to] : [];
};

const tell = async (desk: Desk, { kind, edit }: StepOf<"tell" | "close">, held: Loaded): Promise<Held> => {
  const { engine } = desk.connection;
  const delta = await answered(desk.connection, kind === "tell" ? engine.delta() : engine.settle());
  desk.store.getState().settled(edit, delta);
  return kind === "tell" ? held : { ...held, baseline: edit.after.network };
};

/** Null while the fields are no question. What reads names is loaded with the first form that has any. */
const questionOf = async ({ network, form }: StepOf<"ask">): Promise<Question | null> => {
  if (form.from.trim() === "" || form.to.trim() === "") return null;
  const { readTestForm } = await import("../store/test-question");
  const reading = readTestForm(network, form);
  return reading.kind === "question" ? reading.question : null;
};

const ask = async (desk: Desk, step: StepOf<"ask">, held: Loaded): Promise<Held> => {
  const { connection } = desk;
  const question = await questionOf(step);
  const answer = question === null ? null : await answered(connection, connection.engine.test(question));
  const state = desk.store.getState();
  if (continues(held, state) && state.answer !== answer) state.setAnswer(answer);
  return { ...held, asked: { network: held.sent, form: step.form } };
};

/** Takes one step and gives what the engine holds after it. Rejects when the engine fails or dies on the way. */
export const takeStep = async (
  step: Exclude<AnalysisStep, Readonly<{ kind: "idle" }>>,
  held: Held,
  connection: EngineConnection,
  store: PathlightStore,
): Promise<Held> => {
  const desk: Desk = { store, connection };
  if (step.kind === "load") return load(desk, step);
  if (held === null) throw new Error("Nothing has been loaded that this step could follow");
  switch (step.kind) {
    case "apply":
      return apply(desk, step, held);
    case "advance":
      return advance(desk, held);
    case "focus":
      return focus(desk, step, held);
    case "ask":
      return ask(desk, step, held);
    default:
      return tell(desk, step, held);
  }
};
