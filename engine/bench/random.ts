/** Numbers that look random and are the same in every run: fixtures and edits must not differ from one run to the next. */
export type Random = Readonly<{
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** One of these. */
  pick<Value>(values: readonly Value[]): Value;
  /** So many different ones of these, in no order that means anything. */
  sample<Value>(values: readonly Value[], count: number): readonly Value[];
}>;

/** Mulberry32: small, and good enough for picking; https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new RangeError("Nothing to pick from");
    return value;
  };
  return { below, pick, sample: (values, count) => sampleOf(values, count, below) };
}

/** The first steps of a shuffle. */
function sampleOf<Value>(
  values: readonly Value[],
  count: number,
  below: (count: number) => number,
): readonly Value[] {
  const left = [...values];
  const picked: Value[] = [];
  while (picked.length < count && left.length > 0) picked.push(...left.splice(below(left.length), 1));
  return picked;
}
