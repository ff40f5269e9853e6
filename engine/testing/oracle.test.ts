import fc from "fast-check";
import { expect, test } from "vitest";
import type { End, EndId, TrafficItem, Verdict } from "../analysis/answer";
import { INTERNET } from "../analysis/answer";
import { explain } from "../analysis/explain";
import { createEngine } from "../engine";
import type { Network } from "../model/network";
import { recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import { judge } from "./oracle";
import { type PlainAddress, plainAddress, plainText } from "./oracle-address";
import { amountBetween, borderAddresses, type PlainEnd, type Probe, sidesOf } from "./oracle-ends";
import { PROBES, randomNetwork } from "./random-network";
import { amountIn } from "./traffic-items";

const SEED = 20_261_121;
const NETWORKS = 250;
/** Typed addresses are many in each network. */
const TYPED_NETWORKS = 80;

const VERDICTS = { none: "blocked", some: "partial", whole: "allowed" } as const;

/** An end as a question means it (`plain`), and as the list of pairs does (`listed`). */
type NamedEnd = Readonly<{ id: EndId; end: End; plain: PlainEnd; listed: PlainEnd }>;

const endsOf = (network: Network): readonly NamedEnd[] => [
  ...recordsOf<NetworkInterface>(network.networkInterfaces).map((wearer): NamedEnd => {
    const { networkInterfaceId } = wearer;
    const end: End = { kind: "networkInterface", networkInterfaceId };
    const plain: PlainEnd = { kind: "interface", wearer };
    return { id: networkInterfaceId, end, plain, listed: plain };
  }),
  ...recordsOf(network.ipRanges).map((range): NamedEnd => {
    const end: End = { kind: "ipRange", ipRangeId: range.ipRangeId };
    const plain: PlainEnd = { kind: "range", range };
    return { id: range.ipRangeId, end, plain, listed: plain };
  }),
  {
    id: INTERNET,
    end: { kind: "internet" },
    plain: { kind: "internet" },
    listed: { kind: "restOfInternet" },
  },
];

/** All listed pairs of a network, by "from to". */
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

/** Five of the probes, others for each pair; all of them come up over many pairs. */
const probesFor = (turn: number): readonly Probe[] => PROBES.filter((_, at) => (at + turn) % 4 === 0);

const addressesOf = (network: Network): readonly PlainAddress[] =>
  recordsOf<NetworkInterface>(network.networkInterfaces)
    .flatMap((wearer) => [
      ...wearer.privateIpAddresses.flatMap((row) => [row.privateIpAddress, row.publicIp ?? "8.8.8.8"]),
      ...wearer.ipv6Addresses,
    ])
    .concat("10.0.1.200", "203.0.113.7", "203.0.113.200", "192.168.7.7", "2001:db8:ffff::7")
    .map(plainAddress);

/** One pair of ends, with the evaluation by hand for a probe. */
const pairIn = (network: Network, borders: readonly PlainAddress[]) => {
  const sides = (from: PlainEnd, to: PlainEnd) => sidesOf(network, from, to, borders);
  return (from: NamedEnd, to: NamedEnd) => {
    const [asked, listed] = [sides(from.plain, to.plain), sides(from.listed, to.listed)];
    const isSame = from.plain === from.listed && to.plain === to.listed;
    return (probe: Probe) => {
      const amount = amountBetween(network, asked, probe);
      return { asked: amount, listed: isSame ? amount : amountBetween(network, listed, probe) };
    };
  };
};

test("every pair of ends has the paths that a plain packet-by-packet evaluation gives it", async ({
  annotate,
}) => {
  const tally: Record<Verdict, number> = { allowed: 0, blocked: 0, partial: 0 };
  const checkNetwork = (network: Network) => {
    const evaluated = pairIn(network, borderAddresses(network));
    const listed = listedPairs(network);
    const ends = endsOf(network);
    const pairs = ends.flatMap((from, row) =>
      ends.map((to, column) => ({ from, to, turn: row + 3 * column })),
    );
    for (const { from, to, turn } of pairs.filter((pair) => pair.from !== pair.to)) {
      const byHand = evaluated(from, to);
      for (const probe of probesFor(turn)) {
        const expected = byHand(probe);
        const { verdict } = explain(network, { from: [from.end], to: [to.end], packet: probe });
        const found = amountIn(listed.get(`${from.id} ${to.id}`) ?? [], probe);
        tally[verdict] += 1;
        expect({ from: from.id, to: to.id, probe, verdict, listed: found }).toEqual({
          from: from.id,
          to: to.id,
          probe,
          verdict: VERDICTS[expected.asked],
          listed: expected.listed,
        });
      }
    }
  };
  fc.assert(fc.property(randomNetwork, checkNetwork), { numRuns: NETWORKS, seed: SEED });
  const all = tally.allowed + tally.blocked + tally.partial;
  await annotate(`${NETWORKS} networks, ${all} probes of pairs: ${JSON.stringify(tally)}`);
  expect(all).toBeGreaterThan(20_000);
  expect(tally.allowed / all).toBeGreaterThan(0.2);
  expect(tally.blocked / all).toBeGreaterThan(0.2);
}, 120_000);

test("every typed pair of addresses fares as the packet alone does", async ({ annotate }) => {
  const tally: Record<Verdict, number> = { allowed: 0, blocked: 0, partial: 0 };
  const checkNetwork = (network: Network) => {
    const addresses = addressesOf(network);
    addresses.forEach((source, row) => {
      addresses.forEach((destination, column) => {
        const probe = PROBES[(row * 7 + column) % PROBES.length] ?? { protocol: 47 };
        const [from, to] = [source, destination].map(
          (address): End => ({ kind: "address", address: plainText(address) }),
        );
        if (from === undefined || to === undefined) return;
        const answer = explain(network, { from: [from], to: [to], packet: probe });
        tally[answer.verdict] += 1;
        const expected = judge(network, { source, destination, ...probe }).verdict;
        const where = `${plainText(source)} -> ${plainText(destination)} ${JSON.stringify(probe)}`;
        expect(`${where} ${answer.verdict}`).toBe(`${where} ${expected}`);
        expect(answer.blockers.length > 0).toBe(answer.verdict === "blocked");
      });
    });
  };
  fc.assert(fc.property(randomNetwork, checkNetwork), { numRuns: TYPED_NETWORKS, seed: SEED });
  await annotate(`${TYPED_NETWORKS} networks, packets between typed addresses: ${JSON.stringify(tally)}`);
  expect(tally.allowed).toBeGreaterThan(4_000);
}, 120_000);
