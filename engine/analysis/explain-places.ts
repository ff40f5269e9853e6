/** What an end of a question stands for: the addresses that packets are judged for. */

import type { NetworkInterfaceId } from "../model/id";
import { recordOf } from "../model/network";
import {
  type AddressSet,
  addressSetContains,
  isEmptyAddressSet,
  NO_ADDRESSES,
  uniteAddresses,
} from "../net/address-set";
import { type Address, type Family, formatAddress, parseAddress } from "../net/cidr";
import { INTERNET } from "./answer";
import { type NetworkIndex, type OwnAddress, outsideAddresses, single } from "./explain-index";
import type { End } from "./question";

/** An address of an interface. `typed` says that the question gave the address itself, so it is taken literally. */
export type InsidePlace = Readonly<{ kind: "inside"; typed: boolean }> & OwnAddress;

/** Outside addresses of one family, judged together. `unreachable` are those that nothing here leads to. */
export type OutsidePlace = Readonly<{
  kind: "outside";
  component: "internet" | "ip-range" | "address";
  id: string;
  name: string;
  family: Family;
  reachable: AddressSet;
  unreachable: AddressSet;
}>;

/** An address inside a VPC that no interface has, or a NAT gateway's public one (`isPublic`). */
type NobodyPlace = Readonly<{ kind: "nobody"; address: Address; isPublic: boolean }>;

export type Place = InsidePlace | OutsidePlace | NobodyPlace;

export const familyOf = (place: Place): Family =>
  place.kind === "outside" ? place.family : place.address.family;

/** Whether an end sends or receives. */
export type Side = "from" | "to";

/** As a reader of the question would name this end. */
export const endText = (end: End): string => {
  switch (end.kind) {
    case "networkInterface":
      return end.networkInterfaceId;
    case "ipRange":
      return end.ipRangeId;
    case "internet":
      return INTERNET;
    case "address":
      return end.address;
    case "cidr":
      return end.cidr;
  }
};

/** The address, the end's own name where it is many. Unlike the end's name it tells two addresses of one end apart. */
export const placeText = (place: Place): string => {
  if (place.kind === "outside") return place.id;
  const own = place.kind === "inside" && place.asPublic ? place.publicAddress : null;
  return formatAddress(own ?? place.address);
};

const onlyFamily = (set: AddressSet, family: Family): AddressSet =>
  family === 4 ? { 4: set[4], 6: [] } : { 4: [], 6: set[6] };

type OutsideEnd = Pick<OutsidePlace, "component" | "id" | "name">;

const outsidePlaces = (
  { component, id, name }: OutsideEnd,
  sets: Readonly<{ reachable: AddressSet; unreachable: AddressSet }>,
): readonly OutsidePlace[] => {
  const families: readonly Family[] = [4, 6];
  return families
    .map((family) => ({
      kind: "outside" as const,
      component,
      id,
      name,
      family,
      reachable: onlyFamily(sets.reachable, family),
      unreachable: onlyFamily(sets.unreachable, family),
    }))
    .filter((place) => !(isEmptyAddressSet(place.reachable) && isEmptyAddressSet(place.unreachable)));
};

/** From a NAT gateway's public address comes what it sends on, as from any other outside; to it goes nothing new. */
const addressPlaces = (index: NetworkIndex, text: string, side: Side): readonly Place[] => {
  const parsed = parseAddress(text);
  if (!parsed.ok) return [];
  const address = parsed.value;
  const canonical = formatAddress(address);
  const owners = index.owners.get(canonical);
  if (owners !== undefined) return owners.map((own) => ({ kind: "inside", typed: true, ...own }));
  const isPublic = side === "to" && index.natFaces.has(canonical);
  if (isPublic || addressSetContains(index.vpcAddresses, address))
    return [{ kind: "nobody", address, isPublic }];
  const set = single(address);
  const isReachable = addressSetContains(index.internet, address);
  const end: OutsideEnd = { component: "address", id: canonical, name: canonical };
  return outsidePlaces(end, {
    reachable: isReachable ? set : NO_ADDRESSES,
    unreachable: isReachable ? NO_ADDRESSES : set,
  });
};

export const interfacePlaces = (
  index: NetworkIndex,
  id: NetworkInterfaceId,
  side: Side,
  byGateway: boolean,
): readonly InsidePlace[] => {
  const own = (index.addresses.get(id) ?? []).map((each) => ({
    kind: "inside" as const,
    typed: false,
    ...each,
  }));
  const ipv4 = own.filter(({ address }) => address.family === 4);
  const ipv6 = own.filter(({ address }) => address.family === 6);
  if (!byGateway) return [...ipv4.slice(0, 1), ...ipv6];
  const mapped = ipv4.filter(({ publicAddress }) => publicAddress !== null);
  if (side === "to") return [...mapped.map((each) => ({ ...each, asPublic: true })), ...ipv6];
  return [...(mapped.length > 0 ? mapped : ipv4.slice(0, 1)), ...ipv6];
};

/** An interface's primary private address, for saying that it has no public one. */
export const unmappedPlace = (index: NetworkIndex, end: End): readonly InsidePlace[] =>
  end.kind === "networkInterface"
    ? interfacePlaces(index, end.networkInterfaceId, "to", false).filter(
        ({ address }) => address.family === 4,
      )
    : [];

/**
 * The places an end stands for. An interface stands for its primary private IPv4 and its IPv6 addresses; where IPv4 goes by
 * a gateway (`byGateway`: the other end is outside, or a public address), for its public IPv4 addresses instead; as a sender
 * that has none, still for its primary private one, since a NAT gateway may send on for it.
 */
export const placesOf = (index: NetworkIndex, end: End, side: Side, byGateway: boolean): readonly Place[] => {
  switch (end.kind) {
    case "networkInterface":
      return interfacePlaces(index, end.networkInterfaceId, side, byGateway);
    case "address":
      return addressPlaces(index, end.address, side);
    case "internet":
      return outsidePlaces(
        { component: "internet", id: INTERNET, name: "the Internet" },
        { reachable: index.internet, unreachable: NO_ADDRESSES },
      );
    case "cidr":
      return outsidePlaces(
        { component: "address", id: end.cidr, name: end.cidr },
        outsideAddresses(index, [end.cidr]),
      );
    case "ipRange": {
      const range = recordOf(index.network.ipRanges, end.ipRangeId);
      const name = range?.name || end.ipRangeId;
      return outsidePlaces(
        { component: "ip-range", id: end.ipRangeId, name },
        outsideAddresses(index, range?.cidrBlocks ?? []),
      );
    }
  }
};

/** Is this place outside, or a public face? Then IPv4 to and from it goes by a gateway. */
export const isPublicPlace = (place: Place): boolean =>
  place.kind === "outside" || (place.kind === "inside" ? place.asPublic : place.isPublic);

/** All addresses of a place. */
export const addressesOf = (place: Place): AddressSet =>
  place.kind === "outside" ? uniteAddresses(place.reachable, place.unreachable) : single(place.address);
