/** The two ends of a way as hops: where a packet sets out and where it arrives. */

import { formatAddress } from "../net/cidr";
import type { ComponentKind } from "./answer";
import { passed, stopped, type Told } from "./explain-hops";
import type { NetworkIndex } from "./explain-index";
import { type Place, placeText } from "./explain-places";
import { faultOf } from "./explain-wearer";
import type { Packet } from "./question";
import { arrivesText, bothOutsideText, faultText, nobodyText, nowhereText, sendsText } from "./sentences";
import { placeName } from "./sentences-words";

/** A packet and the two places between which it goes. */
export type Case = Readonly<{ index: NetworkIndex; packet: Packet; from: Place; to: Place }>;

export const componentOf = (place: Place): Readonly<{ component: ComponentKind; id: string }> => {
  if (place.kind === "inside")
    return { component: "network-interface", id: place.networkInterface.networkInterfaceId };
  if (place.kind === "outside") return { component: place.component, id: place.id };
  return { component: "address", id: placeText(place) };
};

/** What the ends are called. `far` is the outside one; `part` names some of its addresses, where not all are meant. */
export const namesOf = (
  { index: { network }, from, to }: Case,
  part: string | null = null,
): Readonly<{ from: string; to: string; far: string }> => {
  const written = to.kind === "inside" && to.asPublic ? to.publicAddress : null;
  const name = (place: Place, own: string) => (place.kind === "outside" ? (part ?? own) : own);
  const names = { from: name(from, placeName(network, from)), to: name(to, placeName(network, to, written)) };
  return { ...names, far: to.kind === "outside" ? names.to : names.from };
};

/** Something about the ends themselves that no way can help; null where there is nothing. */
export const impossible = ({ index: { network }, from, to }: Case): Told | null => {
  const { component, id } = componentOf(from);
  const code = "NO_SOURCE_OR_DESTINATION";
  if (from.kind === "nobody")
    return stopped("forward", { component, id }, code, nobodyText(formatAddress(from.address)));
  if (from.kind === "outside" && to.kind === "outside")
    return stopped("forward", { component, id }, code, bothOutsideText(from.name, to.name));
  const lost = [from, to].find((place) => place.kind === "inside" && place.vpcId === null);
  if (lost?.kind !== "inside") return null;
  return stopped("forward", componentOf(lost), "NO_ROUTE_TO_DESTINATION", nowhereText(network, lost));
};

/** The sender sends, if it can. */
export const departureOf = ({ index, packet, from, to }: Case): Told => {
  const { component, id } = componentOf(from);
  const code = from.kind === "inside" ? faultOf(index, from.networkInterface, "from") : null;
  if (from.kind === "inside" && code !== null)
    return stopped("forward", { component, id }, code, faultText(index.network, from, code));
  return passed(component, id, sendsText(index.network, packet, from, to));
};

/** The receiver receives, if it can. That nobody has an address was told before. */
export const arrivalOf = ({ index, to }: Case, passes: boolean): readonly Told[] => {
  if (to.kind === "nobody") return [];
  const { component, id } = componentOf(to);
  const code = to.kind === "inside" ? faultOf(index, to.networkInterface, "to") : null;
  if (to.kind === "inside" && code !== null)
    return [stopped("forward", { component, id }, code, faultText(index.network, to, code))];
  return [passed(component, id, arrivesText(index.network, to, passes))];
};
