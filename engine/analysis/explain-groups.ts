/** The security groups of one interface, asked about one packet. */

import type { SecurityGroupId } from "../model/id";
import { recordOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
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
import { type GroupRule, type NetworkIndex, rulesOn } from "./explain-index";
import { coversPacket } from "./explain-packet";
import type { Packet } from "./question";

/** Why groups of the other end are not seen: something on the way hides them, or a transit gateway does not pass them on. */
export type IdentityLoss = "hidden" | "transitGateway";

/** The other end, as the interface sees it. */
export type Peer = Readonly<{
  text: string;
  family: Family;
  addresses: AddressSet;
  groupIds: readonly SecurityGroupId[];
  /** Do rules that name a group see the other end's groups? If not, why. */
  lost: IdentityLoss | null;
}>;

/** What the groups of an interface say about a packet and the addresses at its other end. */
export type GroupCheck = Readonly<{
  direction: Direction;
  networkInterface: NetworkInterface;
  peer: string;
  admits: "all" | "some" | "none";
  admitted: AddressSet;
  refused: AddressSet;
  /** The first rule that admits all of the peer, else the first that admits any of it. */
  decidedBy: GroupRule | null;
  hasRules: boolean;
  /** It wears no groups and needs none: a network load balancer. */
  isOpen: boolean;
  /** Where nothing admits: a rule that lacks but one thing. */
  nearest: GroupRule | null;
  /** The nearest names a group of the other end, which is not seen on this path. */
  identityLost: IdentityLoss | null;
}>;

const namesGroupOf = ({ rule }: GroupRule, peer: Peer): boolean =>
  rule.remote.kind === "group" && peer.groupIds.includes(rule.remote.groupId);

/** The part of the peer that a rule's far end names. */
const namedPart = (each: GroupRule, peer: Peer): AddressSet => {
  if (each.rule.remote.kind !== "group") return intersectAddresses(each.addresses, peer.addresses);
  return peer.lost === null && namesGroupOf(each, peer) ? peer.addresses : NO_ADDRESSES;
};

const nearestOf = (rules: readonly GroupRule[], packet: Packet, peer: Peer) => {
  const fitting = rules.filter(({ rule }) => coversPacket(rule.traffic, packet, peer.family));
  const lost = fitting.find((each) => namesGroupOf(each, peer));
  const near = rules.find((each) => !isEmptyAddressSet(namedPart(each, peer)));
  return {
    nearest: lost ?? fitting[0] ?? near ?? null,
    identityLost: lost === undefined ? null : peer.lost,
  };
};

const NO_HINT = { nearest: null, identityLost: null } as const;

/** ELB: a network load balancer that was made without groups lets everything through. */
export const isOpen = ({ network }: NetworkIndex, { attachment, groupIds }: NetworkInterface): boolean => {
  if (attachment?.kind !== "loadBalancer" || groupIds.length > 0) return false;
  return recordOf(network.loadBalancers, attachment.loadBalancerId)?.loadBalancerType === "network";
};

/** Exact over all addresses of the peer: their set is cut by the rules, never sampled. */
export const checkGroups = (
  index: NetworkIndex,
  packet: Packet,
  direction: Direction,
  networkInterface: NetworkInterface,
  peer: Peer,
): GroupCheck => {
  const rules = rulesOn(index, networkInterface, direction);
  const base = { direction, networkInterface, peer: peer.text, hasRules: rules.length > 0 };
  if (isOpen(index, networkInterface)) {
    const all = { admits: "all", admitted: peer.addresses, refused: NO_ADDRESSES } as const;
    return { ...base, ...all, ...NO_HINT, decidedBy: null, isOpen: true };
  }
  const matches = rules
    .filter(({ rule }) => coversPacket(rule.traffic, packet, peer.family))
    .map((each) => ({ each, part: namedPart(each, peer) }))
    .filter(({ part }) => !isEmptyAddressSet(part));
  const admitted = matches.map(({ part }) => part).reduce(uniteAddresses, NO_ADDRESSES);
  const isAll = equalAddressSets(admitted, peer.addresses);
  const widest = matches.find(({ part }) => equalAddressSets(part, peer.addresses)) ?? matches[0];
  const some = matches.length > 0 ? "some" : "none";
  return {
    ...base,
    admits: isAll ? "all" : some,
    admitted,
    refused: subtractAddresses(peer.addresses, admitted),
    decidedBy: widest?.each ?? null,
    isOpen: false,
    ...(matches.length > 0 ? NO_HINT : nearestOf(rules, packet, peer)),
  };
};
