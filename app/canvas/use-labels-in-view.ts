import { type ReactFlowState, useStoreApi } from "@xyflow/react";
import { type Dispatch, type SetStateAction, useCallback, useEffect, useLayoutEffect } from "react";
import { grow } from "../scene/geometry";
import type { LabelPlaces } from "../scene/label-places";
import { labelsInView } from "../scene/labels-in-view";
import type { Rect, Scene } from "../scene/scene";

/** After the view has come to rest for so long, labels look for their places. */
const REST = 80;
/** Kept between a label and the edge of the canvas, in pixels. */
const MARGIN = 6;
const TOOLS = ".pl-toolbar, .pl-lens, .pl-legend, .pl-overview";

type Props = Readonly<{
  scene: Scene;
  /** Is nothing under the pointer? While something is dragged, no label looks for a place. */
  still: boolean;
  setLabelPlaces: Dispatch<SetStateAction<LabelPlaces>>;
}>;

/** Keeps the labels of arrows from being cut off at the edge of the canvas. */
export const useLabelsInView = ({ scene, still, setLabelPlaces }: Props): void => {
  const store = useStoreApi();
  const place = useCallback(() => {
    const state = store.getState();
    if (!still || state.width === 0) return;
    const places = labelsInView(scene, viewOf(state), toolsOver(state));
    setLabelPlaces((before) => (isSame(before, places) ? before : places));
  }, [store, scene, still, setLabelPlaces]);
  useLayoutEffect(place, [place]);
  useEffect(() => {
    let timer = 0;
    const stop = store.subscribe((now, before) => {
      if (now.transform === before.transform && now.width === before.width && now.height === before.height)
        return;
      window.clearTimeout(timer);
      timer = window.setTimeout(place, REST);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [store, place]);
};

type View = Pick<ReactFlowState, "width" | "height" | "transform" | "domNode">;

/** Pixels of the canvas in units of the drawing. */
const inDrawing = ({ x, y, width, height }: Rect, [dx, dy, zoom]: View["transform"]): Rect => ({
  x: (x - dx) / zoom,
  y: (y - dy) / zoom,
  width: width / zoom,
  height: height / zoom,
});

const viewOf = ({ width, height, transform }: View): Rect =>
  inDrawing(grow({ x: 0, y: 0, width, height }, -MARGIN), transform);

const toolsOver = ({ domNode, transform }: View): readonly Rect[] => {
  const canvas = domNode?.parentElement;
  if (!canvas) return [];
  const origin = canvas.getBoundingClientRect();
  return [...canvas.querySelectorAll(TOOLS)].map((tool) => {
    const { x, y, width, height } = tool.getBoundingClientRect();
    return inDrawing({ x: x - origin.x, y: y - origin.y, width, height }, transform);
  });
};

const isSame = (a: LabelPlaces, b: LabelPlaces): boolean => JSON.stringify([...a]) === JSON.stringify([...b]);
