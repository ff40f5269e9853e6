/** The addresses of two places, cut where packets between them may fare differently. */

import type { NetworkAcl } from "../model/network-acl";
import { type AddressSet, intersectAddresses, isEmptyAddressSet } from "../net/address-set";
import type { Address, Family } from "../net/cidr";
import type { NetworkIndex } from "./explain-index";
import { aclBorders } from "./explain-network-acl";
import { addressesOf, type OutsidePlace, type Place } from "./explain-places";
import { replyOf, requestOf, type Sent, translatedReplyOf } from "./explain-sent";
import { stretchesOf } from "./explain-stretches";
import { isSameAddress, walkBetween } from "./explain-way-ends";
import type { Packet } from "./question";
import { isTranslator, type Step, type Way } from "./way";

/**
 * Some of an outside end's addresses, which all fare alike; `at` is one of them. Their way is that of `stand`, which stands in
 * it for each of them. Both are null where no end is outside.
 */
export type Piece = Readonly<{
  addresses: AddressSet;
  at: Address | null;
  stand: Address | null;
  way: Way;
}>;

/** Of which addresses verdicts speak: those of the outside end, else the sender's one. */
export const universeOf = (from: Place, to: Place): AddressSet =>
  addressesOf(to.kind === "outside" ? to : from);

/** The ways from one place to another, for a packet. Neither may be an interface that is in no VPC. */
export const piecesOf = (index: NetworkIndex, packet: Packet, from: Place, to: Place): readonly Piece[] => {
  const outside = outsideOf(from, to);
  const universe = universeOf(from, to);
  const { topology } = index;
  const walk = (stand: Address | null) => walkBetween(topology, from, to, stand);
  if (outside === null) return [{ addresses: universe, at: null, stand: null, way: walk(null) }];
  const { family } = outside;
  const single = onlyOne(family, universe);
  if (single !== null) return [{ addresses: universe, at: single, stand: single, way: walk(single) }];
  return stretchesOf(index, from, to).flatMap(({ addresses, stand }) => {
    const part = intersectAddresses(addresses, universe);
    return isEmptyAddressSet(part) ? [] : cutByAcls(part, stand, walk(stand), packet);
  });
};

const outsideOf = (from: Place, to: Place): OutsidePlace | null => {
  if (from.kind === "outside") return from;
  return to.kind === "outside" ? to : null;
};

/** The address of a set that holds but one. */
const onlyOne = (family: Family, universe: AddressSet): Address | null => {
  const [range, second] = universe[family];
  if (range === undefined || second !== undefined || range.first !== range.last) return null;
  return { family, value: range.first };
};

/** At the borders of those entries that hold for the packet or its reply, of all ACLs that see the outside end. */
export const cutByAcls = (part: AddressSet, stand: Address, way: Way, packet: Packet): readonly Piece[] => {
  const { family } = stand;
  const borders = new Set<bigint>();
  const collect = (steps: readonly Step[], sent: Sent) => {
    for (const [acl, direction] of farAcls(steps, stand))
      for (const border of aclBorders(acl, direction, family, sent)) borders.add(border);
  };
  collect(way.steps, requestOf(packet));
  collect(way.replySteps, replyOf(packet));
  if (way.replySteps.some(isTranslator)) collect(way.replySteps, translatedReplyOf(packet));
  const inOrder = [...borders].sort((a, b) => (a < b ? -1 : 1));
  return cut(part, family, inOrder).map((addresses) => {
    const first = addresses[family][0]?.first ?? stand.value;
    return { addresses, at: { family, value: first }, stand, way };
  });
};

const farAcls = (
  steps: readonly Step[],
  stand: Address,
): readonly (readonly [NetworkAcl, "ingress" | "egress"])[] =>
  steps.flatMap((step) =>
    step.kind === "networkAcl" && step.networkAcl !== null && isSameAddress(step.peer, stand)
      ? [[step.networkAcl, step.direction] as const]
      : [],
  );

/** A set of one family, cut into its parts between borders. */
const cut = (set: AddressSet, family: Family, borders: readonly bigint[]): readonly AddressSet[] => {
  if (borders.length === 0) return [set];
  const starts = [-1n, ...borders];
  return starts.flatMap((start, at) => {
    const next = borders[at];
    const within = { first: start, last: next === undefined ? 2n ** 128n : next - 1n };
    const part = intersectAddresses(set, family === 4 ? { 4: [within], 6: [] } : { 4: [], 6: [within] });
    return isEmptyAddressSet(part) ? [] : [part];
  });
};
