import { expose, transfer } from "comlink";
import type { Answer, Question } from "./analysis/answer";
import { type PackedUpdate, packUpdate } from "./analysis/packed-update";
import { createIndexedEngine } from "./indexed-engine";
import type { PackedEngine } from "./worker-api";

/** Milliseconds of work between two looks at the door: a newer edit, or a question, never waits for longer. */
const SLICE = 8;

/** Above this many tiers only the pairs of those in focus are told. */
const TOLD_TIERS = 300;

declare const performance: Readonly<{ now(): number }>;

let sliceStart = 0;
const isTimeUp = (): boolean => performance.now() - sliceStart >= SLICE;

const { asked, ...engine } = createIndexedEngine({ isTimeUp, toldTiers: TOLD_TIERS });

type Exposed = Omit<PackedEngine, "test"> & Readonly<{ test(question: Question): Promise<Answer> }>;

function slice(work: () => ReturnType<typeof engine.advance>): PackedUpdate {
  sliceStart = performance.now();
  const packed = packUpdate(work());
  return transfer(packed, [packed.pairs.buffer, packed.removed.buffer]);
}

/** The engine behind a worker's door. What the first picture needs comes first; explaining comes with the first question. */
const exposed: Exposed = {
  ...engine,
  load: (network) => slice(() => engine.load(network)),
  apply: (changes) => slice(() => engine.apply(changes)),
  advance: () => slice(() => engine.advance()),
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
