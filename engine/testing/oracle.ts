/**
 * May this packet pass? A plain evaluator, one packet at a time, that follows the written rules of AWS step by step and
 * shares no code with the analysis. Slow on purpose: the analysis is held to it.
 */
import type { VpcId } from "../model/id";
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Direction, SecurityGroupRule, Traffic } from "../model/security-group";
import { isIn, isSame, type PlainAddress, plainAddress } from "./oracle-address";

export type PlainPacket = Readonly<{
  source: PlainAddress;
  destination: PlainAddress;
  protocol: number;
  port?: number;
  icmpType?: number;
  icmpCode?: number;
}>;

/** Who has an address: an interface, by a public face or by its own address; outside; or nobody, inside a VPC. */
type Holder =
  | Readonly<{ kind: "interface"; wearer: NetworkInterface; isPublicFace: boolean; mapped: string | null }>
  | Readonly<{ kind: "outside" }>
  | Readonly<{ kind: "nobody" }>;

const interfacesOf = (network: Network): readonly NetworkInterface[] =>
  Object.values<NetworkInterface>(network.networkInterfaces);

const vpcIdOf = (network: Network, wearer: NetworkInterface): VpcId | undefined =>
  network.subnets[wearer.subnetId]?.vpcId;

export const isInVpc = (network: Network, address: PlainAddress): boolean =>
  Object.values(network.vpcs)
    .flatMap((vpc) => [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks])
    .some((block) => isIn(block, address));

const holderOf = (network: Network, address: PlainAddress): Holder => {
  for (const wearer of interfacesOf(network)) {
    for (const { privateIpAddress, publicIp } of wearer.privateIpAddresses) {
      if (isSame(privateIpAddress, address))
        return { kind: "interface", wearer, isPublicFace: false, mapped: publicIp };
      if (publicIp !== null && isSame(publicIp, address))
        return { kind: "interface", wearer, isPublicFace: true, mapped: publicIp };
    }
    if (wearer.ipv6Addresses.some((text) => isSame(text, address)))
      return { kind: "interface", wearer, isPublicFace: false, mapped: null };
  }
  return isInVpc(network, address) ? { kind: "nobody" } : { kind: "outside" };
};

const NOT_ON_THE_INTERNET = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::1/128",
  "fe80::/10",
  "fc00::/7",
  "ff00::/8",
];

export const isOnInternet = (network: Network, address: PlainAddress): boolean =>
  !NOT_ON_THE_INTERNET.some((block) => isIn(block, address)) && !isInVpc(network, address);

const NUMBERS = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

const matchesTraffic = (traffic: Traffic, packet: PlainPacket): boolean => {
  if (traffic.ipProtocol === "all") return true;
  if (typeof traffic.ipProtocol === "number") return traffic.ipProtocol === packet.protocol;
  if (NUMBERS[traffic.ipProtocol] !== packet.protocol) return false;
  if (traffic.ipProtocol === "tcp" || traffic.ipProtocol === "udp") {
    const port = packet.port ?? -1;
    return "ports" in traffic && traffic.ports.from <= port && port <= traffic.ports.to;
  }
  // ICMP is inert among IPv6 addresses and ICMPv6 among IPv4 ones.
  if (packet.source.family !== (traffic.ipProtocol === "icmp" ? 4 : 6)) return false;
  if (!("icmpType" in traffic)) return false;
  if (traffic.icmpType === "all") return true;
  if (traffic.icmpType !== packet.icmpType) return false;
  return traffic.icmpCode === "all" || traffic.icmpCode === packet.icmpCode;
};

/** Whom a rule is asked about. Its groups count only where the path keeps the sender known. */
type Peer = Readonly<{ address: PlainAddress; isKnown: boolean; vpcId: VpcId | undefined }>;

const isMemberAddress = (network: Network, groupId: string, peer: Peer): boolean =>
  interfacesOf(network)
    .filter((wearer) => wearer.groupIds.some((id) => id === groupId))
    .filter((wearer) => vpcIdOf(network, wearer) === peer.vpcId)
    .flatMap((wearer) => [
      ...wearer.privateIpAddresses.map((row) => row.privateIpAddress),
      ...wearer.ipv6Addresses,
    ])
    .some((text) => isSame(text, peer.address));

