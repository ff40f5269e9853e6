import { type AddressKey, keyOf } from "./address-map";
import type { Address, Cidr, Family } from "./cidr";

/** A block and what is said of it. Of blocks of one length the one with the lower `rank` wins, then the earlier one. */
export type RankedBlock<Value> = Readonly<{ cidr: Cidr; rank: number; value: Value }>;

/** The longest block around an address, with what is said of it. */
export type PrefixHit<Value> = Readonly<{ prefixLength: number; value: Value }>;

type Pieces<Value> = Readonly<{
  starts: readonly AddressKey[];
  hits: readonly (PrefixHit<Value> | null)[];
}>;

/** For each address the longest of some blocks: `hits[i]` from `starts[i]` on to before the next start. */
export type PrefixMap<Value> = Readonly<Record<Family, Pieces<Value>>>;

/**
 * Cuts the addresses where the longest block changes. Two blocks are nested or apart, never crossing, so one walk from the
 * outer to the inner ones, with a stack of those that are open, gives each piece in turn.
 */
export const prefixMapOf = <Value>(blocks: readonly RankedBlock<Value>[]): PrefixMap<Value> => ({
  4: piecesOf(4, blocks),
  6: piecesOf(6, blocks),
});

type Open<Value> = Readonly<{ last: bigint; hit: PrefixHit<Value> }>;

function piecesOf<Value>(family: Family, blocks: readonly RankedBlock<Value>[]): Pieces<Value> {
  const starts: AddressKey[] = [];
  const hits: (PrefixHit<Value> | null)[] = [];
  const open: Open<Value>[] = [];
  const write = (start: bigint, hit: PrefixHit<Value> | null) => {
    const key = keyOf(family, start);
    if (starts.at(-1) === key) hits[hits.length - 1] = hit;
    else {
      starts.push(key);
      hits.push(hit);
    }
  };
  const closeBefore = (first: bigint | null) => {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (first !== null && top.last >= first) return;
      open.pop();
      write(top.last + 1n, open.at(-1)?.hit ?? null);
    }
  };
  for (const { cidr, value } of bestFirst(family, blocks)) {
    closeBefore(cidr.first);
    const top = open.at(-1)?.hit;
    if (top?.prefixLength === cidr.prefixLength) continue;
    const hit = { prefixLength: cidr.prefixLength, value };
    open.push({ last: cidr.last, hit });
    write(cidr.first, hit);
  }
  closeBefore(null);
  return { starts, hits };
}

/** Outer before inner; of equal blocks the one that wins first, so that the others find its place taken. */
const bestFirst = <Value>(family: Family, blocks: readonly RankedBlock<Value>[]) =>
  blocks
    .filter(({ cidr }) => cidr.family === family)
    .toSorted((a, b) => {
      if (a.cidr.first !== b.cidr.first) return a.cidr.first < b.cidr.first ? -1 : 1;
      return a.cidr.prefixLength - b.cidr.prefixLength || a.rank - b.rank;
    });

/** The longest block around an address; null where there is none. */
export function longestPrefix<Value>(map: PrefixMap<Value>, address: Address): PrefixHit<Value> | null {
  const { starts, hits } = map[address.family];
  const key = keyOf(address.family, address.value);
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle];
    if (start !== undefined && start <= key) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : (hits[low - 1] ?? null);
}
