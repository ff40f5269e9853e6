import type { Node, NodeProps } from "@xyflow/react";
import { memo } from "react";
import type { HullData } from "./flow-nodes";
import "./hull.css";

/** The outline around a group's members. Only its name and its line can be hit, so that what lies inside stays reachable. */
export const HullNode = memo(({ data, selected }: NodeProps<Node<HullData, "hull">>) => {
  const { hull, tone } = data;
  const { x, y, width, height } = hull.bounds;
  const { rect, text } = hull.label;
  return (
    <div
      className="pl-hull"
      data-selected={selected}
      data-tone={tone}
      style={{ "--chip": `var(--pl-group-${hull.color})` }}
    >
      <svg
        className="pl-hull__outline"
        width={width}
        height={height}
        viewBox={`${x} ${y} ${width} ${height}`}
        aria-hidden="true"
      >
        <path className="pl-hull__area" d={hull.path} />
        <path className="pl-hull__hit" d={hull.path} />
      </svg>
      <span
        className="pl-hull__label"
        style={{ left: rect.x - x, top: rect.y - y, width: rect.width, height: rect.height }}
      >
        {text}
      </span>
    </div>
  );
});
