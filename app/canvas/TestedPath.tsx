import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import type { Verdict } from "../../engine";
import type { Scene } from "../scene/scene";
import type { TestForm } from "../store/state";
import { usePathlight } from "../store/store";
import { curvePath } from "./curve";
import "./tested-path.css";
import { testedPath } from "./tested-path";
import { useShownAnswer } from "./use-shown-answer";

/** The way of the packet that is being tested, with a mark at what stops it. The drawer tells the same in words. */
export const TestedPath = ({ scene }: Readonly<{ scene: Scene }>) => {
  const form = usePathlight((state) => state.testForm);
  const answer = useShownAnswer();
  const drawn = useMemo(() => (answer ? testedPath(answer, scene) : null), [answer, scene]);
  if (answer === null || drawn === null) return null;
  const { x, y, width, height } = scene.bounds;
  const name = `pl-tested pl-tested--${answer.verdict}`;
  const head = answer.verdict === "blocked" ? "closed" : "full";
  return (
    <ViewportPortal>
      <svg
        className={name}
        style={{ left: x, top: y }}
        width={width}
        height={height}
        viewBox={`${x} ${y} ${width} ${height}`}
        aria-hidden="true"
      >
        {drawn.curves.map((curve) => (
          <path
            key={curvePath(curve)}
            className="pl-tested__line"
            d={curvePath(curve)}
            markerEnd={`url(#pl-head-${head})`}
          />
        ))}
      </svg>
      <div
        className={`pl-tested__mark ${name}`}
        style={{ transform: `translate(${drawn.mark.x}px, ${drawn.mark.y}px) translate(-50%, -50%)` }}
        aria-hidden="true"
      >
        {SIGNS[answer.verdict]} {drawn.isReply ? `reply to ${packetText(form)}` : packetText(form)}
      </div>
    </ViewportPortal>
  );
};

/** Colour alone does not tell. */
const SIGNS: Readonly<Record<Verdict, string>> = { allowed: "✓", partial: "◐", blocked: "✕" };

const packetText = ({ protocol, port }: TestForm): string => {
  const name = protocol.trim().toUpperCase().replace("ICMPV6", "ICMPv6");
  const called = /^\d+$/.test(name) ? `protocol ${name}` : name;
  return ["TCP", "UDP"].includes(name) ? `${called} ${port.trim()}` : called;
};
