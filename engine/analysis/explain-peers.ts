/** How each end is seen by the groups of the other. */

import type { SecurityGroupId } from "../model/id";
import { recordOf } from "../model/network";
import type { AddressSet } from "../net/address-set";
import { type Address, formatAddress } from "../net/cidr";
import type { IdentityLoss, Peer } from "./explain-groups";
import { type NetworkIndex, single } from "./explain-index";
import { addressesOf, familyOf, type Place } from "./explain-places";
import { placeName } from "./sentences-words";
import type { Way } from "./way";

/** Those that exist: a group that is gone has no members. */
const groupIdsOf = ({ network }: NetworkIndex, place: Place): readonly SecurityGroupId[] =>
  place.kind === "inside"
    ? place.networkInterface.groupIds.filter((id) => recordOf(network.securityGroups, id) !== undefined)
    : [];

const lossOf = (way: Way, direction: "ingress" | "egress"): IdentityLoss | null => {
  if (way.keepsIdentity[direction]) return null;
  const isTransit = way.steps.some((step) => step.kind === "pass" && step.component === "transit-gateway");
  return isTransit ? "transitGateway" : "hidden";
};

/** The destination as the sender writes it: a public address stays public. */
export const destinationPeer = (index: NetworkIndex, way: Way, to: Place): Peer => {
  const written = to.kind === "inside" && to.asPublic ? to.publicAddress : null;
  return {
    text: placeName(index.network, to, written),
    family: familyOf(to),
    addresses: written === null ? addressesOf(to) : single(written),
    groupIds: groupIdsOf(index, to),
    lost: lossOf(way, "egress"),
  };
};

/** The source as the receiver sees it. Where it cannot be told it might be any public address. */
export const sourcePeer = (index: NetworkIndex, way: Way, from: Place): Peer => {
  const family = familyOf(from);
  const base = { family, groupIds: groupIdsOf(index, from), lost: lossOf(way, "ingress") };
  if (from.kind === "outside")
    return { ...base, text: placeName(index.network, from), addresses: addressesOf(from) };
  if (!way.isSourceKnown) return { ...base, text: "any public address", addresses: publicOf(index, family) };
  return { ...base, text: seenText(index, from, way.seenSource), addresses: single(way.seenSource) };
};

const publicOf = ({ internet }: NetworkIndex, family: 4 | 6): AddressSet =>
  family === 4 ? { 4: internet[4], 6: [] } : { 4: [], 6: internet[6] };

/** Under its own or its public address an interface is known by its name; a NAT gateway's address stands for itself. */
const seenText = ({ network }: NetworkIndex, from: Place, seen: Address): string => {
  if (from.kind !== "inside") return formatAddress(seen);
  const isOwn = [from.address, from.publicAddress].some((own) => own?.value === seen.value);
  return isOwn ? placeName(network, from, seen) : formatAddress(seen);
};
