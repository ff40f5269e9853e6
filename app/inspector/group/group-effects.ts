import {
  cidrContains,
  type Direction,
  type Network,
  type NetworkInterface,
  parseAddress,
  parseCidr,
  type Remote,
  recordOf,
  recordsOf,
  type SecurityGroup,
  type SecurityGroupRule,
} from "../../../engine";
import { ANYWHERE_IPV4, ANYWHERE_IPV6, remoteKey } from "../rules/remote-fields";
import { grouped, opensTcp, trafficText } from "../rules/rule-traffic";

/** What the rules for one far end do, worded; `why` says why they do nothing, and is null where they do something. */
export type Effect = Readonly<{
  traffic: string;
  remote: Remote;
  /** What the far end is: "2 interfaces", "Office". Empty where its name says all. */
  aside: string;
  why: string | null;
}>;

/** What a group's rules of one direction let through, far end by far end, in the order of the rules. */
export const groupEffects = (
  network: Network,
  group: SecurityGroup,
  direction: Direction,
): readonly Effect[] => {
  const wearers = wearersOf(network, group.groupId);
  const byRemote = grouped(
    group.rules.filter((rule) => rule.direction === direction),
    (rule) => remoteKey(rule.remote),
  );
  return [...byRemote.values()].flatMap((rules) => {
    const [first] = rules;
    return first === undefined ? [] : [effectOf(network, group, wearers, first.remote, rules)];
  });
};

const wearersOf = (network: Network, groupId: string): readonly NetworkInterface[] =>
  recordsOf(network.networkInterfaces).filter((each) => each.groupIds.some((id) => id === groupId));

const effectOf = (
  network: Network,
  group: SecurityGroup,
  wearers: readonly NetworkInterface[],
  remote: Remote,
  rules: readonly SecurityGroupRule[],
): Effect => ({
  traffic: trafficText(rules.map((rule) => rule.traffic)),
  remote,
  aside: asideOf(network, group, remote),
  why: idleReason(network, group, wearers, remote),
});

const counted = (interfaces: readonly unknown[]): string =>
  interfaces.length === 1 ? "1 interface" : `${interfaces.length} interfaces`;

const asideOf = (network: Network, group: SecurityGroup, remote: Remote): string => {
  switch (remote.kind) {
    case "group":
      return remote.groupId === group.groupId
        ? "its own members"
        : counted(wearersOf(network, remote.groupId));
    case "prefixList":
      return "prefix list";
    case "cidrIpv4":
      return remote.cidrIpv4 === ANYWHERE_IPV4 ? "any IPv4 address" : blockName(network, remote.cidrIpv4);
    case "cidrIpv6":
      return remote.cidrIpv6 === ANYWHERE_IPV6 ? "any IPv6 address" : blockName(network, remote.cidrIpv6);
  }
};

/** What this design has under exactly this block, else how many of its interfaces have an address in it. */
const blockName = (network: Network, cidr: string): string => {
  const range = recordsOf(network.ipRanges).find(({ cidrBlocks }) => cidrBlocks.includes(cidr));
  if (range !== undefined) return range.name;
  const subnet = recordsOf(network.subnets).find(
    ({ cidrBlock, ipv6CidrBlock }) => cidrBlock === cidr || ipv6CidrBlock === cidr,
  );
  if (subnet !== undefined) return `subnet ${subnet.name}`;
  const inside = recordsOf(network.networkInterfaces).filter((each) => hasAddressIn(each, cidr));
  return inside.length === 0 ? "" : counted(inside);
};

const hasAddressIn = (networkInterface: NetworkInterface, text: string): boolean => {
  const cidr = parseCidr(text);
  if (!cidr.ok) return false;
  const addresses = [
    ...networkInterface.privateIpAddresses.map((each) => each.privateIpAddress),
    ...networkInterface.ipv6Addresses,
  ];
  return addresses.some((text) => {
    const address = parseAddress(text);
    return address.ok && cidrContains(cidr.value, address.value);
  });
};

/** Why rules for this far end admit nobody today, or null. Only what this design can know: outside ends always exist. */
const idleReason = (
  network: Network,
  group: SecurityGroup,
  wearers: readonly NetworkInterface[],
  remote: Remote,
): string | null => {
  if (wearers.length === 0) return `no interface wears ${group.groupName}`;
  switch (remote.kind) {
    case "group":
      return idleGroup(network, group, wearers, remote.groupId);
    case "prefixList": {
      const list = recordOf(network.prefixLists, remote.prefixListId);
      if (list === undefined) return "the prefix list is not in this design";
      return list.entries.length === 0 ? `${list.prefixListName} has no entries` : null;
    }
    case "cidrIpv6":
      return wearers.every((each) => each.ipv6Addresses.length === 0)
        ? `no interface of ${group.groupName} has an IPv6 address`
        : null;
    case "cidrIpv4":
      return null;
  }
};

const idleGroup = (
  network: Network,
  group: SecurityGroup,
  wearers: readonly NetworkInterface[],
  remoteId: string,
): string | null => {
  const remote = recordOf(network.securityGroups, remoteId);
  if (remote === undefined) return "that group is not in this design";
  if (remoteId === group.groupId)
    return wearers.length === 1 ? `only one interface wears ${group.groupName}` : null;
  return wearersOf(network, remoteId).length === 0 ? `no interface wears ${remote.groupName}` : null;
};

const ADMIN_PORTS = [
  { port: 22, name: "SSH" },
  { port: 3389, name: "RDP" },
] as const;

/** Is the rule about every IPv4 or every IPv6 address? */
export const isAnywhere = ({ remote }: SecurityGroupRule): boolean =>
  (remote.kind === "cidrIpv4" && remote.cidrIpv4 === ANYWHERE_IPV4) ||
  (remote.kind === "cidrIpv6" && remote.cidrIpv6 === ANYWHERE_IPV6);

/** The services for administration ("SSH", "RDP") that inbound rules of a group open to every address. */
export const openAdminServices = (group: SecurityGroup): readonly string[] => {
  const open = group.rules.filter((rule) => rule.direction === "ingress" && isAnywhere(rule));
  return ADMIN_PORTS.filter(({ port }) => open.some((rule) => opensTcp(rule, port))).map(({ name }) => name);
};
