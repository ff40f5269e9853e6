/** What an end of a pair stands for, address by address, and what a packet's fate is between two ends. */
import type { IpRange } from "../model/ip-range";
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import { judge } from "./oracle";
import { isIn, type PlainAddress, plainAddress, plainBlock } from "./oracle-address";
import { blocksOf, isOnInternet } from "./oracle-places";
import type { Fate, PortSpan } from "./oracle-reply";
import type { PlainContent } from "./oracle-rules";

export type PlainEnd =
  | Readonly<{ kind: "interface"; wearer: NetworkInterface }>
  | Readonly<{ kind: "range"; range: IpRange }>
  | Readonly<{ kind: "internet" }>
  /** The Internet as a tier: what no named range covers. */
  | Readonly<{ kind: "restOfInternet" }>;

/** A packet without its addresses. */
export type Probe = PlainContent & Readonly<{ sourcePort?: number; clientPorts?: PortSpan }>;

/** Every block that anything in the network tells apart from its surroundings. */
const blocksNamed = (network: Network): readonly string[] => {
  const remotes = [
    ...Object.values(network.securityGroups).flatMap(({ rules }) => rules.map(({ remote }) => remote)),
    ...Object.values(network.networkAcls).flatMap(({ entries }) => entries.map(({ remote }) => remote)),
    ...Object.values(network.routeTables).flatMap(({ routes }) => routes.map((route) => route.destination)),
  ];
  return [
    ...remotes.flatMap((remote) =>
      remote.kind === "cidrIpv4" ? [remote.cidrIpv4] : remote.kind === "cidrIpv6" ? [remote.cidrIpv6] : [],
    ),
    ...Object.values(network.transitGatewayRouteTables).flatMap(({ routes }) =>
      routes.map(({ cidr }) => cidr),
    ),
    ...Object.values(network.prefixLists).flatMap((list) => list.entries.map((entry) => entry.cidr)),
    ...Object.values(network.ipRanges).flatMap((range) => range.cidrBlocks),
    ...Object.values(network.vpcs).flatMap(blocksOf),
    ...[
      "0.0.0.0/0",
      "10.0.0.0/8",
      "172.16.0.0/12",
      "::/0",
      "fc00::/7",
      "fe80::/10",
      "8.8.8.8/32",
      "2600::/12",
    ],
  ];
};

/**
 * Addresses at both sides of every border that a rule, entry, route, list, range or VPC draws: between them nothing changes.
 * Of those that lie in the same blocks one is enough.
 */
export const borderAddresses = (network: Network): readonly PlainAddress[] => {
  const blocks = [...new Set(blocksNamed(network))];
  const byBlocks = new Map<string, PlainAddress>();
  for (const address of blocks.flatMap(bordersOf)) {
    const within = blocks.map((block) => (isIn(block, address) ? "1" : "0")).join("");
    byBlocks.set(`${address.family} ${isOnInternet(network, address)} ${within}`, address);
  }
  return [...byBlocks.values()];
};

const bordersOf = (text: string): readonly PlainAddress[] => {
  const { family, first, last } = plainBlock(text);
  const end = 2n ** (family === 4 ? 32n : 128n);
  return [first - 1n, first, last, last + 1n]
    .filter((value) => value >= 0n && value < end)
    .map((value) => ({ family, value }));
};

/** A range's block counts as far as it is on the Internet; one that is nowhere there counts as it is. */
const rangeAddresses = (network: Network, range: IpRange, borders: readonly PlainAddress[]) =>
  range.cidrBlocks.flatMap((block) => {
    const inside = borders.filter((address) => isIn(block, address));
    const online = inside.filter((address) => isOnInternet(network, address));
    return online.length > 0 ? online : inside;
  });

/** Towards outside an interface has its public IPv4s; one without any starts from its primary private one. */
const ipv4Of = ({ privateIpAddresses }: NetworkInterface, peer: PlainEnd, isSource: boolean) => {
  const primary = privateIpAddresses.slice(0, 1).map((row) => row.privateIpAddress);
  if (peer.kind === "interface") return primary;
  const open = privateIpAddresses.filter((row) => row.publicIp !== null);
  if (isSource) return open.length === 0 ? primary : open.map((row) => row.privateIpAddress);
  return open.flatMap((row) => row.publicIp ?? []);
};

const endAddresses = (
  network: Network,
  { end, peer, isSource }: Readonly<{ end: PlainEnd; peer: PlainEnd; isSource: boolean }>,
  borders: readonly PlainAddress[],
): readonly PlainAddress[] => {
  if (end.kind === "interface")
    return [...ipv4Of(end.wearer, peer, isSource), ...end.wearer.ipv6Addresses].map(plainAddress);
  if (end.kind === "range") return rangeAddresses(network, end.range, borders);
  const internet = borders.filter((address) => isOnInternet(network, address));
  if (end.kind === "internet") return internet;
  const named = Object.values(network.ipRanges).flatMap((range) => range.cidrBlocks);
  return internet.filter((address) => !named.some((block) => isIn(block, address)));
};

/** The addresses of two ends, and which of the ends are outside. */
export type Sides = Readonly<{
  from: readonly PlainAddress[];
  to: readonly PlainAddress[];
  outside: Readonly<{ from: boolean; to: boolean }>;
}>;

export const sidesOf = (
  network: Network,
  from: PlainEnd,
  to: PlainEnd,
  borders: readonly PlainAddress[],
): Sides => ({
  from: endAddresses(network, { end: from, peer: to, isSource: true }, borders),
  to: endAddresses(network, { end: to, peer: from, isSource: false }, borders),
  outside: { from: from.kind !== "interface", to: to.kind !== "interface" },
});

/** Only families that both ends have take part; where both do, ICMP is IPv4's alone and ICMPv6 is IPv6's. */
const familiesOf = ({ from, to }: Sides, probe: Probe): readonly (4 | 6)[] => {
  const has = (addresses: readonly PlainAddress[], family: 4 | 6) =>
    addresses.some((address) => address.family === family);
  const shared = ([4, 6] as const).filter((family) => has(from, family) && has(to, family));
  if (shared.length < 2) return shared;
  if (probe.protocol === 1) return [4];
  return probe.protocol === 58 ? [6] : shared;
};

/** Whether none, some or all packets between the addresses of two ends pass. */
export const amountBetween = (network: Network, sides: Sides, probe: Probe): "none" | "some" | "whole" => {
  const fates = new Set<Fate>();
  for (const family of familiesOf(sides, probe)) {
    const own = (side: readonly PlainAddress[]) => side.filter((address) => address.family === family);
    for (const source of own(sides.from)) {
      for (const destination of own(sides.to))
        fates.add(judge(network, { source, destination, ...probe }, sides.outside).verdict);
    }
  }
  if (fates.has("partial") || fates.size > 1) return "some";
  return fates.has("allowed") ? "whole" : "none";
};
