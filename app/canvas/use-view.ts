import { getViewportForBounds, useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import type { Rect, Scene } from "../scene/scene";
import { usePathlight } from "../store/store";
import { itemsOf } from "./moving";

/** Kept free around a fitted design; at the bottom stand the tools. */
const PADDING = { top: "8px", right: "8px", bottom: "60px", left: "8px" } as const;
const MIN_ZOOM = 0.1;
/** A small design is not blown up beyond its natural size. */
const LARGEST_FIT = 1.1;
const MOTION = { duration: 160 };

/** Shows the whole of `bounds`. */
export const useFit = (): ((bounds: Rect, animated: boolean) => void) => {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (bounds, animated) => {
      const { width, height } = store.getState();
      const view = getViewportForBounds(bounds, width, height, MIN_ZOOM, LARGEST_FIT, PADDING);
      setViewport(view, animated ? MOTION : {});
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

/** Brings what has just been selected or added into view, if it is not. */
export const useRevealSelection = (scene: Scene): void => {
  const selection = usePathlight((state) => state.selection);
  const { setCenter } = useReactFlow();
  const store = useStoreApi();
  const latest = useRef(scene);
  latest.current = scene;
  useEffect(() => {
    const [id, ...others] = selection.kind === "elements" ? selection.ids : [];
    if (id === undefined || others.length > 0) return;
    const rect = itemsOf(latest.current).find((item) => item.id === id)?.rect;
    const { width, height, transform } = store.getState();
    if (!rect || meets(rect, { width, height }, transform)) return;
    setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom: transform[2], ...MOTION });
  }, [selection, setCenter, store]);
};

/** Whether the middle of a rectangle, or for large ones any of it, is on the screen. */
const meets = (
  rect: Rect,
  canvas: Readonly<{ width: number; height: number }>,
  [dx, dy, zoom]: readonly [number, number, number],
): boolean => {
  const large = rect.width * zoom > canvas.width / 2;
  const at = large ? rect : { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, width: 0, height: 0 };
  const left = at.x * zoom + dx;
  const top = at.y * zoom + dy;
  return (
    left + at.width * zoom >= 0 && left <= canvas.width && top + at.height * zoom >= 0 && top <= canvas.height
  );
};

type View = Readonly<{ width: number; height: number; transform: readonly [number, number, number] }>;

/** Whether all of a rectangle is on the screen. */
export const isInView = (rect: Rect, { width, height, transform: [dx, dy, zoom] }: View): boolean =>
  rect.x * zoom + dx >= -TOLERANCE &&
  rect.y * zoom + dy >= -TOLERANCE &&
  (rect.x + rect.width) * zoom + dx <= width + TOLERANCE &&
  (rect.y + rect.height) * zoom + dy <= height + TOLERANCE;

/** Most of the margin around a scene may be out of view. */
const TOLERANCE = 24;
