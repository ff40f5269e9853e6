import { MiniMap } from "@xyflow/react";
import type { FlowNode } from "./flow-nodes";

const colorOf = ({ type, data }: FlowNode): string => {
  if (type === "frame") return `var(--pl-${data.frame.tone}-fill)`;
  return type === "hull" ? "transparent" : "var(--pl-border-strong)";
};

const strokeOf = ({ type, data }: FlowNode): string =>
  type === "frame" ? `var(--pl-${data.frame.tone})` : "transparent";

/** A small map of the whole design. */
export const Overview = () => (
  <MiniMap<FlowNode>
    pannable
    zoomable
    ariaLabel="Overview map"
    className="pl-overview"
    nodeColor={colorOf}
    nodeStrokeColor={strokeOf}
    nodeStrokeWidth={6}
    nodeBorderRadius={8}
    maskColor="color-mix(in srgb, var(--pl-canvas) 60%, transparent)"
  />
);
