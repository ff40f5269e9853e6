/** The words that sentences are made of: packets, rules, addresses and things by their names. */

import { type Network, recordOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Direction, SecurityGroupRule, Traffic } from "../model/security-group";
import { PROTOCOL_NAMES } from "../model/service";
import type { AddressSet } from "../net/address-set";
import { type Address, cidrOf, type Family, formatAddress, formatCidr } from "../net/cidr";
import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";
import type { OutsidePlace, Place } from "./explain-places";
import type { Packet } from "./question";

const ECHO_REQUEST: Readonly<Record<number, number>> = { [ICMP]: 8, [ICMPV6]: 128 };

const icmpText = (name: string, packet: Packet): string => {
  const isEcho = packet.icmpType === ECHO_REQUEST[packet.protocol] && packet.icmpCode === 0;
  return isEcho ? `${name} echo request` : `${name} type ${packet.icmpType} code ${packet.icmpCode}`;
};

export const packetText = (packet: Packet): string => {
  switch (packet.protocol) {
    case TCP:
      return packet.port === undefined ? "TCP" : `TCP ${packet.port}`;
    case UDP:
      return packet.port === undefined ? "UDP" : `UDP ${packet.port}`;
    case ICMP:
      return icmpText("ICMP", packet);
    case ICMPV6:
      return icmpText("ICMPv6", packet);
    default:
      return PROTOCOL_NAMES[packet.protocol] ?? `protocol ${packet.protocol}`;
  }
};

/** A range of ports: "80", "7000-8000", "all ports". */
export const portsOf = ({ from, to }: Readonly<{ from: number; to: number }>): string => {
  if (from === 0 && to === 65535) return "all ports";
  return from === to ? String(from) : `${from}-${to}`;
};

const ruleTraffic = (traffic: Traffic): string => {
  if ("ports" in traffic) return `${traffic.ipProtocol.toUpperCase()} ${portsOf(traffic.ports)}`;
  if ("icmpType" in traffic) {
    const name = traffic.ipProtocol === "icmp" ? "ICMP" : "ICMPv6";
    if (traffic.icmpType === "all") return `all ${name}`;
    const code = traffic.icmpCode === "all" ? "" : ` code ${traffic.icmpCode}`;
    return `${name} type ${traffic.icmpType}${code}`;
  }
  if (traffic.ipProtocol === "all") return "all traffic";
  return PROTOCOL_NAMES[traffic.ipProtocol] ?? `protocol ${traffic.ipProtocol}`;
};

/** What a rule of a group and an entry of a network ACL have in common. */
type Filter = Pick<SecurityGroupRule, "direction" | "traffic" | "remote">;

const remoteText = (network: Network, { remote }: Filter): string => {
  switch (remote.kind) {
    case "cidrIpv4":
      return remote.cidrIpv4;
    case "cidrIpv6":
      return remote.cidrIpv6;
    case "group":
      return `members of ${recordOf(network.securityGroups, remote.groupId)?.groupName ?? remote.groupId}`;
    case "prefixList":
      return `list ${recordOf(network.prefixLists, remote.prefixListId)?.prefixListName || remote.prefixListId}`;
  }
};

/** Which way a rule's far end lies: an inbound rule admits from it, an outbound one to it. */
export const preposition = (direction: Direction): string => (direction === "ingress" ? "from" : "to");

export const directionText = (direction: Direction): string =>
  direction === "ingress" ? "inbound" : "outbound";

/** A rule in quotes: "TCP 80 from 0.0.0.0/0". */
export const ruleText = (network: Network, { rule }: Readonly<{ rule: Filter }>): string =>
  `"${ruleTraffic(rule.traffic)} ${preposition(rule.direction)} ${remoteText(network, rule)}"`;

const wearerName = (network: Network, { attachment }: NetworkInterface): string | undefined => {
  switch (attachment?.kind) {
    case "instance":
      return attachment.deviceIndex === 0 ? recordOf(network.instances, attachment.instanceId)?.name : "";
    case "dbInstance":
      return recordOf(network.dbInstances, attachment.dbInstanceId)?.name;
    case "managedResource":
      return recordOf(network.managedResources, attachment.managedResourceId)?.name;
    case "loadBalancer":
      return recordOf(network.loadBalancers, attachment.loadBalancerId)?.name;
    case "vpcEndpoint":
      return recordOf(network.vpcEndpoints, attachment.vpcEndpointId)?.name;
    case undefined:
      return "";
  }
};

/** What a person calls an interface: what it is the main interface of, else its own name, else its id. */
export const interfaceText = (network: Network, each: NetworkInterface): string =>
  wearerName(network, each) || each.name || each.networkInterfaceId;

/** What has many addresses is told apart by family: an end named once may stand for both. */
const outsideName = ({ component, name, family }: OutsidePlace): string =>
  component === "address" || family === 4 ? name : `${name} over IPv6`;

/** A place by name, with its own address where it has one; or with another of its addresses. */
export const placeName = (network: Network, place: Place, other: Address | null = null): string => {
  if (place.kind === "outside") return outsideName(place);
  const address = formatAddress(other ?? place.address);
  return place.kind === "nobody" ? address : `${interfaceText(network, place.networkInterface)} (${address})`;
};

const rangeText = (family: Family, first: bigint, last: bigint): string => {
  const bits = family === 4 ? 32 : 128;
  const prefixLength = bits - ((last - first + 1n).toString(2).length - 1);
  const block = cidrOf({ family, value: first }, prefixLength);
  if (block.first === first && block.last === last) return formatCidr(block);
  return `${formatAddress({ family, value: first })} to ${formatAddress({ family, value: last })}`;
};

const MOST_RANGES = 4;

/** Addresses as blocks or ranges; of many, the first few and how many more. */
export const addressesText = (set: AddressSet): string => {
  const families: readonly Family[] = [4, 6];
  const ranges = families.flatMap((family) =>
    set[family].map(({ first, last }) => rangeText(family, first, last)),
  );
  const rest = ranges.length - MOST_RANGES;
  return rest > 0 ? `${ranges.slice(0, MOST_RANGES).join(", ")} and ${rest} more` : ranges.join(", ");
};

/** The part of an outside end that is left out: by its addresses where they are few. */
export const restText = (set: AddressSet, whole: string): string =>
  set[4].length + set[6].length > MOST_RANGES ? `the rest of ${whole}` : addressesText(set);
