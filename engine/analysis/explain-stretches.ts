/** Outside addresses that have the same way to or from an interface, whatever is sent. */

import { type AddressRange, ALL_ADDRESSES } from "../net/address-set";
import type { Address, Family } from "../net/cidr";
import type { NetworkIndex, Stretch } from "./explain-index";
import { familyOf, type InsidePlace, type Place } from "./explain-places";
import { isSameAddress, walkBetween } from "./explain-way-ends";
import { routeBoundaries } from "./topology-boundaries";
import { routeText } from "./topology-routes";
import type { Step, Way } from "./way";

/**
 * Cuts all outside addresses where the ways between them and an interface turn. Interfaces of one subnet have the same cuts,
 * if both or neither have a public address, so they are made once for all of them.
 */
export const stretchesOf = (index: NetworkIndex, from: Place, to: Place): readonly Stretch[] => {
  const inside = from.kind === "outside" ? to : from;
  const family = familyOf(inside);
  if (inside.kind !== "inside") return [{ addresses: ALL_ADDRESSES, stand: { family, value: 0n } }];
  const key = `${inside === from} ${siteOf(inside)} ${family}`;
  const known = index.stretches.get(key);
  if (known !== undefined) return known;
  const stretches = cutAtTurns(index, family, (stand) => walkBetween(index.topology, from, to, stand));
  index.stretches.set(key, stretches);
  return stretches;
};

const siteOf = ({ networkInterface, publicAddress, asPublic }: InsidePlace): string =>
  `${networkInterface.subnetId} ${publicAddress === null} ${asPublic}`;

const cutAtTurns = (
  { topology }: NetworkIndex,
  family: Family,
  walk: (stand: Address) => Way,
): readonly Stretch[] => {
  const ranges = new Map<string, Readonly<{ stand: Address; ranges: AddressRange[] }>>();
  const boundaries = routeBoundaries(topology, family);
  boundaries.forEach((value, at) => {
    const stand = { family, value };
    const key = turnsOf(walk(stand), stand);
    const range = { first: value, last: (boundaries[at + 1] ?? 2n ** 128n) - 1n };
    const alike = ranges.get(key);
    if (alike === undefined) ranges.set(key, { stand, ranges: [range] });
    else alike.ranges.push(range);
  });
  return [...ranges.values()].map(({ stand, ranges: all }) => ({
    addresses: family === 4 ? { 4: joined(all), 6: [] } : { 4: [], 6: joined(all) },
    stand,
  }));
};

/** Ranges in order, those that touch as one. */
const joined = (ranges: readonly AddressRange[]): readonly AddressRange[] => {
  const all: AddressRange[] = [];
  for (const range of ranges) {
    const before = all.at(-1);
    if (before?.last === range.first - 1n) all[all.length - 1] = { first: before.first, last: range.last };
    else all.push(range);
  }
  return all;
};

/** What tells ways apart, whichever addresses they are for. */
const turnsOf = ({ steps, replySteps, isSourceKnown }: Way, stand: Address): string =>
  [...steps, ...replySteps].map((step) => turnOf(step, stand)).join("|") + isSourceKnown;

const turnOf = (step: Step, stand: Address): string => {
  switch (step.kind) {
    case "networkAcl":
      return `${step.subnetId} ${step.direction} ${isSameAddress(step.peer, stand)}`;
    case "groups":
      return `${step.networkInterface.networkInterfaceId} ${step.direction} ${isSameAddress(step.peer, stand)}`;
    case "route":
      return `${step.subnetId} ${typeof step.route === "string" ? step.route : routeText(step.route)}`;
    case "pass":
      return `${step.id} ${step.rule}`;
    case "stop":
      return `${step.code} ${step.id} ${step.rule} ${step.why}`;
  }
};
