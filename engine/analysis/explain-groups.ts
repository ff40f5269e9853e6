/** The security groups of one interface, asked about one packet. */

import type { SecurityGroupId } from "../model/id";
import type { Direction, Traffic } from "../model/security-group";
import {
  type AddressSet,
  equalAddressSets,
  intersectAddresses,
  isEmptyAddressSet,
  NO_ADDRESSES,
  subtractAddresses,
  uniteAddresses,
} from "../net/address-set";
import type { Family } from "../net/cidr";
import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";
import type { Packet } from "./answer";
import { type GroupRule, type NetworkIndex, rulesOn } from "./explain-index";
import type { InsidePlace } from "./explain-places";

/** The other end, as the interface sees it. */
export type Peer = Readonly<{
  text: string;
  addresses: AddressSet;
  groupIds: readonly SecurityGroupId[];
  /** Do rules that name a group see the other end's groups? Only within a VPC, over private or IPv6 addresses. */
  isIdentified: boolean;
}>;

/** What the groups of an interface say about a packet and the addresses at its other end. */
export type GroupCheck = Readonly<{
  direction: Direction;
  place: InsidePlace;
  peer: string;
  admits: "all" | "some" | "none";
  admitted: AddressSet;
  refused: AddressSet;
  /** The first rule that admits all of the peer, else the first that admits any of it. */
  decidedBy: GroupRule | null;
  hasRules: boolean;
  /** Where nothing admits: a rule that lacks but one thing. */
  nearest: GroupRule | null;
  /** The nearest names a group of the other end, which is not seen on this path. */
  identityLost: boolean;
}>;

const within = (value: number | undefined, from: number, to: number): boolean =>
  value !== undefined && from <= value && value <= to;

const NUMBERS = { tcp: TCP, udp: UDP, icmp: ICMP, icmpv6: ICMPV6 } as const;

const FAMILY: Readonly<Record<number, Family>> = { [ICMP]: 4, [ICMPV6]: 6 };

/** Does a rule's protocol, with its ports or type and code, hold for a packet? ICMP is IPv4's alone, ICMPv6 IPv6's. */
export const coversPacket = (traffic: Traffic, packet: Packet, family: Family): boolean => {
  const { ipProtocol } = traffic;
  if (ipProtocol === "all") return true;
  const number = typeof ipProtocol === "number" ? ipProtocol : NUMBERS[ipProtocol];
  if (number !== packet.protocol) return false;
  if (FAMILY[number] !== undefined && FAMILY[number] !== family) return false;
  if ("ports" in traffic) return within(packet.port, traffic.ports.from, traffic.ports.to);
  if (!("icmpType" in traffic)) return true;
  if (traffic.icmpType === "all") return true;
  const isCode = traffic.icmpCode === "all" || traffic.icmpCode === packet.icmpCode;
  return traffic.icmpType === packet.icmpType && isCode;
};

const namesGroupOf = ({ rule }: GroupRule, peer: Peer): boolean =>
  rule.remote.kind === "group" && peer.groupIds.includes(rule.remote.groupId);

/** The part of the peer that a rule's far end names. */
const namedPart = (each: GroupRule, peer: Peer): AddressSet => {
  if (each.rule.remote.kind !== "group") return intersectAddresses(each.addresses, peer.addresses);
  return peer.isIdentified && namesGroupOf(each, peer) ? peer.addresses : NO_ADDRESSES;
};

const nearestOf = (rules: readonly GroupRule[], packet: Packet, family: Family, peer: Peer) => {
  const fitting = rules.filter(({ rule }) => coversPacket(rule.traffic, packet, family));
  const lost = fitting.find((each) => namesGroupOf(each, peer));
  const near = rules.find((each) => !isEmptyAddressSet(namedPart(each, peer)));
  return { nearest: lost ?? fitting[0] ?? near ?? null, identityLost: lost !== undefined };
};

const NO_HINT = { nearest: null, identityLost: false } as const;

/** Exact over all addresses of the peer: their set is cut by the rules, never sampled. */
export const checkGroups = (
  index: NetworkIndex,
  packet: Packet,
  direction: Direction,
  place: InsidePlace,
  peer: Peer,
): GroupCheck => {
  const { family } = place.address;
  const rules = rulesOn(index, place.networkInterface, direction);
  const matches = rules
    .filter(({ rule }) => coversPacket(rule.traffic, packet, family))
    .map((each) => ({ each, part: namedPart(each, peer) }))
    .filter(({ part }) => !isEmptyAddressSet(part));
  const admitted = matches.map(({ part }) => part).reduce(uniteAddresses, NO_ADDRESSES);
  const isAll = equalAddressSets(admitted, peer.addresses);
  const widest = matches.find(({ part }) => equalAddressSets(part, peer.addresses)) ?? matches[0];
  const some = matches.length > 0 ? "some" : "none";
  return {
    direction,
    place,
    peer: peer.text,
    admits: isAll ? "all" : some,
    admitted,
    refused: subtractAddresses(peer.addresses, admitted),
    decidedBy: widest?.each ?? null,
    hasRules: rules.length > 0,
    ...(matches.length > 0 ? NO_HINT : nearestOf(rules, packet, family, peer)),
  };
};
