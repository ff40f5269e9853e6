import { expose, transfer } from "comlink";
import type { Answer, Question } from "./analysis/answer";
import { createIndexedEngine } from "./indexed-engine";
import type { Engine } from "./worker-api";

const { asked, ...engine } = createIndexedEngine();

type Exposed = Omit<Engine, "test"> & Readonly<{ test(question: Question): Promise<Answer> }>;

/** The engine behind a worker's door. What the first picture needs comes first; explaining comes with the first question. */
const exposed: Exposed = {
  ...engine,
  async test(question) {
    const network = asked();
    const { explain } = await import("./analysis/explain");
    return explain(network, question);
  },
  /** Interface pairs are many, so their array is handed over, not copied. */
  interfacePairs(query) {
    const answer = engine.interfacePairs(query);
    return transfer(answer, [answer.pairs.buffer]);
  },
};

expose(exposed);
