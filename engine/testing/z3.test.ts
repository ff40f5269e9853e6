import { afterAll, beforeAll, expect, test } from "vitest";
import { listedPairs } from "../bench/agreement";
import { fixture, fixtureOf } from "../bench/fixture";
import { FIXTURES } from "../bench/fixture-size";
import type { Pair } from "../bench/formula";
import { judge } from "../bench/judge";
import { createRandom } from "../bench/random";
import { type Solver, startSolver } from "../bench/solver";
import { createSubject } from "../bench/subject";
import { type Network, recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";

/** A second judge of another kind: a solver that looks for a packet about which the engine is wrong. */

let solver: Solver;

beforeAll(async () => {
  solver = await startSolver();
}, 60_000);

afterAll(() => solver.stop());

const PAIRS = 500;
const PAIRS_OF_SMALL = 20;

/** Ten servers that wear five of eight groups, half of whose rules are outbound: much of it is blocked. */
const smallNetwork = (seed: number): Network =>
  fixtureOf({ ...FIXTURES["F-X"], interfaces: 10, groups: 8, groupSets: 10, rareServices: 20, seed });

function randomPairs(network: Network, count: number, seed: number): readonly Pair[] {
  const random = createRandom(seed);
  const wearers = recordsOf<NetworkInterface>(network.networkInterfaces);
  return Array.from({ length: count }, (): Pair => {
    const [from, to] = random.sample(wearers, 2);
    if (from === undefined || to === undefined) throw new RangeError("Too few interfaces");
    return [from, to];
  });
}

const networks: readonly Readonly<{ network: Network; pairs: readonly Pair[] }>[] = [
  { network: fixture("F-S", "groups"), count: PAIRS / 2 },
  ...Array.from({ length: Math.ceil(PAIRS / 2 / PAIRS_OF_SMALL) }, (_, at) => ({
    network: smallNetwork(1000 + at),
    count: PAIRS_OF_SMALL,
  })),
].map(({ network, count }, at) => ({ network, pairs: randomPairs(network, count, at + 1) }));

test("the solver notices traffic that is left out, made up, or wrongly said to need a reply", async () => {
  const network = fixture("F-S", "groups");
  const subject = createSubject();
  subject.compile(network);
  const listed = listedPairs(subject.everyPair());
  const [pair] = randomPairs(network, 1, 1);
  if (pair === undefined) throw new RangeError("No pair");
  const items = listed(pair[0].networkInterfaceId, pair[1].networkInterfaceId);
  const [first] = items;
  if (first === undefined) throw new RangeError("A pair that has no traffic shows nothing");
  expect(await judge(solver, network, pair, items)).toBeNull();
  expect(await judge(solver, network, pair, items.slice(1))).not.toBeNull();
  expect(
    await judge(solver, network, pair, [...items, { ...first, protocol: 47, ranges: [] }]),
  ).not.toBeNull();
  const doubted = items.map((item) => ({ ...item, partial: !item.partial }));
  expect(await judge(solver, network, pair, doubted)).not.toBeNull();
}, 60_000);

test("a solver finds no packet about which the engine is wrong, on 500 pairs", async ({ annotate }) => {
  const faults: string[] = [];
  const tally = { pairs: 0, open: 0, partial: 0 };
  for (const { network, pairs } of networks) {
    const subject = createSubject();
    subject.compile(network);
    subject.allPairs();
    const listed = listedPairs(subject.everyPair());
    for (const pair of pairs) {
      const [from, to] = pair;
      const items = listed(from.networkInterfaceId, to.networkInterfaceId);
      tally.pairs++;
      if (items.length > 0) tally.open++;
      if (items.some((item) => item.partial)) tally.partial++;
      const fault = await judge(solver, network, pair, items);
      if (fault !== null) faults.push(`${from.networkInterfaceId} ${to.networkInterfaceId}: ${fault}`);
    }
  }
  await annotate(JSON.stringify(tally));
  expect(faults).toEqual([]);
  expect(tally.pairs).toBeGreaterThanOrEqual(PAIRS);
  expect(tally.open).toBeLessThan(tally.pairs);
}, 240_000);
