import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { AnalysisUpdate } from "./analysis/answer";
import { steps } from "./analysis/testing/random-edits";
import { createIndexedEngine } from "./indexed-engine";
import { EMPTY_NETWORK, type Network } from "./model/network";
import { questionsOf, upkeep } from "./questions";

/** Random runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 200 };

/** What a page holds after updates: the pairs of tiers that it was told, and how many paths there are. */
const page = () => {
  const pairs = new Map<string, string>();
  let paths = 0;
  const take = (update: AnalysisUpdate): void => {
    if (update.fresh) pairs.clear();
    for (const { from, to } of update.removedTierPairs) pairs.delete(`${from} ${to}`);
    for (const pair of update.tierPairs) pairs.set(`${pair.from} ${pair.to}`, JSON.stringify(pair));
    paths = update.paths;
  };
  return { take, holds: () => ({ pairs: [...pairs].sort(), paths }) };
};

const opened = (network: Network, toldTiers: number) => {
  const engine = createIndexedEngine({ toldTiers, upkeep: () => upkeep });
  const shown = page();
  shown.take(engine.load(network));
  engine.focus(["eni-1"]);
  shown.take(engine.advance());
  return { engine, shown, questions: questionsOf(engine.ready) };
};

describe("a design that becomes too large to tell all its pairs, or small enough", () => {
  test("is told as one that was so from the start, with what is selected in focus", () => {
    fc.assert(
      fc.property(
        steps,
        fc.constantFrom(2, 3, 4, 5),
        fc.array(fc.boolean()),
        (list, toldTiers, settlements) => {
          const { engine, shown, questions } = opened(list[0]?.before ?? EMPTY_NETWORK, toldTiers);
          for (const [at, { changes, after }] of list.entries()) {
            shown.take(engine.apply(changes));
            if (settlements[at]) questions.settle();
            expect(shown.holds()).toEqual(opened(after, toldTiers).shown.holds());
          }
        },
      ),
      RUNS,
    );
  });
});
