/**
 * All traffic on one axis of slots: 65,536 TCP ports, 65,536 UDP ports, ICMP as type * 256 + code, ICMPv6 likewise, then
 * one slot for each other protocol number. "All traffic" is then one interval, and every rule at most a few.
 */

/** Protocol numbers of the IANA registry that have slots of their own. */
export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const ICMPV6 = 58;

const WIDTH = 65536;
const WIDE = [TCP, UDP, ICMP, ICMPV6];

/** The other protocols, in the order of their slots. */
const NARROW = Array.from({ length: 256 }, (_, number) => number).filter((number) => !WIDE.includes(number));

/** How many slots there are. */
export const SLOTS = WIDE.length * WIDTH + NARROW.length;

/** Half-open: `end` is the first slot after it. */
export type Slots = Readonly<{ first: number; end: number }>;

const NO_SLOTS: Slots = { first: 0, end: 0 };

/** By protocol number. */
const OWN_SLOTS: readonly Slots[] = Array.from({ length: 256 }, (_, protocol) => {
  const wide = WIDE.indexOf(protocol);
  if (wide >= 0) return { first: wide * WIDTH, end: (wide + 1) * WIDTH };
  const first = WIDE.length * WIDTH + NARROW.indexOf(protocol);
  return { first, end: first + 1 };
});

/** All slots of a protocol; none for what is no protocol number. */
export const protocolSlots = (protocol: number): Slots => OWN_SLOTS[protocol] ?? NO_SLOTS;

/** The slots of ports (or of type * 256 + code) `from` to `to`, both included; none if they are out of order. */
export function rangeSlots(protocol: number, from: number, to: number): Slots {
  const { first, end } = protocolSlots(protocol);
  const start = first + Math.max(0, from);
  const stop = Math.min(end, first + to + 1);
  return start < stop ? { first: start, end: stop } : NO_SLOTS;
}

/** A piece of the axis in a protocol's own numbers, both ends included. */
export type ProtocolRange = Readonly<{ protocol: number; from: number; to: number }>;

/** Splits an interval of slots at the borders of protocols. */
export function protocolRanges(slots: Slots): readonly ProtocolRange[] {
  const ranges: ProtocolRange[] = [];
  for (let slot = slots.first; slot < slots.end; ) {
    const protocol = protocolOf(slot);
    const own = protocolSlots(protocol);
    const end = Math.min(own.end, slots.end);
    ranges.push({ protocol, from: slot - own.first, to: end - 1 - own.first });
    slot = end;
  }
  return ranges;
}

function protocolOf(slot: number): number {
  const wide = Math.floor(slot / WIDTH);
  return WIDE[wide] ?? NARROW[slot - WIDE.length * WIDTH] ?? -1;
}
