import type { KeyboardEvent, PointerEvent } from "react";
import { pathlight, usePathlight } from "../store/store";

const LOWEST = 160;
const STEP = 16;

/** The canvas keeps at least a third of the page. */
const highest = (): number => Math.max(LOWEST, Math.round((innerHeight * 2) / 3));

const resize = (height: number): void =>
  pathlight
    .getState()
    .setPreferences({ drawerHeight: Math.min(highest(), Math.max(LOWEST, Math.round(height))) });

/** The upper edge of the drawer: drag it, or use the arrow keys on it. */
export const DrawerHandle = () => {
  const height = usePathlight((state) => state.preferences.drawerHeight);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) =>
    event.currentTarget.setPointerCapture(event.pointerId);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(innerHeight - event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowUp") resize(height + STEP);
    if (event.key === "ArrowDown") resize(height - STEP);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator with a value is a widget, <hr> is not
    <div
      className="pl-drawer__handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the drawer"
      aria-valuenow={height}
      aria-valuemin={LOWEST}
      aria-valuemax={highest()}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
};
