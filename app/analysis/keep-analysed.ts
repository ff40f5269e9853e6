import type { EngineQueries } from "../store/state";
import type { PathlightStore } from "../store/store";
import type { EngineConnection } from "./engine-connection";
import { engineHost } from "./engine-host";
import { type AnalysisStep, type Held, nextStep } from "./next-step";
import { takeStep } from "./take-step";

/** What the loop is given from outside, so that tests can hand it an engine in the process and a clock that does not wait. */
export type Wiring = Readonly<{
  store: PathlightStore;
  connect(): EngineConnection;
  wait(milliseconds: number): Promise<void>;
}>;

/** Milliseconds before the first and the second new start; after the third failure in a row the user is told. */
const PATIENCE = [100, 1000];

const GIVEN_UP =
  "The analysis stopped three times in a row. Your design is safe; the analysis starts again with your next edit.";

const nextEdit = (store: PathlightStore): Promise<void> =>
  new Promise((resolve) => {
    const unsubscribe = store.subscribe((state, previous) => {
      if (state.diagram === previous.diagram && state.testForm === previous.testForm) return;
      unsubscribe();
      resolve();
    });
  });

/**
 * Keeps the answer in the store the answer to the diagram in the store, one step at a time, whatever happens to the
 * engine. Gives the questions that views may put to the same engine.
 */
export const keepAnalysed = ({ store, connect, wait }: Wiring): EngineQueries => {
  let held: Held = null;
  let failures = 0;
  let running = false;
  const host = engineHost(connect, () => {
    held = null;
    void run();
  });

  const recover = async (): Promise<void> => {
    held = null;
    failures += 1;
    host.restart();
    store.getState().analyzed({ ...store.getState().analysis, restarting: true });
    const patience = PATIENCE[failures - 1];
    if (patience !== undefined) return wait(patience);
    store.getState().say("error", GIVEN_UP);
    await nextEdit(store);
    failures = 0;
  };

  const take = async (step: Exclude<AnalysisStep, Readonly<{ kind: "idle" }>>): Promise<void> => {
    try {
      held = await takeStep(step, held, host.connection(), store);
      if (step.kind === "load") host.loaded();
    } catch {
      await recover();
    }
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let step = next(); step.kind !== "idle"; step = next()) await take(step);
    failures = 0;
    running = false;
  };

  const next = (): AnalysisStep => nextStep(held, store.getState());

  store.subscribe(() => void run());
  void run();
  return {
    interfacePairs: (query) => host.ask((engine) => engine.interfacePairs(query)),
    tierPairRules: (from, to) => host.ask((engine) => engine.tierPairRules(from, to)),
    test: (question) => host.ask((engine) => engine.test(question)),
  };
};
