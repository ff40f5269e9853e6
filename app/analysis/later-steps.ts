/** The steps after the first picture: what an edit, a question or the selection asks of the engine. */
import { changesBetween, type Question } from "../../engine";
import type { Selection } from "../store/state";
import { answered } from "./engine-connection";
import { type AnalysisStep, continues, type Held } from "./next-step";
import { type Desk, type Loaded, publish, type StepOf } from "./step-desk";

const apply = async (desk: Desk, { from, to }: StepOf<"apply">, held: Loaded): Promise<Held> => {
  const update = await answered(desk.connection, desk.connection.engine.apply(changesBetween(from, to)));
  return publish(desk, { ...held, sent: to }, update);
};

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

export type LaterStep = Exclude<AnalysisStep, Readonly<{ kind: "idle" | "load" | "advance" }>>;

export const takeLaterStep = (desk: Desk, step: LaterStep, held: Loaded): Promise<Held> => {
  switch (step.kind) {
    case "apply":
      return apply(desk, step, held);
    case "focus":
      return focus(desk, step, held);
    case "ask":
      return ask(desk, step, held);
    default:
      return tell(desk, step, held);
  }
};
