import type { EndId, InterfacePairs } from "../../engine";

/** Which ends can be reached from (or reach) the starting ones in so many steps, each step a new connection. */
export const reached = (
  pairs: InterfacePairs,
  start: readonly EndId[],
  direction: "canReach" | "reachedBy",
  steps: number,
): ReadonlySet<EndId> => {
  const next = neighbours(pairs, direction);
  const found = new Set<EndId>(start);
  let edge: readonly EndId[] = start;
  for (let step = 0; step < steps && edge.length > 0; step += 1) {
    edge = edge.flatMap((end) => next.get(end) ?? []).filter((end) => !found.has(end));
    for (const end of edge) found.add(end);
  }
  return found;
};

const neighbours = (
  { ends, pairs }: InterfacePairs,
  direction: "canReach" | "reachedBy",
): ReadonlyMap<EndId, readonly EndId[]> => {
  const next = new Map<EndId, EndId[]>();
  for (let i = 0; i + 2 < pairs.length; i += 3) {
    const source = ends[pairs[i] ?? 0];
    const target = ends[pairs[i + 1] ?? 0];
    if (source === undefined || target === undefined) continue;
    const [from, to] = direction === "canReach" ? [source, target] : [target, source];
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  return next;
};
