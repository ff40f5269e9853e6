import type { AnalysisUpdate } from "../../engine";
import type { PathlightStore } from "../store/store";
import type { EngineConnection } from "./engine-connection";
import { mergeUpdate } from "./merge-update";
import { type AnalysisStep, continues, type Held } from "./next-step";

export type Loaded = NonNullable<Held>;
export type StepOf<Kind extends AnalysisStep["kind"]> = Extract<AnalysisStep, Readonly<{ kind: Kind }>>;

/** The engine that is asked, and the store its answers go to. */
export type Desk = Readonly<{ store: PathlightStore; connection: EngineConnection }>;

/** The answer is shown, unless another design has been opened while it was worked out. */
export const publish = ({ store }: Desk, held: Loaded, update: AnalysisUpdate): Held => {
  const state = store.getState();
  if (continues(held, state)) state.analyzed(mergeUpdate(state.analysis, update, held.sent));
  return { ...held, isComplete: update.isComplete };
};
