import type { KeyboardEvent, PointerEvent } from "react";
import { pathlight, usePathlight } from "../store/store";
import "./resize.css";

const NARROWEST = 360;
const WIDEST = 720;
const STEP = 16;

const resize = (width: number): void =>
  pathlight
    .getState()
    .setPreferences({ inspectorWidth: Math.min(WIDEST, Math.max(NARROWEST, Math.round(width))) });

/** The edge of the inspector: drag it, or use the arrow keys on it. */
export const ResizeHandle = () => {
  const width = usePathlight((state) => state.preferences.inspectorWidth);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) =>
    event.currentTarget.setPointerCapture(event.pointerId);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") resize(width + STEP);
    if (event.key === "ArrowRight") resize(width - STEP);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator with a value is a widget, <hr> is not
    <div
      className="pl-resize"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the inspector"
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
};
