import type { IpRangeId, NetworkInterfaceId, SecurityGroupId, VpcId } from "../model/id";
import type { AddressKey } from "../net/address-map";
import type { AddressSet } from "../net/address-set";
import type { Family } from "../net/cidr";
import type { EndId, INTERNET, TierId } from "./answer";

/** Groups that are worn together, sorted; equal sets are one object with one number. */
export type GroupSet = Readonly<{ number: number; groupIds: readonly SecurityGroupId[] }>;

/**
 * One far address as the layers see it. `groups` are those that a reference may find it by: none where the path hides the
 * sender. `isRouted` is false where nothing leads there. An outside point stands for all addresses up to the next one.
 */
export type Point = Readonly<{
  family: Family;
  address: AddressKey;
  groups: GroupSet;
  isRouted: boolean;
}>;

export type Points = Readonly<Record<Family, readonly Point[]>>;

/** An interface that is in a VPC. */
export type InterfaceEnd = Readonly<{
  kind: "interface";
  endId: NetworkInterfaceId;
  tierId: TierId;
  vpcId: VpcId;
  groups: GroupSet;
  /** Unattached it neither sends nor receives. */
  isAttached: boolean;
  /** It has a public IPv4 address: IPv4 between it and the outside is possible. */
  isPublic: boolean;
  /** What it stands for in its own VPC: the primary private IPv4 and all IPv6 addresses. */
  atHome: Points;
  /** What it stands for from another VPC: private IPv4 leads nowhere, and references find no IPv6. */
  abroad: Points;
}>;

/** The Internet or a named range. While its addresses are the same, so are the objects that hold them. */
export type OutsideEnd = Readonly<{
  kind: "outside";
  endId: IpRangeId | typeof INTERNET;
  tierId: TierId;
  name: string;
  /** What the Internet leads to. */
  reachable: AddressSet;
  /** Some of its blocks (private ones) that nothing leads to. */
  hasUnreachable: Readonly<Record<Family, boolean>>;
}>;

export type AnyEnd = InterfaceEnd | OutsideEnd;

/** Ends in the order of their slots; null where one is gone. Slots of gone ends are used again after a settlement. */
export type Ends = {
  readonly list: (AnyEnd | null)[];
  readonly slots: Map<EndId, number>;
  readonly free: number[];
};

export const createEnds = (): Ends => ({ list: [], slots: new Map(), free: [] });

/** The slot of an end, old or new. */
export function slotFor(ends: Ends, endId: EndId): number {
  const known = ends.slots.get(endId);
  if (known !== undefined) return known;
  const slot = ends.free.pop() ?? ends.list.length;
  if (slot === ends.list.length) ends.list.push(null);
  ends.slots.set(endId, slot);
  return slot;
}

/** Lets the slots of gone ends be used again. */
export function freeSlots(ends: Ends): void {
  for (const [endId, slot] of ends.slots) {
    if (ends.list[slot] !== null) continue;
    ends.slots.delete(endId);
    ends.free.push(slot);
  }
}

export const endAt = (ends: Ends, endId: EndId): AnyEnd | null => {
  const slot = ends.slots.get(endId);
  return slot === undefined ? null : (ends.list[slot] ?? null);
};

/** Do both stand for the same addresses, so that what passes may be compared address by address? */
export function haveSameAddresses(a: AnyEnd, b: AnyEnd): boolean {
  if (a.kind === "outside") {
    return b.kind === "outside" && a.reachable === b.reachable && a.hasUnreachable === b.hasUnreachable;
  }
  if (b.kind === "outside") return false;
  return (
    a.vpcId === b.vpcId &&
    a.isAttached === b.isAttached &&
    a.isPublic === b.isPublic &&
    samePoints(a.atHome, b.atHome)
  );
}

/** Is there nothing that any layer could tell apart? */
export const areSameInterface = (a: InterfaceEnd, b: InterfaceEnd): boolean =>
  a.tierId === b.tierId && haveSameAddresses(a, b);

const samePoints = (a: Points, b: Points): boolean =>
  ([4, 6] as const).every(
    (family) =>
      a[family].length === b[family].length &&
      a[family].every(({ address }, at) => address === b[family][at]?.address),
  );
