import type { Size } from "../document/diagram";

/** How large the canvas is on the page, in pixels. */
export const canvasSize = (): Size => {
  const canvas = document.querySelector(".pl-canvas");
  return { width: canvas?.clientWidth ?? 0, height: canvas?.clientHeight ?? 0 };
};
