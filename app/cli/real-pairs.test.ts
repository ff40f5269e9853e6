/** Networks made at random, all pairs of whose interfaces the np-guard analyzer has judged. */
import { describe, expect, test } from "vitest";
import { createEngine, type Packet, type TrafficItem } from "../../engine";
import { amountIn } from "../../engine/testing/traffic-items";
import { hasRealData, networkOfFile, readJson, tell } from "./testing/real-data";

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

const computed = (name: string): ReadonlyMap<string, readonly TrafficItem[]> => {
  const engine = createEngine();
  engine.load(networkOfFile(`generated/${name}.input.json`));
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  const found = new Map<string, readonly TrafficItem[]>();
  for (let at = 0; at < pairs.length; at += 3)
    found.set(`${ends[pairs[at] ?? 0]} ${ends[pairs[at + 1] ?? 0]}`, traffic[pairs[at + 2] ?? 0] ?? []);
  return found;
};

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
const amountOf = (conns: readonly Conn[], packet: Packet): "none" | "some" | "whole" => {
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

type Compared = Readonly<{ interfaces: number; probes: number; differences: readonly string[] }>;

/** Asks both answers about every ordered pair of interfaces. */
const compared = (name: string): Compared => {
  const [theirs, ours] = [judged(name), computed(name)];
  const interfaces = Object.keys(networkOfFile(`generated/${name}.input.json`).networkInterfaces);
  const pairs = interfaces.flatMap((from) =>
    interfaces.filter((to) => to !== from).map((to) => `${from} ${to}`),
  );
  const probes = pairs.flatMap((pair) => {
    const [conns, items] = [theirs.get(pair) ?? [], ours.get(pair) ?? []];
    return packetsOf(conns, items).map((packet) => ({
      probe: `${pair} ${JSON.stringify(packet)}`,
      their: amountOf(conns, packet),
      our: amountIn(items, packet),
    }));
  });
  const differences = probes
    .filter(({ their, our }) => their !== our)
    .map(({ probe, their, our }) => `${probe}: ${their} there, ${our} here`);
  return { interfaces: interfaces.length, probes: probes.length, differences };
};

const NAMES = ["r01", "r02", "r03", "r04", "r05", "r06", "r07", "r08", "r09", "r10"];

describe.skipIf(!hasRealData)("pairs of interfaces that the np-guard analyzer has judged", () => {
  test.each(NAMES)("have the same traffic here: %s", (name) => {
    const { interfaces, probes, differences } = compared(name);
    tell(`${name}: ${interfaces} interfaces, ${probes} probes, ${differences.length} differences.`);
    expect(differences).toEqual([]);
    expect(probes).toBeGreaterThan(500);
  });
});
