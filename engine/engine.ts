import { explain } from "./analysis/explain";
import { createIndexedEngine } from "./indexed-engine";
import { questionsOf, upkeep } from "./questions";
import type { Engine } from "./worker-api";

/** An engine with an empty network, all of it at hand. */
export function createEngine(): Engine {
  const { asked, ready, replace: _, ...engine } = createIndexedEngine({ upkeep: () => upkeep });
  return { ...engine, ...questionsOf(ready), test: (question) => explain(asked(), question) };
}
