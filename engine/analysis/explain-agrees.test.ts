import fc from "fast-check";
import { expect, test } from "vitest";
import { createEngine } from "../engine";
import { type Network, recordsOf } from "../model/network";
import { PROBES } from "../testing/random-network";
import { amountIn } from "../testing/traffic-items";
import type { EndId, TrafficItem } from "./answer";
import { explain } from "./explain";
import type { End } from "./question";
import { steps } from "./testing/random-edits";

const VERDICTS = { none: "blocked", some: "partial", whole: "allowed" } as const;

/** Not the Internet: to a question it is everything outside, to the list of pairs what no range covers. */
const endsOf = (network: Network): readonly (readonly [EndId, End])[] => [
  ...recordsOf(network.networkInterfaces).map(
    ({ networkInterfaceId }) =>
      [networkInterfaceId, { kind: "networkInterface", networkInterfaceId }] as const,
  ),
  ...recordsOf(network.ipRanges).map(({ ipRangeId }) => [ipRangeId, { kind: "ipRange", ipRangeId }] as const),
];

const listedPairs = (network: Network): ReadonlyMap<string, readonly TrafficItem[]> => {
  const engine = createEngine();
  engine.load(network);
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  const listed = new Map<string, readonly TrafficItem[]>();
  for (let at = 0; at < pairs.length; at += 3) {
    listed.set(`${ends[pairs[at] ?? 0]} ${ends[pairs[at + 1] ?? 0]}`, traffic[pairs[at + 2] ?? 0] ?? []);
  }
  return listed;
};

/**
 * Two ways of counting, one answer: also in drawings where subnets, groups and lists are gone, addresses stand twice or are
 * none, and ranges lie inside a VPC.
 */
test("explaining a packet agrees with the list of pairs, however odd the drawing", () => {
  let asked = 0;
  const checkNetwork = (network: Network, turn: number) => {
    const listed = listedPairs(network);
    for (const [fromId, from] of endsOf(network)) {
      for (const [toId, to] of endsOf(network)) {
        if (fromId === toId) continue;
        for (const packet of PROBES.filter((_, at) => (at + turn) % 5 === 0)) {
          const { verdict } = explain(network, { from: [from], to: [to], packet });
          const expected = VERDICTS[amountIn(listed.get(`${fromId} ${toId}`) ?? [], packet)];
          const where = `${fromId} to ${toId} ${JSON.stringify(packet)}:`;
          expect(`${where} ${verdict}`).toBe(`${where} ${expected}`);
          asked += 1;
        }
      }
    }
  };
  fc.assert(
    fc.property(steps, fc.nat(4), (list, turn) => {
      for (const { after } of list) checkNetwork(after, turn);
    }),
    { numRuns: 150 },
  );
  expect(asked).toBeGreaterThan(20_000);
}, 60_000);
