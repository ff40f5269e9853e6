import ELK from "elkjs/lib/elk-api";
import elkWorkerUrl from "elkjs/lib/elk-worker.min.js?url";
import { placeNodes } from "../document/commands/layout";
import { arrange } from "../scene/arrange";
import { pathlight } from "../store/store";

/** Tidies the layout in a worker of its own, and dispatches the result as one undo step. */
export const arrangeDesign = async (): Promise<void> => {
  const { diagram, analysis, attempt, say } = pathlight.getState();
  const elk = new ELK({ workerFactory: () => new Worker(elkWorkerUrl) });
  try {
    const places = await arrange(diagram, elk, analysis);
    if (pathlight.getState().diagram === diagram) attempt(placeNodes(places, "Arrange"));
  } catch {
    say("error", "The layout could not be arranged. Nothing was moved.");
  } finally {
    elk.terminateWorker();
  }
};
