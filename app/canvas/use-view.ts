import { getViewportForBounds, useReactFlow, useStore, useStoreApi, type Viewport } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import type { Size } from "../document/diagram";
import type { Rect } from "../scene/scene";
import { usePathlight } from "../store/store";

/** Kept free around a fitted design; at the bottom stand the tools. */
const PADDING = { top: "8px", right: "8px", bottom: "60px", left: "8px" } as const;
const MIN_ZOOM = 0.1;
/** A small design is not blown up beyond its natural size. */
const LARGEST_FIT = 1.1;
export const MOTION = { duration: 160 };

/** The view that shows the whole of `bounds`. */
export const viewOfAll = (bounds: Rect, { width, height }: Size): Viewport =>
  getViewportForBounds(bounds, width, height, MIN_ZOOM, LARGEST_FIT, PADDING);

/** Shows the whole of `bounds`. */
export const useFit = (): ((bounds: Rect, animated: boolean) => void) => {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (bounds, animated) => {
      setViewport(viewOfAll(bounds, store.getState()), animated ? MOTION : {});
    },
    [setViewport, store],
  );
};

/**
 * Shows the whole design whenever another one is opened, and again when the canvas gets another size, until the user has
 * moved the view. Returns what is to be called when a view movement starts.
 */
export const useFitOnOpen = (bounds: Rect): ((event: unknown) => void) => {
  const designId = usePathlight((state) => state.designId);
  const ready = useStore((state) => state.width > 0 && state.height > 0 && state.panZoom !== null);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const fit = useFit();
  const fitted = useRef({ designId: "", width: 0, height: 0, touched: false });
  useEffect(() => {
    const last = fitted.current;
    const resized = last.width !== width || last.height !== height;
    if (!ready || (last.designId === designId && (last.touched || !resized))) return;
    fitted.current = { designId, width, height, touched: false };
    fit(bounds, false);
  }, [ready, designId, width, height, bounds, fit]);
  return useCallback((event) => {
    // Movements of our own have no event.
    if (event) fitted.current.touched = true;
  }, []);
};