const matchesRemote = (network: Network, { remote }: SecurityGroupRule, peer: Peer): boolean => {
  switch (remote.kind) {
    case "cidrIpv4":
      return peer.address.family === 4 && isIn(remote.cidrIpv4, peer.address);
    case "cidrIpv6":
      return peer.address.family === 6 && isIn(remote.cidrIpv6, peer.address);
    case "prefixList": {
      const entries = network.prefixLists[remote.prefixListId]?.entries ?? [];
      return entries.some(({ cidr }) => isIn(cidr, peer.address));
    }
    case "group":
      return peer.isKnown && isMemberAddress(network, remote.groupId, peer);
  }
};

const isAdmitted = (
  network: Network,
  wearer: NetworkInterface,
  direction: Direction,
  packet: PlainPacket,
  peer: Peer,
): boolean =>
  wearer.groupIds
    .flatMap((groupId) => network.securityGroups[groupId]?.rules ?? [])
    .filter((rule) => rule.direction === direction)
    .some((rule) => matchesTraffic(rule.traffic, packet) && matchesRemote(network, rule, peer));

/** How the packet goes, and the source that the receiver sees; null where it does not get there. */
type Way = Readonly<{ seenSource: PlainAddress; isKnown: boolean }> | null;

const wayOver = (network: Network, packet: PlainPacket, from: Holder, to: Holder): Way => {
  const isLocal =
    from.kind === "interface" &&
    to.kind === "interface" &&
    !from.isPublicFace &&
    !to.isPublicFace &&
    vpcIdOf(network, from.wearer) === vpcIdOf(network, to.wearer);
  if (isLocal) return { seenSource: packet.source, isKnown: true };
  if (from.kind === "outside" && !isOnInternet(network, packet.source)) return null;
  if (to.kind === "outside" && !isOnInternet(network, packet.destination)) return null;
  if (packet.source.family === 6) return { seenSource: packet.source, isKnown: false };
  return wayOverIpv4Gateway(packet, from, to);
};

/** The gateway gives the sender its public address and takes only public addresses as destinations. */
const wayOverIpv4Gateway = (packet: PlainPacket, from: Holder, to: Holder): Way => {
  if (to.kind === "interface" && !to.isPublicFace) return null;
  if (from.kind !== "interface" || from.isPublicFace) return { seenSource: packet.source, isKnown: false };
  if (from.mapped === null) return null;
  return { seenSource: plainAddress(from.mapped), isKnown: false };
};

const isUnattached = (holder: Holder): boolean =>
  holder.kind === "interface" && holder.wearer.attachment === null;

const isToItself = (from: Holder, to: Holder): boolean =>
  from.kind === "interface" &&
  to.kind === "interface" &&
  from.wearer === to.wearer &&
  !from.isPublicFace &&
  !to.isPublicFace;

const OUTSIDE: Holder = { kind: "outside" };

/**
 * Does this one packet get from its source to its destination? Its addresses are taken literally. An end that is outside by
 * definition (`outside`), as the Internet is, has all its addresses outside, those too that look like our own public ones.
 */
export const passes = (
  network: Network,
  packet: PlainPacket,
  outside: Readonly<{ from: boolean; to: boolean }> = { from: false, to: false },
): boolean => {
  const { source, destination } = packet;
  if (source.family !== destination.family) return false;
  const from = outside.from ? OUTSIDE : holderOf(network, source);
  const to = outside.to ? OUTSIDE : holderOf(network, destination);
  if (from.kind === "nobody" || to.kind === "nobody") return false;
  if (from.kind === "outside" && to.kind === "outside") return false;
  if (isUnattached(from) || isUnattached(to)) return false;
  if (isToItself(from, to)) return true;
  const way = wayOver(network, packet, from, to);
  if (way === null) return false;
  const vpcOf = (holder: Holder) =>
    holder.kind === "interface" ? vpcIdOf(network, holder.wearer) : undefined;
  const receiver: Peer = { address: destination, isKnown: way.isKnown, vpcId: vpcOf(to) };
  const sender: Peer = { address: way.seenSource, isKnown: way.isKnown, vpcId: vpcOf(from) };
  const leaves = from.kind !== "interface" || isAdmitted(network, from.wearer, "egress", packet, receiver);
  return leaves && (to.kind !== "interface" || isAdmitted(network, to.wearer, "ingress", packet, sender));
};
