/** Networks made at random, all pairs of whose interfaces the np-guard analyzer has judged. */
import { describe, expect, test, vi } from "vitest";
import { asId, createEngine, type End, type Engine, type Packet, type TrafficItem } from "../../engine";
import { amountIn } from "../../engine/testing/traffic-items";
import { hasRealData, networkOfFile, readJson, tell } from "./testing/real-data";

/** Thousands of questions, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

/** What passes, by protocol and ranges; a missing range is all of it. Of TCP also from which source ports the reply gets back. */
type Conn = Readonly<{
  protocol: "ANY" | "TCP" | "UDP" | "ICMP";
  min_destination_port?: number;
  max_destination_port?: number;
  min_source_port?: number;
  max_source_port?: number;
  type?: number;
  code?: number;
}>;

type EndJson = Readonly<{ ResourceType: string; ResourceUID: string }>;

type AnswerJson = Readonly<
  Record<
    string,
    Readonly<{
      endpoints_connectivity: readonly Readonly<{ src: EndJson; dst: EndJson; conn: readonly Conn[] }>[];
    }>
  >
>;

/** The other program's answer by pair: a pair without an entry has none. */
const judged = (name: string): ReadonlyMap<string, readonly Conn[]> =>
  new Map(
    Object.values(readJson(`generated/${name}.answer.json`) as AnswerJson)
      .flatMap((vpc) => vpc.endpoints_connectivity)
      .filter(({ src, dst }) => [src, dst].every((end) => end.ResourceType === "NetworkInterface"))
      .map(({ src, dst, conn }) => [`${src.ResourceUID} ${dst.ResourceUID}`, conn] as const),
  );

const engineFor = (name: string): Engine => {
  const engine = createEngine();
  engine.load(networkOfFile(`generated/${name}.input.json`));
  return engine;
};

/** The same by pair from the engine's list of all pairs. */
const listed = (engine: Engine): ReadonlyMap<string, readonly TrafficItem[]> => {
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  const found = new Map<string, readonly TrafficItem[]>();
  for (let at = 0; at < pairs.length; at += 3)
    found.set(`${ends[pairs[at] ?? 0]} ${ends[pairs[at + 1] ?? 0]}`, traffic[pairs[at + 2] ?? 0] ?? []);
  return found;
};

type Amount = "none" | "some" | "whole";

const AMOUNTS = { allowed: "whole", partial: "some", blocked: "none" } as const;

const endOf = (id: string): End => ({
  kind: "networkInterface",
  networkInterfaceId: asId<"networkInterface">(id),
});

/** What explaining one packet says. */
const explained = (engine: Engine, from: string, to: string, packet: Packet): Amount =>
  AMOUNTS[engine.test({ from: [endOf(from)], to: [endOf(to)], packet }).verdict];

const NUMBERS = { TCP: 6, UDP: 17, ICMP: 1 } as const;

/** Without a source port a client is taken to use one of these; the other program counts all ports as possible. */
const EPHEMERAL = { from: 1024, to: 65535 };

const carries = (conn: Conn, { protocol, port = 0, icmpType = 0, icmpCode = 0 }: Packet): boolean => {
  if (conn.protocol === "ANY") return true;
  if (NUMBERS[conn.protocol] !== protocol) return false;
  if (protocol === 1) return (conn.type ?? icmpType) === icmpType && (conn.code ?? icmpCode) === icmpCode;
  return (conn.min_destination_port ?? 0) <= port && port <= (conn.max_destination_port ?? 65535);
};

/** How much of the ephemeral source ports the other program lets through. */
const amountOf = (conns: readonly Conn[], packet: Packet): Amount => {
  const ranges = conns
    .filter((conn) => carries(conn, packet))
    .map((conn) => ({ from: conn.min_source_port ?? 0, to: conn.max_source_port ?? 65535 }))
    .sort((a, b) => a.from - b.from);
  const touching = ranges.filter(({ to }) => to >= EPHEMERAL.from);
  let covered: number = EPHEMERAL.from;
  for (const { from, to } of touching) if (from <= covered) covered = Math.max(covered, to + 1);
  if (covered > EPHEMERAL.to) return "whole";
  return touching.length > 0 ? "some" : "none";
};

const withinPorts = (port: number): boolean => port >= 1 && port <= 65535;

/** Every port at which either answer may change, and the ports beside it. */
const portsOf = (conns: readonly Conn[], items: readonly TrafficItem[]): readonly number[] => {
  const edges = [
    ...conns.flatMap((conn) => [conn.min_destination_port ?? 1, conn.max_destination_port ?? 65535]),
    ...items.flatMap(({ ranges }) => ranges.flatMap(({ from, to }) => [from, to])),
    1,
    65535,
  ];
  return [...new Set(edges.flatMap((port) => [port - 1, port, port + 1]))].filter(withinPorts);
};

/** ICMP is judged by type and code: the usual ones, and those that occur. */
const ICMP_PACKETS: readonly Packet[] = [0, 3, 4, 5, 8, 11, 12, 13, 14].flatMap((icmpType) =>
  [0, 1, 2, 3, 4, 5].map((icmpCode) => ({ protocol: 1, icmpType, icmpCode })),
);

const packetsOf = (conns: readonly Conn[], items: readonly TrafficItem[]): readonly Packet[] => [
  ...[6, 17].flatMap((protocol) => portsOf(conns, items).map((port) => ({ protocol, port }))),
  ...ICMP_PACKETS,
];

type Probe = Readonly<{ probe: string; theirs: Amount; listed: Amount; explained: Amount | null }>;

/** Explaining takes longer than looking up: it is asked about each eighth packet. */
const EXPLAINED_EACH = 8;

/** Asks about every ordered pair of interfaces. */
const probesOf = (name: string): readonly Probe[] => {
  const [answers, engine] = [judged(name), engineFor(name)];
  const traffic = listed(engine);
  const ids = Object.keys(networkOfFile(`generated/${name}.input.json`).networkInterfaces);
  const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to] as const));
  return pairs.flatMap(([from, to]) => {
    const [conns, items] = [answers.get(`${from} ${to}`) ?? [], traffic.get(`${from} ${to}`) ?? []];
    return packetsOf(conns, items).map((packet, at) => ({
      probe: `${from} ${to} ${JSON.stringify(packet)}`,
      theirs: amountOf(conns, packet),
      listed: amountIn(items, packet),
      explained: at % EXPLAINED_EACH === 0 ? explained(engine, from, to, packet) : null,
    }));
  });
};

const isDifferent = ({ theirs, listed, explained }: Probe): boolean =>
  theirs !== listed || (explained !== null && theirs !== explained);

const NAMES = ["r01", "r02", "r03", "r04", "r05", "r06", "r07", "r08", "r09", "r10"];

describe.skipIf(!hasRealData)("pairs of interfaces that the np-guard analyzer has judged", () => {
  test.each(NAMES)("have the same traffic here: %s", (name) => {
    const probes = probesOf(name);
    const differences = probes.filter(isDifferent);
    const asked = probes.filter((probe) => probe.explained !== null).length;
    tell(`${name}: ${probes.length} probes, ${asked} of them explained, ${differences.length} differences.`);
    expect(differences).toEqual([]);
    expect(probes.length).toBeGreaterThan(500);
  });
});
