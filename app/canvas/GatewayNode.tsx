import type { Node, NodeProps } from "@xyflow/react";
import { memo } from "react";
import { ResourceGlyph } from "../ui/ResourceGlyph";
import type { GatewayData } from "./flow-nodes";
import "./gateway.css";

/** A way in or out of a VPC, as a pill on its border. */
export const GatewayNode = memo(
  ({ data: { gateway }, selected }: NodeProps<Node<GatewayData, "gateway">>) => (
    <div
      className="pl-gateway"
      data-kind={gateway.kind}
      data-loose={gateway.parentId === null}
      data-selected={selected}
      title={gateway.title}
    >
      <ResourceGlyph kind={gateway.kind} size={16} />
      <span>{gateway.title}</span>
    </div>
  ),
);
