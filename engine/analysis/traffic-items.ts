import type { PortRange } from "../model/security-group";
import { ICMP, ICMPV6, protocolRanges, TCP, UDP } from "../net/traffic-axis";
import {
  ALL_TRAFFIC,
  intersect,
  NO_TRAFFIC,
  slotsOf,
  subtract,
  type TrafficSetId,
  type TrafficSets,
} from "../net/traffic-set";
import type { TrafficItem } from "./answer";

const NAMES: ReadonlyMap<number, TrafficItem["protocol"]> = new Map<number, TrafficItem["protocol"]>([
  [TCP, "tcp"],
  [UDP, "udp"],
  [ICMP, "icmp"],
  [ICMPV6, "icmpv6"],
]);

/**
 * Traffic as items: first what all pairs and addresses behind it have (`whole`), then what only some have. Where some have
 * everything that is one partial `all`, which the items that are not partial stand out from. The same traffic is the same
 * object: between a hundred groups there are thousands of pairs and a few hundred kinds of traffic, and what is one object
 * travels to the page once.
 */
export function trafficItems(
  sets: TrafficSets,
  some: TrafficSetId,
  whole: TrafficSetId,
): readonly TrafficItem[] {
  const memory = memoryOf(sets);
  const key = some * SET_NUMBERS + whole;
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= MEMORY_CAP) memory.clear();
  const items = itemsOfBoth(sets, some, whole);
  memory.set(key, items);
  return items;
}

/** More sets than this there cannot be in one session. */
const SET_NUMBERS = 2 ** 26;
const MEMORY_CAP = 1 << 14;

type Memory = Map<number, readonly TrafficItem[]>;

const memories = new WeakMap<TrafficSets, Memory>();

function memoryOf(sets: TrafficSets): Memory {
  const memory = memories.get(sets) ?? new Map();
  memories.set(sets, memory);
  return memory;
}

function itemsOfBoth(sets: TrafficSets, some: TrafficSetId, whole: TrafficSetId): readonly TrafficItem[] {
  const certain = itemsOf(sets, whole, false);
  if (some === whole) return certain;
  if (some === ALL_TRAFFIC) return [...certain, { protocol: "all", ranges: [], partial: true }];
  return [...certain, ...itemsOf(sets, subtract(sets, some, whole), true)];
}

/** A difference of traffic as items; `whole` is what all pairs and addresses have. */
export const differenceItems = (
  sets: TrafficSets,
  difference: TrafficSetId,
  whole: TrafficSetId,
): readonly TrafficItem[] => trafficItems(sets, difference, intersect(sets, difference, whole));

function itemsOf(sets: TrafficSets, traffic: TrafficSetId, partial: boolean): readonly TrafficItem[] {
  if (traffic === NO_TRAFFIC) return [];
  if (traffic === ALL_TRAFFIC) return [{ protocol: "all", ranges: [], partial }];
  const items: (TrafficItem & { ranges: PortRange[] })[] = [];
  for (const slots of slotsOf(sets, traffic)) {
    for (const { protocol, from, to } of protocolRanges(slots)) {
      const name = NAMES.get(protocol);
      const last = items.at(-1);
      const ranges = name === undefined ? [] : [{ from, to }];
      if (name !== undefined && last?.protocol === name) last.ranges.push({ from, to });
      else items.push({ protocol: name ?? protocol, ranges, partial });
    }
  }
  return items;
}
