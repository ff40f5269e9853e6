/** The security groups of one interface, asked about one packet. */

import type { SecurityGroupId } from "../model/id";
import type { Direction } from "../model/security-group";
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
import type { Packet } from "./answer";
import { type GroupRule, type NetworkIndex, rulesOn } from "./explain-index";
import { coversPacket } from "./explain-packet";
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
