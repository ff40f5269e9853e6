import type { IpRangeId } from "../../model/id";
import type { AddressSet } from "../../net/address-set";
import type { Family } from "../../net/cidr";
import type { EndId, INTERNET, TierId } from "../answer";
import type { GroupSet } from "./group-set";
import { haveSameAddresses, type InterfaceFacts } from "./interface-facts";
import type { PointId } from "./point";

/** An interface that is in a VPC. Its points are the addresses it stands for; it has none while it is not active. */
export type InterfaceEnd = Readonly<{
  kind: "interface";
  endId: InterfaceFacts["networkInterfaceId"];
  tierId: TierId;
  facts: InterfaceFacts;
  groups: GroupSet;
  points: readonly PointId[];
  /** Its only point of a family, -1 for none; where a family has several, `isPlain` is false. */
  ipv4: PointId;
  ipv6: PointId;
  isPlain: boolean;
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

/** The ends as answers list them: their slots and ids in order, and the number of each in that order, by slot. */
export type EndOrder = Readonly<{ slots: readonly number[]; ids: readonly EndId[]; numbers: Int32Array }>;

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
export function freeSlots(ends: Ends, changed: Iterable<number>): void {
  const gone = new Set([...changed].filter((slot) => ends.list[slot] === null));
  if (gone.size === 0) return;
  for (const [endId, slot] of ends.slots) {
    if (!gone.has(slot)) continue;
    ends.slots.delete(endId);
    ends.free.push(slot);
  }
}

export const endAt = (ends: Ends, endId: EndId): AnyEnd | null => {
  const slot = ends.slots.get(endId);
  return slot === undefined ? null : (ends.list[slot] ?? null);
};

/** May what passes to or from both be compared address by address? */
export function areComparable(a: AnyEnd, b: AnyEnd): boolean {
  if (a.kind === "outside") {
    return b.kind === "outside" && a.reachable === b.reachable && a.hasUnreachable === b.hasUnreachable;
  }
  return b.kind === "interface" && haveSameAddresses(a.facts, b.facts);
}
