import { NOTHING } from "../store/selection";
import type { PathlightStore } from "../store/store";

import { answered, type EngineConnection } from "./engine-connection";
import type { AnalysisStep, Held } from "./next-step";
import { type Desk, type Loaded, publish, type StepOf } from "./step-desk";

const load = async (desk: Desk, { network }: StepOf<"load">): Promise<Held> => {
  const update = await answered(desk.connection, desk.connection.engine.load(network));
  const held = { baseline: network, sent: network, asked: null, focus: NOTHING, isComplete: false };
  return publish(desk, held, update);
};

const advance = async (desk: Desk, held: Loaded): Promise<Held> =>
  publish(desk, held, await answered(desk.connection, desk.connection.engine.advance()));

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
  if (step.kind === "advance") return advance(desk, held);
  // The first picture needs none of them.
  const { takeLaterStep } = await import("./later-steps");
  return takeLaterStep(desk, step, held);
};
