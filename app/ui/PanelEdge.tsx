import type { KeyboardEvent, PointerEvent } from "react";
import "./panel-edge.css";

const STEP = 16;

/** Which edge of a panel at the right or bottom of the page it is, and with it the way the panel grows. */
type Edge = "left" | "top";

const KEYS: Readonly<Record<Edge, Readonly<Record<string, number>>>> = {
  left: { ArrowLeft: STEP, ArrowRight: -STEP },
  top: { ArrowUp: STEP, ArrowDown: -STEP },
};

type Props = Readonly<{
  edge: Edge;
  label: string;
  /** In CSS pixels. */
  size: number;
  least: number;
  most: number;
  onResize(size: number): void;
}>;

/** The edge by which a panel is made larger or smaller: drag it, or use the arrow keys on it. */
export const PanelEdge = ({ edge, label, size, least, most, onResize }: Props) => {
  const resize = (to: number) => onResize(Math.min(most, Math.max(least, Math.round(to))));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) =>
    event.currentTarget.setPointerCapture(event.pointerId);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(edge === "left" ? innerWidth - event.clientX : innerHeight - event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[edge][event.key];
    if (step !== undefined) resize(size + step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator with a value is a widget, <hr> is not
    <div
      className={`pl-edge pl-edge--${edge}`}
      role="separator"
      aria-orientation={edge === "left" ? "vertical" : "horizontal"}
      aria-label={label}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
};
