/** What one rule, one group and one network ACL say about one packet. */
import type { Network } from "../model/network";
import type { NetworkAcl, NetworkAclEntry } from "../model/network-acl";
import type { NetworkInterface } from "../model/network-interface";
import type { Direction, SecurityGroupRule, Traffic } from "../model/security-group";
import type { Subnet } from "../model/subnet";
import { isIn, type PlainAddress } from "./oracle-address";

/** What a packet carries, whoever sends it to whom. `port` is the destination's. */
export type PlainContent = Readonly<{
  protocol: number;
  port?: number;
  icmpType?: number;
  icmpCode?: number;
}>;

const NUMBERS = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

const matchesTraffic = (traffic: Traffic, content: PlainContent, family: 4 | 6): boolean => {
  if (traffic.ipProtocol === "all") return true;
  if (typeof traffic.ipProtocol === "number") return traffic.ipProtocol === content.protocol;
  if (NUMBERS[traffic.ipProtocol] !== content.protocol) return false;
  if (traffic.ipProtocol === "tcp" || traffic.ipProtocol === "udp") {
    const port = content.port ?? -1;
    return "ports" in traffic && traffic.ports.from <= port && port <= traffic.ports.to;
  }
  // ICMP is inert among IPv6 addresses and ICMPv6 among IPv4 ones.
  if (family !== (traffic.ipProtocol === "icmp" ? 4 : 6)) return false;
  if (!("icmpType" in traffic)) return false;
  if (traffic.icmpType === "all") return true;
  if (traffic.icmpType !== content.icmpType) return false;
  return traffic.icmpCode === "all" || traffic.icmpCode === content.icmpCode;
};

/** The other side as a rule is asked about it: its address, and its interface where the way keeps it known. */
export type Peer = Readonly<{ address: PlainAddress; known: NetworkInterface | null }>;

const matchesRemote = (
  network: Network,
  { remote }: SecurityGroupRule,
  { address, known }: Peer,
): boolean => {
  switch (remote.kind) {
    case "cidrIpv4":
      return isIn(remote.cidrIpv4, address);
    case "cidrIpv6":
      return isIn(remote.cidrIpv6, address);
    case "prefixList":
      return (network.prefixLists[remote.prefixListId]?.entries ?? []).some(({ cidr }) =>
        isIn(cidr, address),
      );
    case "group":
      return known?.groupIds.includes(remote.groupId) ?? false;
  }
};

/** A network load balancer that was made without groups is open to all. */
const isUnfiltered = (network: Network, { attachment, groupIds }: NetworkInterface): boolean =>
  attachment?.kind === "loadBalancer" &&
  groupIds.length === 0 &&
  network.loadBalancers[attachment.loadBalancerId]?.loadBalancerType === "network";

/** Whether any rule of any of an interface's groups admits the packet. */
export const isAdmitted = (
  network: Network,
  wearer: NetworkInterface,
  direction: Direction,
  content: PlainContent,
  peer: Peer,
): boolean =>
  isUnfiltered(network, wearer) ||
  wearer.groupIds
    .flatMap((groupId) => network.securityGroups[groupId]?.rules ?? [])
    .filter((rule) => rule.direction === direction)
    .some(
      (rule) =>
        matchesTraffic(rule.traffic, content, peer.address.family) && matchesRemote(network, rule, peer),
    );

/** The subnet's own ACL, else its VPC's default one; null where the network tells of none. */
export const aclOf = (network: Network, subnet: Subnet): NetworkAcl | null => {
  const own = subnet.networkAclId === null ? undefined : network.networkAcls[subnet.networkAclId];
  const standard = Object.values<NetworkAcl>(network.networkAcls).find(
    (acl) => acl.isDefault && acl.vpcId === subnet.vpcId,
  );
  return own ?? standard ?? null;
};

const matchesEntry = (entry: NetworkAclEntry, content: PlainContent, peer: PlainAddress): boolean =>
  matchesTraffic(entry.traffic, content, peer.family) &&
  isIn(entry.remote.kind === "cidrIpv4" ? entry.remote.cidrIpv4 : entry.remote.cidrIpv6, peer);

/** The first entry by number that matches decides; the last one of all, `*`, denies. No ACL at all lets pass. */
export const isLetThrough = (
  acl: NetworkAcl | null,
  direction: Direction,
  content: PlainContent,
  peer: PlainAddress,
): boolean => {
  if (acl === null) return true;
  const deciding = acl.entries
    .filter((entry) => entry.direction === direction && matchesEntry(entry, content, peer))
    .sort((one, other) => one.ruleNumber - other.ruleNumber)[0];
  return deciding?.ruleAction === "allow";
};
