import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { INTERNET_PLACE } from "../document/diagram";
import type { Rect, Scene } from "../scene/scene";
import { usePathlight } from "../store/store";
import { contentBounds, itemsOf } from "./moving";
import { MOTION, useFit } from "./use-view";

/**
 * Brings what has just been selected into view, if it is not. What is new is to be seen whole: where it is not, the whole
 * design is shown.
 */
export const useRevealSelection = (scene: Scene): void => {
  const selection = usePathlight((state) => state.selection);
  const { setCenter } = useReactFlow();
  const fit = useFit();
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
    if (!rectOf(before.current, id) && !isInView(rect, view)) fit(contentBounds(latest.current), true);
    else if (!meets(rect, view, view.transform))
      setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom: view.transform[2], ...MOTION });
  }, [selection, setCenter, fit, store]);
  // After the effect above, which has to know what was there before.
  useEffect(() => {
    before.current = scene;
  }, [scene]);
};

/** Shows the whole design when the Internet has come out of view: it comes unselected, with a VPC's internet gateway. */
export const useRevealInternet = (scene: Scene): void => {
  const fit = useFit();
  const store = useStoreApi();
  const before = useRef(scene);
  useEffect(() => {
    const was = rectOf(before.current, INTERNET_PLACE);
    const rect = rectOf(scene, INTERNET_PLACE);
    before.current = scene;
    if (!was && rect && !isInView(rect, store.getState())) fit(contentBounds(scene), true);
  }, [scene, fit, store]);
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
