/** The addresses of two places, cut where their ways may differ. */

import type { AddressSet } from "../net/address-set";
import { type Address, type Family, formatAddress } from "../net/cidr";
import type { NetworkIndex } from "./explain-index";
import { addressesOf, familyOf, type InsidePlace, type OutsidePlace, type Place } from "./explain-places";
import { wayBoundaries } from "./topology-boundaries";
import { wayBetween } from "./walk";
import type { Way, WayEnd } from "./way";

/** Some of an outside end's addresses, with the way that all of them have. `stand` is the one that was walked for all. */
export type Piece = Readonly<{ addresses: AddressSet; stand: Address | null; way: Way }>;

/** Of which addresses verdicts speak: those of the outside end, else the sender's one. */
export const universeOf = (from: Place, to: Place): AddressSet =>
  addressesOf(to.kind === "outside" ? to : from);

/** The ways from one place to another. Neither may be an interface that is in no VPC. */
export const piecesOf = (index: NetworkIndex, from: Place, to: Place): readonly Piece[] => {
  const outside = outsideOf(from, to);
  const universe = universeOf(from, to);
  if (outside === null || from.kind === to.kind)
    return [{ addresses: universe, stand: null, way: walk(index, endOf(from), endOf(to)) }];
  return cut(index, outside.family, universe).map(({ addresses, stand }) => ({
    addresses,
    stand,
    way: outsideWay(index, from, to, stand),
  }));
};

const outsideOf = (from: Place, to: Place): OutsidePlace | null => {
  if (from.kind === "outside") return from;
  return to.kind === "outside" ? to : null;
};

type Part = Readonly<{ addresses: AddressSet; stand: Address }>;

/** At every boundary of ways. What stands for a part is where its stretch begins, so that ways are found again. */
const cut = (index: NetworkIndex, family: Family, universe: AddressSet): readonly Part[] => {
  const boundaries = wayBoundaries(index.topology, family);
  const parts: Part[] = [];
  for (const { first, last } of universe[family]) {
    let at = lastUpTo(boundaries, first);
    for (let start = first; start <= last; at += 1) {
      const next = boundaries[at + 1];
      const end = next === undefined || next > last ? last : next - 1n;
      const range = [{ first: start, last: end }];
      parts.push({
        addresses: family === 4 ? { 4: range, 6: [] } : { 4: [], 6: range },
        stand: { family, value: boundaries[at] ?? 0n },
      });
      start = end + 1n;
    }
  }
  return parts;
};

/** The place of the last boundary at or before a value; -1 if there is none. */
const lastUpTo = (boundaries: readonly bigint[], value: bigint): number => {
  let [low, high] = [0, boundaries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const boundary = boundaries[middle];
    if (boundary !== undefined && boundary <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** The end of a way that a place is, or that one of its addresses is. */
export const endOf = (place: Place, stand: Address | null = null): WayEnd => {
  if (place.kind === "nobody") return { kind: "nobody", address: place.address };
  if (place.kind === "outside") return { kind: "outside", address: stand ?? firstOf(place) };
  const { networkInterface, vpcId, address, publicAddress, asPublic } = place;
  const { subnetId } = networkInterface;
  if (vpcId === null) return { kind: "nobody", address };
  return { kind: "interface", held: { networkInterface, subnetId, vpcId, address, publicAddress }, asPublic };
};

const firstOf = (place: OutsidePlace): Address => ({
  family: place.family,
  value: addressesOf(place)[place.family][0]?.first ?? 0n,
});

const walk = (index: NetworkIndex, from: WayEnd, to: WayEnd): Way => wayBetween(index.topology, from, to);

/** Many questions ask for the same interface and the outside. */
const outsideWay = (index: NetworkIndex, from: Place, to: Place, stand: Address): Way => {
  const key = `${keyOf(from)} ${keyOf(to)} ${familyOf(from)} ${stand.value}`;
  const known = index.ways.get(key);
  if (known !== undefined) return known;
  const way = walk(index, endOf(from, stand), endOf(to, stand));
  index.ways.set(key, way);
  return way;
};

const keyOf = (place: Place): string => (place.kind === "outside" ? "" : insideKey(place));

const insideKey = (place: Exclude<Place, OutsidePlace>): string => {
  const address = formatAddress(place.address);
  return place.kind === "nobody" ? address : `${ownKey(place)} ${address}`;
};

const ownKey = ({ networkInterface, asPublic }: InsidePlace): string =>
  `${networkInterface.networkInterfaceId} ${asPublic}`;
