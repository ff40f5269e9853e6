import type { Traffic } from "../model/security-group";
import { createRandom, type Random } from "./random";

const TCP_PORTS = [
  20, 21, 22, 23, 25, 53, 80, 88, 110, 111, 119, 135, 139, 143, 179, 389, 443, 445, 464, 465, 514, 515, 587,
  636, 873, 993, 995, 1433, 1434, 1521, 1723, 1883, 2049, 2181, 2375, 2376, 2379, 2380, 2888, 3000, 3128,
  3268, 3306, 3389, 3888, 4222, 4369, 4505, 4506, 5000, 5432, 5439, 5601, 5671, 5672, 5900, 5985, 5986, 6379,
  6443, 7000, 7001, 8080, 8081, 8086, 8088, 8443, 9000, 9042, 9090, 9092, 9093, 9142, 9200, 9300, 10250,
  11211,
] as const;

const UDP_PORTS = [53, 67, 123, 161, 514, 4789, 8472] as const;

const tcp = (from: number, to: number = from): Traffic => ({ ipProtocol: "tcp", ports: { from, to } });
const udp = (from: number, to: number = from): Traffic => ({ ipProtocol: "udp", ports: { from, to } });

const ALL_TRAFFIC: Traffic = { ipProtocol: "all" };

/** What most rules are for: 90 services. */
export const COMMON_SERVICES: readonly Traffic[] = [
  ...TCP_PORTS.map((port) => tcp(port)),
  ...UDP_PORTS.map((port) => udp(port)),
  tcp(8000, 8100),
  tcp(30000, 32767),
  { ipProtocol: "icmp", icmpType: "all", icmpCode: "all" },
  { ipProtocol: "icmp", icmpType: 8, icmpCode: 0 },
  { ipProtocol: 50 },
  ALL_TRAFFIC,
];

/** What lines of network ACLs are for: coarser, as they are written by hand and few. */
export const COARSE_SERVICES: readonly Traffic[] = [
  ALL_TRAFFIC,
  tcp(0, 65535),
  tcp(22),
  tcp(3389),
  tcp(443),
  tcp(1024, 65535),
  tcp(32768, 60999),
  udp(0, 65535),
  udp(53),
  { ipProtocol: "icmp", icmpType: "all", icmpCode: "all" },
];

const LAST_PORT = 65535;

/** Own services of teams: single ports and short ranges, no two alike. */
export function rareServices(count: number): readonly Traffic[] {
  const random = createRandom(7);
  const services = new Map<string, Traffic>();
  while (services.size < count) {
    const from = 1024 + random.below(60_000);
    const to = Math.min(LAST_PORT, from + random.pick([0, 0, 0, 1, 9, 99]));
    const service = random.below(10) < 7 ? tcp(from, to) : udp(from, to);
    services.set(JSON.stringify(service), service);
  }
  return [...services.values()];
}

/** One rule in ten is for a rare service. An address that everybody has gets no rule for all traffic. */
export function pickService(random: Random, rare: readonly Traffic[], mayBeAll: boolean): Traffic {
  const service = random.below(1000) < 104 ? random.pick(rare) : random.pick(COMMON_SERVICES);
  return service === ALL_TRAFFIC && !mayBeAll ? pickService(random, rare, mayBeAll) : service;
}
