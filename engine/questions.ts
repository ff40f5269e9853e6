import { countPaths } from "./analysis/reach/count-paths";
import { interfacePairs } from "./analysis/reach/interface-pairs";
import { pairRules, tierPairRules } from "./analysis/reach/pair-rules";
import { pathDelta } from "./analysis/reach/path-delta";
import type { ReachIndex } from "./analysis/reach/reach-index";
import { addColumns, refreshRows } from "./analysis/reach/refresh-rows";
import { settle } from "./analysis/reach/settle";
import type { Upkeep } from "./indexed-engine";
import type { Engine } from "./worker-api";

export type Questions = Pick<Engine, "delta" | "settle" | "interfacePairs" | "pairRules" | "tierPairRules">;

/** What is asked of an index that is there: what changed, who reaches whom, by which rules. */
export const questionsOf = (ready: () => ReachIndex): Questions => ({
  delta: () => pathDelta(ready()),
  settle() {
    const delta = pathDelta(ready());
    settle(ready());
    return delta;
  },
  interfacePairs: (query) => interfacePairs(ready(), query),
  pairRules: (from, to) => pairRules(ready(), from, to),
  tierPairRules: (from, to) => tierPairRules(ready(), from, to),
});

export const upkeep: Upkeep = {
  rows: { refreshRows, addColumns },
  allPaths: countPaths,
  changedPaths: pathDelta,
};
