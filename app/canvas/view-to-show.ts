import type { Size } from "../document/diagram";
import { bottomOf, rightOf } from "../scene/geometry";
import type { Rect } from "../scene/scene";

/** How a drawing is looked at: where its origin is on the canvas, and how large a unit is, in pixels. */
export type View = Readonly<{ x: number; y: number; zoom: number }>;

/** Smaller than this, what cards say cannot be read. */
const READABLE = 0.6;
/** Kept free around what is shown, in pixels; at the bottom stand the tools. */
const EDGE = { near: 16, bottom: 60 };

type Showing = Readonly<{
  /** What is to be seen, and the view that would show the whole design. */
  rect: Rect;
  whole: View;
  now: View;
  canvas: Size;
}>;

/** The zoom at which a rectangle fits the canvas. */
const zoomFor = ({ width, height }: Rect, canvas: Size): number =>
  Math.min((canvas.width - 2 * EDGE.near) / width, (canvas.height - EDGE.near - EDGE.bottom) / height);

/** How far a stretch must move to lie between two limits; its start counts where it is too long. */
const shiftFor = (low: number, high: number, least: number, most: number): number =>
  low < least || high - low > most - least ? least - low : Math.min(0, most - high);

/**
 * The view that shows something new: with the whole design, as long as that can be read; else no smaller than it has to be,
 * and moved just so far that the new thing is seen.
 */
export const viewToShow = ({ rect, whole, now, canvas }: Showing): View => {
  if (whole.zoom >= READABLE) return whole;
  const zoom = Math.max(whole.zoom, Math.min(READABLE, now.zoom, zoomFor(rect, canvas)));
  const about = (from: number, length: number): number =>
    length / 2 - ((length / 2 - from) / now.zoom) * zoom;
  const x = about(now.x, canvas.width);
  const y = about(now.y, canvas.height);
  const right = canvas.width - EDGE.near;
  const bottom = canvas.height - EDGE.bottom;
  return {
    x: x + shiftFor(rect.x * zoom + x, rightOf(rect) * zoom + x, EDGE.near, right),
    y: y + shiftFor(rect.y * zoom + y, bottomOf(rect) * zoom + y, EDGE.near, bottom),
    zoom,
  };
};
