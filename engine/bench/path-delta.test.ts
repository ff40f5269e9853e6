import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { PathCounts } from "../analysis/answer";
import { writePair } from "../analysis/reach/block";
import { compareFlows, flowDifference, GAINED, HAD, HAS, LOST } from "../analysis/reach/flow";
import { outcomeAt } from "../analysis/reach/outcome";
import { isSameEnd, outcomeChange } from "../analysis/reach/pair-change";
import { outcomeBetween } from "../analysis/reach/pair-outcome";
import { pathDelta } from "../analysis/reach/path-delta";
import { createReachIndex, type ReachIndex } from "../analysis/reach/reach-index";
import { refreshIndex } from "../analysis/reach/reach-update";
import { settle } from "../analysis/reach/settle";
import { type Step, steps } from "../analysis/testing/random-edits";
import { createEngine } from "../engine";
import { EMPTY_NETWORK, type Network } from "../model/network";
import { changesBetween, type NetworkChanges } from "../model/network-changes";
import { subtract, unite } from "../net/traffic-set";
import { upkeep } from "../questions";
import { interfaceEdit, ruleEdit, startEditing } from "./edits";
import { fixture } from "./fixture";
import { createRandom } from "./random";

/** Random runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 200 };

function bring(index: ReachIndex, changes: NetworkChanges): void {
  for (const _pause of refreshIndex(index, changes, upkeep.rows));
}

/** An index that has been through the steps, with nothing settled since the last but one. */
function indexAfter(list: readonly Step[]): ReachIndex {
  const index = createReachIndex();
  bring(index, changesBetween(EMPTY_NETWORK, list[0]?.before ?? EMPTY_NETWORK));
  settle(index);
  for (const [at, { changes }] of list.entries()) {
    bring(index, changes);
    if (at < list.length - 2) settle(index);
  }
  return index;
}

function* slotPairs({ ends }: ReachIndex): Generator<readonly [sender: number, receiver: number]> {
  for (const sender of ends.list.keys()) {
    for (const receiver of ends.list.keys()) if (sender !== receiver) yield [sender, receiver];
  }
}

/** Each pair compared as a whole, one by one. */
function countOneByOne(index: ReachIndex): PathCounts {
  const counts = { opened: 0, closed: 0, widened: 0, narrowed: 0 };
  for (const [sender, receiver] of slotPairs(index)) {
    const change = outcomeChange(index, sender, receiver);
    if ((change & (GAINED | LOST)) === 0) continue;
    if ((change & HAD) === 0) counts.opened++;
    else if ((change & HAS) === 0) counts.closed++;
    else {
      if ((change & GAINED) !== 0) counts.widened++;
      if ((change & LOST) !== 0) counts.narrowed++;
    }
  }
  return counts;
}

describe("the difference in paths since the last settlement", () => {
  test("counts the pairs that comparing all of them one by one finds", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const index = indexAfter(list);
        const { opened, closed, widened, narrowed } = pathDelta(index);
        expect({ opened, closed, widened, narrowed }).toEqual(countOneByOne(index));
      }),
      RUNS,
    );
  });

  test("is the same by the parts of what passes as by the sets that they make", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const index = indexAfter(list);
        for (const pair of slotPairs(index)) expectSameByParts(index, pair);
      }),
      RUNS,
    );
  });

  test("is so after edits of a large network with both families, replies and gateways", () => {
    const network = fixture("F-S", "whole");
    const index = createReachIndex();
    bring(index, changesBetween(EMPTY_NETWORK, network));
    const editing = startEditing(network, createRandom(5));
    const random = createRandom(6);
    for (let turn = 0; turn < 24; turn++) {
      settle(index);
      bring(index, turn % 4 === 3 ? interfaceEdit(editing) : ruleEdit(editing));
      const { opened, closed, widened, narrowed } = pathDelta(index);
      expect({ opened, closed, widened, narrowed }).toEqual(countOneByOne(index));
      for (const pair of random.sample([...slotPairs(index)], 300)) expectSameByParts(index, pair);
    }
  });
});

/** What passes between all ends of a network that was never another. */
function freshTraffic(network: Network): ReadonlyMap<string, string> {
  const engine = createEngine();
  engine.load(network);
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  const texts = traffic.map((items) => JSON.stringify(items));
  const found = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 3) {
    found.set(`${ends[pairs[at] ?? -1]} ${ends[pairs[at + 1] ?? -1]}`, texts[pairs[at + 2] ?? -1] ?? "");
  }
  return found;
}

test("of a large network the difference is that between two networks that were never others", () => {
  const editing = startEditing(fixture("F-S", "groups"), createRandom(8));
  const engine = createEngine();
  engine.load(editing.network);
  let before = freshTraffic(editing.network);
  for (let turn = 0; turn < 8; turn++) {
    engine.apply(ruleEdit(editing));
    const { opened, closed, widened, narrowed } = engine.settle();
    const now = freshTraffic(editing.network);
    const kept = [...now.keys()].filter((key) => before.has(key));
    const others = kept.filter((key) => now.get(key) !== before.get(key)).length;
    expect({ opened, closed }).toEqual({ opened: now.size - kept.length, closed: before.size - kept.length });
    expect(Math.max(widened, narrowed)).toBeLessThanOrEqual(others);
    expect(widened + narrowed).toBeGreaterThanOrEqual(others);
    before = now;
  }
});

test("rows that no tier looks itself up in are gone after a settlement", () => {
  fc.assert(
    fc.property(steps, (list) => {
      const index = indexAfter(list);
      settle(index);
      const fresh = createReachIndex();
      bring(fresh, changesBetween(EMPTY_NETWORK, list.at(-1)?.after ?? EMPTY_NETWORK));
      expect(index.rows.size).toBe(fresh.rows.size);
      expect(index.users.size).toBe(fresh.users.size);
    }),
    RUNS,
  );
});

/** Unless their parts do not tell. */
function expectSameByParts(index: ReachIndex, [sender, receiver]: readonly [number, number]): void {
  const { sets, comparer } = index;
  const shared = writePair(index, sender, receiver);
  if (shared === null) return;
  const areSame = isSameEnd(index, sender) && isSameEnd(index, receiver);
  const change = compareFlows(sets, comparer, shared, areSame);
  const difference = flowDifference(sets, comparer, shared, areSame);
  const whole = outcomeChange(index, sender, receiver);
  const isOther = (whole & (GAINED | LOST)) !== 0;
  expect(isOther ? change : change & (GAINED | LOST)).toBe(isOther ? whole : 0);
  expect(difference).toEqual(wholeDifference(index, sender, receiver, areSame));
}

function wholeDifference(index: ReachIndex, sender: number, receiver: number, areSame: boolean) {
  const { sets, outcomes } = index;
  const before = outcomeAt(outcomes, outcomeBetween(index, "before", sender, receiver));
  const now = outcomeAt(outcomes, outcomeBetween(index, "now", sender, receiver));
  const gain = (from: typeof now, to: typeof now) => {
    const some = subtract(sets, to.some, from.some);
    return areSame ? unite(sets, some, subtract(sets, to.whole, from.whole)) : some;
  };
  return { gained: gain(before, now), lost: gain(now, before) };
}
