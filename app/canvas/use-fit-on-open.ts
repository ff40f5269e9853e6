import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import type { Rect } from "../scene/scene";
import { usePathlight } from "../store/store";

export const FIT_PADDING = 0.04;
/** A small design is not blown up beyond its natural size. */
export const LARGEST_FIT = 1.15;

/** Shows the whole design once, whenever another one is opened. */
export const useFitOnOpen = (bounds: Rect): void => {
  const designId = usePathlight((state) => state.designId);
  const { fitBounds, viewportInitialized } = useReactFlow();
  const fitted = useRef<string | null>(null);
  useEffect(() => {
    if (!viewportInitialized || fitted.current === designId) return;
    fitted.current = designId;
    fitBounds(bounds, { padding: FIT_PADDING });
  }, [viewportInitialized, designId, bounds, fitBounds]);
};
