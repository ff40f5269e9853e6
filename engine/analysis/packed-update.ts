/**
 * How an update travels from the worker: pairs of tiers as rows of one array that is handed over, not copied. A large design
 * has thousands of pairs, and as many small objects would take longer to copy than to work out.
 */
import type { AnalysisUpdate, TierId, TierPair, TrafficItem } from "./answer";

type Traffic = readonly TrafficItem[];

export type PackedUpdate = Omit<AnalysisUpdate, "tierPairs" | "removedTierPairs"> &
  Readonly<{
    /** Tiers that rows name by their place. */
    tierIds: readonly TierId[];
    traffic: readonly Traffic[];
    /** Rows of `WIDTH`: from, to, pairs, of pairs, flags, traffic, traffic beyond the Internet or -1. */
    pairs: Int32Array<ArrayBuffer>;
    /** From and to of each pair that is gone. */
    removed: Int32Array<ArrayBuffer>;
  }>;

const WIDTH = 7;

const PARTIAL: readonly TierPair["partial"][] = [null, "pairs", "addresses", "ephemeral"];
const SPECIFIC = 4;
const AS_INTERNET = 8;

/** Gives each value a place in a list, the same for the same object. */
type Places<Value> = Readonly<{ list: Value[]; placeOf(value: Value): number }>;

function places<Value>(): Places<Value> {
  const known = new Map<Value, number>();
  const list: Value[] = [];
  return {
    list,
    placeOf(value) {
      const before = known.get(value);
      if (before !== undefined) return before;
      known.set(value, list.length);
      return list.push(value) - 1;
    },
  };
}

export function packUpdate({ tierPairs, removedTierPairs, ...rest }: AnalysisUpdate): PackedUpdate {
  const [tiers, traffic] = [places<TierId>(), places<Traffic>()];
  const pairs = new Int32Array(tierPairs.length * WIDTH);
  for (const [at, pair] of tierPairs.entries()) pairs.set(rowOf(pair, tiers, traffic), at * WIDTH);
  const removed = new Int32Array(removedTierPairs.length * 2);
  for (const [at, { from, to }] of removedTierPairs.entries()) {
    removed.set([tiers.placeOf(from), tiers.placeOf(to)], at * 2);
  }
  return { ...rest, tierIds: tiers.list, traffic: traffic.list, pairs, removed };
}

function rowOf(pair: TierPair, tiers: Places<TierId>, traffic: Places<Traffic>): readonly number[] {
  const { beyondInternet: beyond } = pair;
  const flags =
    PARTIAL.indexOf(pair.partial) |
    (pair.specific ? SPECIFIC : 0) |
    (beyond?.andAsInternet === true ? AS_INTERNET : 0);
  const ends = [tiers.placeOf(pair.from), tiers.placeOf(pair.to)];
  const beyondPlace = beyond === null ? -1 : traffic.placeOf(beyond.traffic);
  return [...ends, pair.pairs, pair.ofPairs, flags, traffic.placeOf(pair.traffic), beyondPlace];
}

export function unpackUpdate(packed: PackedUpdate): AnalysisUpdate {
  const { tierIds, traffic, pairs, removed, ...rest } = packed;
  const tierAt = (place: number | undefined): TierId => tierIds[place ?? -1] ?? ("" as TierId);
  return {
    ...rest,
    tierPairs: rowsOf(pairs, WIDTH).map((row) => pairOf(row, tierAt, traffic)),
    removedTierPairs: rowsOf(removed, 2).map(([from, to]) => ({ from: tierAt(from), to: tierAt(to) })),
  };
}

const rowsOf = (values: Int32Array, width: number): readonly Int32Array[] =>
  Array.from({ length: values.length / width }, (_, at) => values.subarray(at * width, (at + 1) * width));

function pairOf(
  row: Int32Array,
  tierAt: (place: number | undefined) => TierId,
  traffic: readonly Traffic[],
): TierPair {
  const [from, to, pairs = 0, ofPairs = 0, flags = 0, own = 0, beyond = -1] = row;
  const trafficAt = (place: number): Traffic => traffic[place] ?? [];
  return {
    from: tierAt(from),
    to: tierAt(to),
    traffic: trafficAt(own),
    pairs,
    ofPairs,
    partial: PARTIAL[flags & 3] ?? null,
    specific: (flags & SPECIFIC) !== 0,
    beyondInternet:
      beyond < 0 ? null : { traffic: trafficAt(beyond), andAsInternet: (flags & AS_INTERNET) !== 0 },
  };
}
