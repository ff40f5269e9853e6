import { timeOf } from "./stopwatch";

const WORDS = 16_384;
const left = Uint32Array.from({ length: WORDS }, (_, at) => Math.imul(at, 0x9e3779b1));
const right = Uint32Array.from({ length: WORDS }, (_, at) => Math.imul(at, 0x85ebca6b));
const both = new Uint32Array(WORDS);

/** ANDs two arrays of bits in cache, so many times. */
function andLoop(passes: number): number {
  for (let pass = 0; pass < passes; pass++) {
    for (let at = 0; at < WORDS; at++) both[at] = (left[at] ?? 0) & (right[at] ?? 0) & ~pass;
  }
  return both[WORDS - 1] ?? 0;
}

const PASSES = 8;

/** Milliseconds of a small fixed piece of work: how fast the machine is just now. */
export const calibrate = (): number => timeOf(() => andLoop(PASSES));

/** What one word takes, in nanoseconds, given milliseconds of `calibrate`. */
export const perWord = (milliseconds: number): number => (milliseconds * 1e6) / (PASSES * WORDS);
