import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { AnalysisUpdate, PathDelta } from "./analysis/answer";
import { createReachIndex } from "./analysis/reach/reach-index";
import { type Step, steps } from "./analysis/testing/random-edits";
import { createIndexedEngine, type IndexedEngine } from "./indexed-engine";
import { EMPTY_NETWORK } from "./model/network";
import { questionsOf, upkeep } from "./questions";
import { createRenewal } from "./renewal";

/** Random runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 100 };

/** All pairs of tiers told, or only those of the tiers in focus. */
const OPTIONS = { small: { upkeep: () => upkeep }, vast: { toldTiers: 1, upkeep: () => upkeep } };

const loaded = (list: readonly Step[], options: (typeof OPTIONS)["small"]) => {
  const engine = createIndexedEngine(options);
  engine.load(first(list));
  engine.focus(["eni-1", "eni-2"]);
  return { engine, questions: questionsOf(engine.ready) };
};

/** Makes an index anew as soon as anything is left behind, in slices of one step. */
const renewing = ({ asked, ready, replace }: IndexedEngine) => {
  const isTimeUp = () => true;
  const isWorn = ({ sets }: Readonly<{ sets: number }>) => sets > 2;
  return createRenewal({ asked, ready, replace, isTimeUp, upkeep: () => upkeep, isWorn });
};

const inOrder = <Value>(values: readonly Value[]) => values.map((value) => JSON.stringify(value)).toSorted();

/** What an update tells, whatever the order of its lists. */
const told = ({ tiers, removedTiers, tierPairs, removedTierPairs, paths, coverage }: AnalysisUpdate) => ({
  lists: [tiers, removedTiers, tierPairs, removedTierPairs].map((list) => inOrder<unknown>(list)),
  paths,
  coverage,
});

const counted = ({ opened, closed, widened, narrowed, tierPairs }: PathDelta) => ({
  counts: [opened, closed, widened, narrowed],
  pairs: inOrder(tierPairs),
});

const first = (list: readonly Step[]) => list[0]?.before ?? EMPTY_NETWORK;

describe("an index that is made anew", () => {
  test.each(["small", "vast"] as const)("goes on as if it had been the first, in a %s design", (size) => {
    let renewals = 0;
    fc.assert(
      fc.property(steps, fc.array(fc.nat(400)), (list, slices) => {
        const [own, plain] = [loaded(list, OPTIONS[size]), loaded(list, OPTIONS[size])];
        const renew = renewing(own.engine);
        for (const [at, { changes }] of list.entries()) {
          expect(told(own.engine.apply(changes))).toEqual(told(plain.engine.apply(changes)));
          expect(counted(own.questions.settle())).toEqual(counted(plain.questions.settle()));
          const before = own.engine.ready();
          for (let slice = slices[at] ?? 400; slice > 0 && renew(); slice--);
          if (own.engine.ready() !== before) renewals++;
        }
        const all = { kind: "all" } as const;
        expect(own.questions.interfacePairs(all)).toEqual(plain.questions.interfacePairs(all));
      }),
      RUNS,
    );
    expect(renewals).toBeGreaterThan(50);
  });

  test("is left as it is while a difference is being counted", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { engine } = loaded(list, OPTIONS.small);
        const before = engine.ready();
        for (const { changes } of list) engine.apply(changes);
        fc.pre(before.changedRows.size + before.endsBefore.size > 0);
        expect(renewing(engine)()).toBe(false);
        expect(engine.ready()).toBe(before);
      }),
      RUNS,
    );
  });

  test("does not take the place of one of which something is still to be told", () => {
    const { engine } = loaded([], OPTIONS.small);
    const present = engine.ready();
    engine.focus(["eni-1"]);
    engine.replace(createReachIndex());
    expect(engine.ready()).toBe(present);
    engine.advance();
    engine.replace(createReachIndex());
    expect(engine.ready()).not.toBe(present);
  });
});
