import { explain } from "./analysis/explain";
import { createIndexedEngine } from "./indexed-engine";
import type { Engine } from "./worker-api";

/** An engine with an empty network, all of it at hand. */
export function createEngine(): Engine {
  const { asked, ...engine } = createIndexedEngine();
  return { ...engine, test: (question) => explain(asked(), question) };
}
