import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer, EndId, TrafficItem, Verdict } from "../analysis/answer";
import { INTERNET } from "../analysis/answer";
import { explain } from "../analysis/explain";
import type { End } from "../analysis/question";
import { createEngine } from "../engine";
import type { NatGateway } from "../model/nat-gateway";
import type { Network } from "../model/network";
import { recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import { judge } from "./oracle";
import { type PlainAddress, plainAddress, plainText } from "./oracle-address";
import { amountBetween, borderAddresses, type PlainEnd, type Probe, sidesOf } from "./oracle-ends";
import { randomDesign } from "./random-design";
import { randomEgress } from "./random-egress";
import { PROBES, randomNetwork } from "./random-network";
import { say } from "./say";
import { amountIn } from "./traffic-items";

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

/** A few of the probes, others for each pair; all of them come up over many pairs. */
const probesFor = (turn: number): readonly Probe[] => PROBES.filter((_, at) => (at + turn) % 4 === 0);

/** All ordered pairs with an interface in them. */
const pairsOf = (ends: readonly NamedEnd[]) =>
  ends
    .flatMap((from, row) => ends.map((to, column) => ({ from, to, turn: row + 3 * column })))
    .filter(({ from, to }) => from !== to)
    .filter(({ from, to }) => from.plain.kind === "interface" || to.plain.kind === "interface");

type Tally = Record<Verdict, number>;

const noneYet = (): Tally => ({ allowed: 0, blocked: 0, partial: 0 });

/** Holds every pair of ends of a network, as it is listed and as it is explained, to the evaluation by hand. */
const checkPairs = (network: Network, tally: Tally): void => {
  const borders = borderAddresses(network);
  const listed = listedPairs(network);
  for (const { from, to, turn } of pairsOf(endsOf(network))) {
    const sides = { listed: sidesOf(network, from.listed, to.listed, borders) };
    const asked = sidesOf(network, from.plain, to.plain, borders);
    for (const [at, probe] of probesFor(turn).entries()) {
      const expected = VERDICTS[amountBetween(network, sides.listed, probe)];
      const found = VERDICTS[amountIn(listed.get(`${from.id} ${to.id}`) ?? [], probe)];
      tally[expected] += 1;
      const where = `${from.id} -> ${to.id} ${JSON.stringify(probe)}`;
      expect(`${where} is listed as ${found}`).toBe(`${where} is listed as ${expected}`);
      if (at > 0) continue;
      const { verdict } = explain(network, { from: [from.end], to: [to.end], packet: probe });
      const byHand = VERDICTS[amountBetween(network, asked, probe)];
      expect(`${where} is explained as ${verdict}`).toBe(`${where} is explained as ${byHand}`);
    }
  }
};

const countOf = ({ allowed, blocked, partial }: Tally): number => allowed + blocked + partial;

test("every pair of ends has the paths that a plain packet-by-packet evaluation gives it, in any design", () => {
  const tally = noneYet();
  fc.assert(
    fc.property(randomDesign, (network) => checkPairs(network, tally)),
    { numRuns: 200 },
  );
  const all = countOf(tally);
  say(`200 designs of every noun, ${all} probes: ${JSON.stringify(tally)}`);
  expect(all).toBeGreaterThan(50_000);
  expect(tally.allowed / all).toBeGreaterThan(0.2);
  expect(tally.blocked / all).toBeGreaterThan(0.2);
  expect(tally.partial).toBeGreaterThan(1_000);
}, 300_000);

test("so has it where the network tells of groups only", () => {
  const tally = noneYet();
  fc.assert(
    fc.property(randomNetwork, (network) => checkPairs(network, tally)),
    { numRuns: 60 },
  );
  say(`60 networks of groups, ${countOf(tally)} probes: ${JSON.stringify(tally)}`);
  expect(tally.allowed / countOf(tally)).toBeGreaterThan(0.2);
}, 120_000);

test("so has it where VPCs leave by the NAT gateways of another one", () => {
  const tally = noneYet();
  fc.assert(
    fc.property(randomEgress, (network) => checkPairs(network, tally)),
    { numRuns: 60 },
  );
  say(`60 networks with one way out, ${countOf(tally)} probes: ${JSON.stringify(tally)}`);
  expect(tally.allowed).toBeGreaterThan(1_000);
}, 120_000);

/** Addresses that somebody could type: of interfaces and NAT gateways, of nobody, outside, and those that AWS answers at. */
const OTHERS = [
  "10.0.1.200",
  "10.0.1.1",
  "10.0.0.2",
  "169.254.169.254",
  "169.254.169.253",
  "203.0.113.7",
  "203.0.113.200",
  "192.168.7.7",
  "52.216.9.9",
  "2001:db8:ffff::7",
  "fd00:ec2::254",
] as const;

const addressesOf = (network: Network): readonly PlainAddress[] =>
  [
    ...recordsOf<NetworkInterface>(network.networkInterfaces).flatMap((wearer) => [
      ...wearer.privateIpAddresses.flatMap((row) => [row.privateIpAddress, row.publicIp ?? "8.8.8.8"]),
      ...wearer.ipv6Addresses,
    ]),
    ...recordsOf<NatGateway>(network.natGateways).flatMap((nat) =>
      nat.addresses.flatMap((row) => [row.privateIpAddress, row.publicIp ?? "8.8.4.4"]),
    ),
    ...OTHERS,
  ].map(plainAddress);

const CLIENT_PORTS = [undefined, 1024, 40_000, 65_535] as const;

const TYPED_PROBES: readonly Probe[] = [
  ...PROBES.flatMap((probe) =>
    probe.port === undefined
      ? [probe]
      : CLIENT_PORTS.map((sourcePort) => (sourcePort === undefined ? probe : { ...probe, sourcePort })),
  ),
  { protocol: 17, port: 123 },
];

const typed = (address: PlainAddress): End => ({ kind: "address", address: plainText(address) });

const checkTyped = (network: Network, tally: Tally): void => {
  const addresses = addressesOf(network);
  addresses.forEach((source, row) => {
    addresses.forEach((destination, column) => {
      const probe = TYPED_PROBES[(row * 7 + column) % TYPED_PROBES.length] ?? { protocol: 47 };
      const answer: Answer = explain(network, {
        from: [typed(source)],
        to: [typed(destination)],
        packet: probe,
      });
      const expected = judge(network, { source, destination, ...probe });
      tally[expected.verdict] += 1;
      const where = `${plainText(source)} -> ${plainText(destination)} ${JSON.stringify(probe)}`;
      const told = (verdict: Verdict) => `${where} ${verdict}`;
      expect(told(answer.verdict)).toBe(told(expected.verdict));
      const isWhole = answer.verdict === "allowed" && answer.reply === "allowed";
      expect(answer.blockers.length > 0, where).toBe(!isWhole);
      if (expected.verdict !== "blocked" && hasOwnReply(probe))
        expect(`${where} reply ${answer.reply}`).toBe(`${where} reply ${expected.reply}`);
    });
  });
};

/** What answers a message that is neither an echo, a timestamp nor of a protocol with ports is nowhere written. */
const hasOwnReply = ({ protocol, icmpType }: Probe): boolean =>
  protocol === 6 ||
  protocol === 17 ||
  (protocol === 1 && (icmpType === 8 || icmpType === 13)) ||
  (protocol === 58 && icmpType === 128);

test("every typed pair of addresses fares as the packet alone does, there and back", () => {
  const tally = noneYet();
  const run = (networks: typeof randomDesign, numRuns: number) =>
    fc.assert(
      fc.property(networks, (network) => checkTyped(network, tally)),
      { numRuns },
    );
  run(randomDesign, 60);
  run(randomNetwork, 20);
  say(`80 networks, ${countOf(tally)} packets between typed addresses: ${JSON.stringify(tally)}`);
  expect(tally.allowed).toBeGreaterThan(4_000);
}, 120_000);
