/** What an end of a pair stands for, address by address, and what a packet's fate is between two ends. */
import type { IpRange } from "../model/ip-range";
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import { isOnInternet, passes } from "./oracle";
import { isIn, type PlainAddress, plainAddress, plainBlock } from "./oracle-address";

export type PlainEnd =
  | Readonly<{ kind: "interface"; wearer: NetworkInterface }>
  | Readonly<{ kind: "range"; range: IpRange }>
  | Readonly<{ kind: "internet" }>
  /** The Internet as a tier: what no named range covers. */
  | Readonly<{ kind: "restOfInternet" }>;

/** A packet without its addresses. */
export type Probe = Readonly<{ protocol: number; port?: number; icmpType?: number; icmpCode?: number }>;

/** Addresses at both sides of every border that a rule, list, range or VPC draws: between them nothing changes. */
export const borderAddresses = (network: Network): readonly PlainAddress[] => {
  const rules = Object.values(network.securityGroups).flatMap((group) => group.rules);
  const texts = [
    ...rules.flatMap(({ remote }) =>
      remote.kind === "cidrIpv4" ? [remote.cidrIpv4] : remote.kind === "cidrIpv6" ? [remote.cidrIpv6] : [],
    ),
    ...Object.values(network.prefixLists).flatMap((list) => list.entries.map((entry) => entry.cidr)),
    ...Object.values(network.ipRanges).flatMap((range) => range.cidrBlocks),
    ...Object.values(network.vpcs).flatMap((vpc) => [vpc.cidrBlock, ...vpc.ipv6CidrBlocks]),
    "10.0.0.0/8",
    "172.16.0.0/12",
    "fc00::/7",
    "fe80::/10",
    "8.8.8.8/32",
    "2600::/12",
  ];
  return [...new Set(texts)].flatMap(bordersOf);
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

const interfaceAddresses = (wearer: NetworkInterface, isPeerOutside: boolean): readonly PlainAddress[] => {
  const ipv4 = isPeerOutside
    ? wearer.privateIpAddresses.flatMap((row) => row.publicIp ?? [])
    : wearer.privateIpAddresses.slice(0, 1).map((row) => row.privateIpAddress);
  return [...ipv4, ...wearer.ipv6Addresses].map(plainAddress);
};

const endAddresses = (
  network: Network,
  end: PlainEnd,
  peer: PlainEnd,
  borders: readonly PlainAddress[],
): readonly PlainAddress[] => {
  if (end.kind === "interface") return interfaceAddresses(end.wearer, peer.kind !== "interface");
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
  from: endAddresses(network, from, to, borders),
  to: endAddresses(network, to, from, borders),
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
  const fates = new Set<boolean>();
  for (const family of familiesOf(sides, probe)) {
    const own = (side: readonly PlainAddress[]) => side.filter((address) => address.family === family);
    for (const source of own(sides.from)) {
      for (const destination of own(sides.to))
        fates.add(passes(network, { source, destination, ...probe }, sides.outside));
    }
  }
  if (!fates.has(true)) return "none";
  return fates.has(false) ? "some" : "whole";
};
