import { expose, transfer } from "comlink";
import { createEngine } from "./engine";
import type { Engine } from "./worker-api";

const engine = createEngine();

/** The engine behind a worker's door. Interface pairs are many, so their array is handed over, not copied. */
const exposed: Engine = {
  ...engine,
  interfacePairs(query) {
    const answer = engine.interfacePairs(query);
    return transfer(answer, [answer.pairs.buffer]);
  },
};

expose(exposed);
