import type { EngineQueries } from "../store/state";
import { pathlight } from "../store/store";
import { connectWorker } from "./engine-connection";
import { keepAnalysed } from "./keep-analysed";
import { watchPauses } from "./pause-timer";

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Starts the engine and keeps the store's answer fresh as long as the page lives. Called once, by main.tsx. */
export const startAnalysis = (): EngineQueries => {
  watchPauses(pathlight);
  return keepAnalysed({ store: pathlight, connect: connectWorker, wait });
};
