import { type Node, type NodeProps, NodeResizer } from "@xyflow/react";
import { lazy, memo, Suspense } from "react";
import { ResourceGlyph } from "../ui/ResourceGlyph";
import { ChipTag } from "./ChipTag";
import type { FrameData } from "./flow-nodes";
import "./frame.css";

const FrameBadges = lazy(() =>
  import("./FrameBadges").then(({ FrameBadges: component }) => ({ default: component })),
);

/** A VPC or subnet: the frame that others stand in. A VPC's head also carries its groups, to be dragged onto cards. */
export const FrameNode = memo(({ data, selected }: NodeProps<Node<FrameData, "frame">>) => {
  const { frame, groups } = data;
  return (
    <div className={`pl-frame pl-frame--${frame.tone}`} data-selected={selected}>
      <NodeResizer
        isVisible={selected}
        minWidth={256}
        minHeight={160}
        lineClassName="pl-frame__resize-line"
        handleClassName="pl-frame__resize-handle"
      />
      <div className="pl-frame__head">
        {frame.kind === "vpc" && <ResourceGlyph kind="vpc" tile size={28} />}
        <span className="pl-frame__title" style={{ marginRight: badgesWidth(frame.badges) }}>
          {frame.title}
        </span>
        <span className="pl-frame__subtitle">{frame.subtitle}</span>
        {groups.length > 0 && <GroupTags frame={frame} groups={groups} />}
      </div>
      {frame.badges.length > 0 && (
        <Suspense fallback={null}>
          <FrameBadges frame={frame} />
        </Suspense>
      )}
    </div>
  );
});

/** The badges stand behind the name, before the subtitle. */
const badgesWidth = (badges: FrameData["frame"]["badges"]): number =>
  badges.reduce((width, { rect }) => width + rect.width + 4, 0);

/** All groups of a VPC in one line, which scrolls where there are more than fit. */
const GroupTags = ({ frame, groups }: FrameData) => (
  <ul className="pl-frame__groups nodrag nowheel" aria-label={`Security groups of ${frame.title}`}>
    {groups.map((chip) => (
      <li key={chip.groupId}>
        <ChipTag chip={chip} />
      </li>
    ))}
  </ul>
);
