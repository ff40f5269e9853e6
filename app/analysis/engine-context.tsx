import { createContext, use } from "react";
import type { EngineQueries } from "../store/state";

/** How views reach the engine: given once, at the top of the page. */
export const EngineContext = createContext<EngineQueries | null>(null);

/** The engine's answers to questions of a view. Throws outside of an `EngineContext`, which is a mistake in the wiring. */
export const useEngine = (): EngineQueries => {
  const queries = use(EngineContext);
  if (queries === null) throw new Error("useEngine needs an EngineContext around it");
  return queries;
};
