import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import type { Scene } from "../scene/scene";
import { servedFrames } from "../scene/served-frames";
import { usePathlight } from "../store/store";
import "./links.css";

/** Outlines around the subnets and VPCs that the selected route table, ACL or gateway is there for. */
export const ServedFrames = ({ scene }: Readonly<{ scene: Scene }>) => {
  const selection = usePathlight((state) => state.selection);
  const network = usePathlight((state) => state.diagram.network);
  const served = useMemo(
    () =>
      new Set(selection.kind === "elements" ? selection.ids.flatMap((id) => servedFrames(network, id)) : []),
    [selection, network],
  );
  if (served.size === 0) return null;
  return (
    <ViewportPortal>
      {scene.frames
        .filter(({ id }) => served.has(id))
        .map(({ id, kind, rect: { x, y, width, height } }) => (
          <div
            key={id}
            className="pl-served"
            data-kind={kind}
            style={{ left: x, top: y, width, height }}
            aria-hidden="true"
          />
        ))}
    </ViewportPortal>
  );
};
