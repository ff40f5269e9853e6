/**
 * A map from two non-negative integers to one: open addressing over typed arrays, so that an entry costs no object.
 * It is the memory of set operations, where the keys are set ids.
 */
export type PairTable = { keys: Int32Array; values: Int32Array; size: number };

const FREE = -1;

/** `capacity` is a power of two. */
export const createPairTable = (capacity = 256): PairTable => ({
  keys: new Int32Array(capacity * 2).fill(FREE),
  values: new Int32Array(capacity),
  size: 0,
});

/** The value put for this pair; -1 if none was. */
export function pairValue(table: PairTable, a: number, b: number): number {
  const slot = slotOf(table, a, b);
  return table.keys[slot * 2] === FREE ? -1 : (table.values[slot] ?? -1);
}

export function putPair(table: PairTable, a: number, b: number, value: number): void {
  if (table.size * 2 >= table.values.length) grow(table);
  const slot = slotOf(table, a, b);
  if (table.keys[slot * 2] === FREE) table.size++;
  table.keys[slot * 2] = a;
  table.keys[slot * 2 + 1] = b;
  table.values[slot] = value;
}

/** Forgets everything, and the memory it took. */
export function clearPairs(table: PairTable): void {
  Object.assign(table, createPairTable());
}

/** Where the pair is, or the free place where it would go. */
function slotOf(table: PairTable, a: number, b: number): number {
  const mask = table.values.length - 1;
  let slot = hashOf(a, b) & mask;
  for (;;) {
    const key = table.keys[slot * 2];
    if (key === FREE || (key === a && table.keys[slot * 2 + 1] === b)) return slot;
    slot = (slot + 1) & mask;
  }
}

function hashOf(a: number, b: number): number {
  const mixed = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function grow(table: PairTable): void {
  const { keys, values } = table;
  Object.assign(table, createPairTable(values.length * 2));
  for (let slot = 0; slot < values.length; slot++) {
    const a = keys[slot * 2] ?? FREE;
    if (a !== FREE) putPair(table, a, keys[slot * 2 + 1] ?? 0, values[slot] ?? 0);
  }
}

/** Gives each pair of integers an integer of its own, counted from 0. */
export type PairIds = { readonly table: PairTable; readonly firsts: number[]; readonly seconds: number[] };

export const createPairIds = (): PairIds => ({ table: createPairTable(), firsts: [], seconds: [] });

/** The id of this pair; a new one the first time. */
export function pairId(ids: PairIds, a: number, b: number): number {
  const known = pairValue(ids.table, a, b);
  if (known >= 0) return known;
  const id = ids.firsts.length;
  ids.firsts.push(a);
  ids.seconds.push(b);
  putPair(ids.table, a, b, id);
  return id;
}
