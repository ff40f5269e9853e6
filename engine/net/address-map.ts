import type { Family } from "./cidr";
import { NO_TRAFFIC, type TrafficSetId, type TrafficSets, unite } from "./traffic-set";

/** An address as a key: a plain number for IPv4, since numbers compare much faster; a bigint for IPv6. */
export type AddressKey = number | bigint;

export const keyOf = (family: Family, value: bigint): AddressKey => (family === 4 ? Number(value) : value);

/** Traffic that is permitted for a block of addresses, up to but not including `end`. */
export type BlockTraffic = Readonly<{ first: AddressKey; end: AddressKey; traffic: TrafficSetId }>;

/** Which traffic each address has: `traffic[i]` from `starts[i]` on to before the next start; none before the first. */
export type AddressMap = Readonly<{ starts: readonly AddressKey[]; traffic: readonly TrafficSetId[] }>;

export const NO_BLOCKS: AddressMap = { starts: [], traffic: [] };

/**
 * The union of what the blocks permit, address by address. Two CIDRs are nested or apart, never crossing, so one walk
 * with a stack of the blocks that are open gives each piece in turn.
 */
export function addressMapOf(sets: TrafficSets, blocks: readonly BlockTraffic[]): AddressMap {
  if (blocks.length === 0) return NO_BLOCKS;
  const map: Writer = { starts: [], traffic: [] };
  const open: BlockTraffic[] = [];
  for (const block of blocks.toSorted(outerFirst)) {
    close(map, open, block.first);
    const outer = open.at(-1)?.traffic ?? NO_TRAFFIC;
    const traffic = unite(sets, outer, block.traffic);
    open.push({ ...block, traffic });
    write(map, block.first, traffic);
  }
  close(map, open, null);
  return map;
}

type Writer = { starts: AddressKey[]; traffic: TrafficSetId[] };

const outerFirst = (a: BlockTraffic, b: BlockTraffic): number => {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  if (a.end === b.end) return 0;
  return a.end > b.end ? -1 : 1;
};

/** Ends the open blocks that do not reach to this address; all of them for null. */
function close(map: Writer, open: BlockTraffic[], until: AddressKey | null): void {
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    if (until !== null && last.end > until) return;
    open.pop();
    write(map, last.end, open.at(-1)?.traffic ?? NO_TRAFFIC);
  }
}

/** From this address on it is this traffic. A later word about the same address replaces the earlier. */
function write(map: Writer, start: AddressKey, traffic: TrafficSetId): void {
  if (map.starts.at(-1) === start) {
    map.starts.pop();
    map.traffic.pop();
  }
  if ((map.traffic.at(-1) ?? NO_TRAFFIC) === traffic) return;
  map.starts.push(start);
  map.traffic.push(traffic);
}

/** What this address has. */
export function trafficAt(map: AddressMap, address: AddressKey): TrafficSetId {
  const { starts } = map;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle];
    if (start !== undefined && start <= address) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? NO_TRAFFIC : (map.traffic[low - 1] ?? NO_TRAFFIC);
}

/** What maps give this address together. */
export function trafficIn(sets: TrafficSets, maps: readonly AddressMap[], address: AddressKey): TrafficSetId {
  let traffic: TrafficSetId = NO_TRAFFIC;
  for (const map of maps) traffic = unite(sets, traffic, trafficAt(map, address));
  return traffic;
}

/** What the maps give together, address by address. */
export function uniteMaps(sets: TrafficSets, maps: readonly AddressMap[]): AddressMap {
  const filled = maps.filter((map) => map.starts.length > 0);
  const [first = NO_BLOCKS, ...others] = filled;
  return others.reduce((sum, map) => uniteTwo(sets, sum, map), first);
}

function uniteTwo(sets: TrafficSets, a: AddressMap, b: AddressMap): AddressMap {
  const map: Writer = { starts: [], traffic: [] };
  let inA: TrafficSetId = NO_TRAFFIC;
  let inB: TrafficSetId = NO_TRAFFIC;
  for (let [atA, atB] = [0, 0]; ; ) {
    const [nextA, nextB] = [a.starts[atA], b.starts[atB]];
    const start = nextB === undefined || (nextA !== undefined && nextA < nextB) ? nextA : nextB;
    if (start === undefined) return map;
    if (nextA === start) inA = a.traffic[atA++] ?? NO_TRAFFIC;
    if (nextB === start) inB = b.traffic[atB++] ?? NO_TRAFFIC;
    write(map, start, unite(sets, inA, inB));
  }
}
