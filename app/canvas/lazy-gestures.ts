import { pathlight } from "../store/store";
import { onceLoaded } from "../ui/once-loaded";

const gestures = onceLoaded(() => import("./gestures"));

type Gestures = Awaited<ReturnType<typeof gestures>>;

/** Runs a gesture as soon as its code is there: at once, but for the first moments after the page has opened. */
export const whenReady = async (act: (gestures: Gestures) => unknown): Promise<void> => {
  const loaded = await gestures().catch(() => null);
  if (loaded) await act(loaded);
  else
    pathlight.getState().say("error", "This part of Pathlight could not be loaded. Is this computer online?");
};
