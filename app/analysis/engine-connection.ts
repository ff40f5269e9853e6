import { wrap } from "comlink";
import { type Engine, type PackedEngine, unpackUpdate } from "../../engine";

/** The engine at the other end of a worker: the same functions, answered later. */
export type RemoteEngine = {
  readonly [Name in keyof Engine]: (
    ...parameters: Parameters<Engine[Name]>
  ) => Promise<ReturnType<Engine[Name]>>;
};

/** An engine that may die. `died` resolves with the reason when it does; nothing is answered any more then. */
export type EngineConnection = Readonly<{
  engine: RemoteEngine;
  died: Promise<Error>;
  close(): void;
}>;

/** Says that the engine went away while it was asked, as against a question that it could not answer. */
export const ENGINE_DIED = "The analysis stopped unexpectedly.";

/** Waits for an answer as long as the engine lives. */
export const answered = <Value>(connection: EngineConnection, answer: Promise<Value>): Promise<Value> =>
  Promise.race([
    answer,
    connection.died.then((reason) => {
      throw new Error(ENGINE_DIED, { cause: reason });
    }),
  ]);

const deathOf = (worker: Worker): Promise<Error> =>
  new Promise((resolve) => {
    worker.addEventListener("error", (event) => resolve(new Error(event.message)));
    worker.addEventListener("messageerror", () => resolve(new Error("A message could not be read.")));
  });

/** The engine behind the worker's door, its updates unpacked. */
const unpacking = (worker: Worker): RemoteEngine => {
  const remote = wrap<PackedEngine>(worker);
  return {
    load: async (network) => unpackUpdate(await remote.load(network)),
    apply: async (changes) => unpackUpdate(await remote.apply(changes)),
    advance: async () => unpackUpdate(await remote.advance()),
    focus: (ids) => remote.focus(ids),
    delta: () => remote.delta(),
    settle: () => remote.settle(),
    test: (question) => remote.test(question),
    interfacePairs: (query) => remote.interfacePairs(query),
    pairRules: (from, to) => remote.pairRules(from, to),
    tierPairRules: (from, to) => remote.tierPairRules(from, to),
  };
};

/** Starts the engine in a worker of its own. */
export const connectWorker = (): EngineConnection => {
  const worker = new Worker(new URL("../../engine/worker.ts", import.meta.url), { type: "module" });
  return { engine: unpacking(worker), died: deathOf(worker), close: () => worker.terminate() };
};
