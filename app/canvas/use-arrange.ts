import { useEffect, useRef, useState } from "react";
import type { Rect } from "../scene/scene";
import { pathlight } from "../store/store";
import { whenReady } from "./lazy-gestures";
import { useFit } from "./use-view";

/** Arranging the design; what ends up out of view by it is brought back. */
export const useArrange = (drawn: Rect, outOfView: boolean) => {
  const [arranging, setArranging] = useState(false);
  const arrangedFrom = useRef(pathlight.getState().diagram);
  const wasArranging = useRef(false);
  const fit = useFit();
  useEffect(() => {
    const ended = wasArranging.current && !arranging;
    wasArranging.current = arranging;
    // Nothing was moved where it could not be arranged: then the view stays too.
    if (ended && outOfView && arrangedFrom.current !== pathlight.getState().diagram) fit(drawn, true);
  }, [arranging, outOfView, drawn, fit]);
  const arrange = () => {
    arrangedFrom.current = pathlight.getState().diagram;
    setArranging(true);
    whenReady((gestures) => gestures.arrangeDesign()).finally(() => setArranging(false));
  };
  return { arranging, arrange };
};
