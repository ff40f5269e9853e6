import { expose, transfer } from "comlink";
import { type PackedUpdate, packUpdate } from "./analysis/packed-update";
import { TOLD_TIERS } from "./analysis/reach/told";
import { createIndexedEngine } from "./indexed-engine";
import type { Network } from "./model/network";
import type { PackedEngine } from "./worker-api";

/** Milliseconds of work between two looks at the door: a newer edit, or a question, never waits for longer. */
const SLICE = 8;

declare const performance: Readonly<{ now(): number }>;

let sliceStart = 0;
const slices = {
  start: () => {
    sliceStart = performance.now();
  },
  isTimeUp: () => performance.now() - sliceStart >= SLICE,
};

type Loaded = typeof import("./worker-questions");

let loaded: Loaded | null = null;
let questions: ReturnType<Loaded["workerQuestions"]> | null = null;

/** What questions and changes need is loaded with the first of them. */
async function asking(): Promise<NonNullable<typeof questions>> {
  loaded ??= await import("./worker-questions");
  questions ??= loaded.workerQuestions(engine, slices);
  return questions;
}

const engine = createIndexedEngine({
  isTimeUp: slices.isTimeUp,
  toldTiers: TOLD_TIERS,
  upkeep: () => {
    if (loaded === null) throw new Error("A change is brought in after what it needs was loaded");
    return loaded.upkeep;
  },
});

/** The same functions, some answered later. */
type Exposed = Readonly<{
  [Name in keyof PackedEngine]: (
    ...parameters: Parameters<PackedEngine[Name]>
  ) => ReturnType<PackedEngine[Name]> | Promise<ReturnType<PackedEngine[Name]>>;
}>;

function slice(work: () => ReturnType<typeof engine.advance>): PackedUpdate {
  slices.start();
  const packed = packUpdate(work());
  return transfer(packed, [packed.pairs.buffer, packed.removed.buffer]);
}

/** Fewer interfaces and ranges than tiers that are told cannot make a vast design. */
const mayBeVast = ({ networkInterfaces, ipRanges }: Network): boolean =>
  Object.keys(networkInterfaces).length + Object.keys(ipRanges).length + 1 > TOLD_TIERS;

/** The engine behind a worker's door. What the first picture needs comes first; explaining comes with the first question. */
const exposed: Exposed = {
  async load(network) {
    if (mayBeVast(network)) await asking();
    return slice(() => engine.load(network));
  },
  async apply(changes) {
    await asking();
    return slice(() => engine.apply(changes));
  },
  advance: () => slice(() => engine.advance()),
  focus: (ids) => engine.focus(ids),
  delta: async () => (await asking()).delta(),
  settle: async () => (await asking()).settle(),
  pairRules: async (from, to) => (await asking()).pairRules(from, to),
  tierPairRules: async (from, to) => (await asking()).tierPairRules(from, to),
  async test(question) {
    const { explain } = await import("./analysis/explain");
    return explain(engine.asked(), question);
  },
  /** Interface pairs are many, so their array is handed over, not copied. */
  async interfacePairs(query) {
    const answer = (await asking()).interfacePairs(query);
    return transfer(answer, [answer.pairs.buffer]);
  },
};

expose(exposed);
