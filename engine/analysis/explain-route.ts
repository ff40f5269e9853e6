/** Which way a packet takes between two places, as far as it is judged: addresses and gateways, no route tables yet. */
import type { SecurityGroupId } from "../model/id";
import { type AddressSet, isEmptyAddressSet } from "../net/address-set";
import type { Peer } from "./explain-groups";
import { type NetworkIndex, single } from "./explain-index";
import type { InsidePlace, Place } from "./explain-places";
import { groupsWorn } from "./reach/interface-facts";
import { placeName } from "./sentences-words";

/** `local` is inside one VPC; `gateway` over internet gateways; `self` never leaves the interface; `none` leads nowhere. */
export type Route = "self" | "local" | "gateway" | "none";

/** An interface whose subnet is gone lies in no VPC, so nothing leads there. */
const isNowhere = (place: Place): boolean => place.kind === "inside" && place.vpcId === null;

export const routeBetween = (from: Place, to: Place): Route => {
  if (isNowhere(from) || isNowhere(to)) return "none";
  if (from.kind === "outside" || to.kind === "outside") return isOnInternet(from, to) ? "gateway" : "none";
  if (from.kind === "nobody" || to.kind === "nobody") return "local";
  if (from.asPublic || to.asPublic) return "gateway";
  if (from.networkInterface.networkInterfaceId === to.networkInterface.networkInterfaceId) return "self";
  if (from.vpcId !== null && from.vpcId === to.vpcId) return "local";
  return from.address.family === 6 ? "gateway" : "none";
};

const isOnInternet = (from: Place, to: Place): boolean =>
  [from, to].every((place) => place.kind !== "outside" || !isEmptyAddressSet(place.reachable));

const addressesOf = (place: Place): AddressSet => {
  if (place.kind !== "outside") return single(place.address);
  return isEmptyAddressSet(place.reachable) ? place.unreachable : place.reachable;
};

const groupIdsOf = ({ network }: NetworkIndex, place: Place): readonly SecurityGroupId[] =>
  place.kind === "inside" ? groupsWorn(network, place.networkInterface) : [];

/** The destination as the sender writes it: a public address stays public. */
export const destinationPeer = (index: NetworkIndex, route: Route, to: Place): Peer => {
  const written = to.kind === "inside" && to.asPublic ? to.publicAddress : null;
  return {
    text: placeName(index.network, to, written),
    addresses: written === null ? addressesOf(to) : single(written),
    groupIds: groupIdsOf(index, to),
    isIdentified: route === "local",
  };
};

/**
 * The source as the receiver sees it: over an internet gateway, IPv4 comes from the sender's public address. A sender that
 * has none might get any.
 */
export const sourcePeer = (index: NetworkIndex, route: Route, from: Place): Peer => {
  const base = { groupIds: groupIdsOf(index, from), isIdentified: route === "local" };
  if (route !== "gateway" || from.kind !== "inside" || from.address.family === 6)
    return { ...base, text: placeName(index.network, from, null), addresses: addressesOf(from) };
  return from.publicAddress === null
    ? { ...base, text: "any public address", addresses: { ...index.internet, 6: [] } }
    : {
        ...base,
        text: placeName(index.network, from, from.publicAddress),
        addresses: single(from.publicAddress),
      };
};

/** An IPv4 sender that no gateway would let out, for want of a public address. */
export const lacksPublicSource = (route: Route, from: Place): from is InsidePlace =>
  route === "gateway" && from.kind === "inside" && from.address.family === 4 && from.publicAddress === null;

/** An IPv4 destination that nothing outside can send to: it has no public address, or its private one was typed. */
export const lacksPublicDestination = (route: Route, to: Place): to is InsidePlace =>
  route === "gateway" && to.kind === "inside" && to.address.family === 4 && !to.asPublic;
