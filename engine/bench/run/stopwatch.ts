/** Milliseconds that this took. */
export function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** True until so many seconds have passed. */
export function withinSeconds(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() < end;
}

/** Collects garbage, where Node was started with `--expose-gc`. */
export const collectGarbage = (): void => globalThis.gc?.();
