import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import { INTERNET_PLACE } from "../document/diagram";
import type { Rect, Scene } from "../scene/scene";
import { usePathlight } from "../store/store";
import { contentBounds, itemsOf } from "./moving";
import { MOTION, viewOfAll } from "./use-view";
import { viewToShow } from "./view-to-show";

/**
 * Brings what has just been selected into view, if it is not. What is new is to be seen whole: where it is not, the view
 * takes in the whole design, or as much of it as can be read.
 */
export const useRevealSelection = (scene: Scene): void => {
  const selection = usePathlight((state) => state.selection);
  const { setCenter } = useReactFlow();
  const show = useShow();
  const store = useStoreApi();
  const latest = useRef(scene);
  const before = useRef(scene);
  latest.current = scene;
  useEffect(() => {
    const [id, ...others] = selection.kind === "elements" ? selection.ids : [];
    if (id === undefined || others.length > 0) return;
    const rect = rectOf(latest.current, id);
    const view = store.getState();
    if (!rect) return;
    if (!rectOf(before.current, id) && !isInView(rect, view)) show(rect, latest.current);
    else if (!meets(rect, view, view.transform))
      setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom: view.transform[2], ...MOTION });
  }, [selection, setCenter, show, store]);
  // After the effect above, which has to know what was there before.
  useEffect(() => {
    before.current = scene;
  }, [scene]);
};

/** Shows the Internet when it has come out of view: it comes unselected, with a VPC's internet gateway. */
export const useRevealInternet = (scene: Scene): void => {
  const show = useShow();
  const store = useStoreApi();
  const before = useRef(scene);
  useEffect(() => {
    const was = rectOf(before.current, INTERNET_PLACE);
    const rect = rectOf(scene, INTERNET_PLACE);
    before.current = scene;
    if (!was && rect && !isInView(rect, store.getState())) show(rect, scene);
  }, [scene, show, store]);
};

const useShow = (): ((rect: Rect, scene: Scene) => void) => {
  const { setViewport, getViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (rect, scene) => {
      const { width, height } = store.getState();
      const canvas = { width, height };
      const whole = viewOfAll(contentBounds(scene), canvas);
      setViewport(viewToShow({ rect, whole, now: getViewport(), canvas }), MOTION);
    },
    [setViewport, getViewport, store],
  );
};

const rectOf = (scene: Scene, id: string): Rect | undefined =>
  itemsOf(scene).find((item) => item.id === id)?.rect;

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
