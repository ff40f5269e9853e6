import type { Random } from "./random";

/** The value below which this share of the values lies (0.5: the median), interpolated; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** An interval in which the median lies with a chance of 90 %, by drawing the values again and again. */
export function medianInterval(values: readonly number[], random: Random): readonly [number, number] {
  const medians = Array.from({ length: 1000 }, () => median(values.map(() => random.pick(values))));
  return [quantile(medians, 0.05), quantile(medians, 0.95)];
}
