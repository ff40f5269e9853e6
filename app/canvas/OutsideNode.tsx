import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { ResourceGlyph } from "../ui/ResourceGlyph";
import type { OutsideData } from "./flow-nodes";
import "./outside.css";

/** The Internet as a globe, a named IP range as a plate, a transit gateway as a plate with its picture: no end of paths. */
export const OutsideNode = memo(({ data, selected }: NodeProps<Node<OutsideData, "outside">>) => {
  const { outside } = data;
  return (
    <div className={`pl-outside pl-outside--${outside.kind}`} data-selected={selected}>
      {outside.kind === "internet" && (
        <span className="pl-outside__globe">
          <ResourceGlyph kind="internet" size={40} />
        </span>
      )}
      {outside.kind === "transitGateway" && <ResourceGlyph kind="transitGateway" tile size={28} />}
      <span className="pl-outside__title">{outside.title}</span>
      <span className="pl-outside__subtitle">{outside.subtitle}</span>
      <Handle
        type="source"
        id="node"
        position={Position.Right}
        isConnectable={outside.kind !== "transitGateway"}
      />
    </div>
  );
});
