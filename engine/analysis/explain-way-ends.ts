/** Ways between places. */

import type { Address } from "../net/cidr";
import { addressesOf, familyOf, type OutsidePlace, type Place } from "./explain-places";
import type { Topology } from "./topology";
import { asWritten, wayBetween } from "./walk";
import type { Way, WayEnd } from "./way";

export const isSameAddress = (a: Address, b: Address): boolean =>
  a.value === b.value && a.family === b.family;

/** The end of a way that a place is, or that one of its addresses is. */
const endOf = (place: Place, stand: Address | null = null): WayEnd => {
  if (place.kind === "nobody") return { kind: "nobody", address: place.address };
  if (place.kind === "outside") return { kind: "outside", address: stand ?? firstOf(place) };
  const { networkInterface, vpcId, address, publicAddress, asPublic } = place;
  const { subnetId } = networkInterface;
  if (vpcId === null) return { kind: "nobody", address };
  return { kind: "interface", held: { networkInterface, subnetId, vpcId, address, publicAddress }, asPublic };
};

const firstOf = (place: OutsidePlace): Address => {
  const family = familyOf(place);
  return { family, value: addressesOf(place)[family][0]?.first ?? 0n };
};

/** The way between two places; `stand` stands for the outside one. A public address as its source is taken literally. */
export const walkBetween = (topology: Topology, from: Place, to: Place, stand: Address | null): Way => {
  const source = endOf(from, stand);
  const way = wayBetween(topology, source, endOf(to, stand));
  return to.kind === "outside" ? asWritten(way, source) : way;
};
