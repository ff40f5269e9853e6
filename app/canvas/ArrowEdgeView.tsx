import { EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { Arrow } from "../scene/scene";
import { pathlight } from "../store/store";
import { arrowSentence } from "./arrow-sentence";
import type { ArrowData, ArrowEdge } from "./flow-edges";
import "./arrow.css";

const SIGN = { opened: "+", closed: "×", widened: "+", narrowed: "−" } as const;

/** A tier-to-tier path: the line, and its label as a button that pins it in the inspector. */
export const ArrowEdgeView = memo(({ data }: EdgeProps<ArrowEdge>) => {
  if (!data) return null;
  const { arrow, tone, selected } = data;
  const marker =
    arrow.change === "closed" ? "closed" : tone === "faint" || arrow.weight === "thin" ? "thin" : "full";
  return (
    <>
      <path
        className="pl-arrow"
        data-weight={arrow.weight}
        data-tone={tone}
        data-change={arrow.change}
        data-selected={selected}
        d={arrow.path}
        markerEnd={`url(#pl-head-${marker})`}
      />
      <path className="pl-arrow__hit" d={arrow.path}>
        <title>{arrowSentence(arrow)}</title>
      </path>
      {arrow.label && (
        <EdgeLabelRenderer>
          <Label {...data} />
        </EdgeLabelRenderer>
      )}
    </>
  );
});

const Label = ({ arrow, tone, selected, labelAt }: ArrowData) => {
  if (!arrow.label) return null;
  const { rect, text, badge } = arrow.label;
  const { x, y, width, height } = labelAt ?? rect;
  return (
    <button
      type="button"
      className="pl-arrow-label nopan nodrag"
      data-weight={arrow.weight}
      data-tone={tone}
      data-change={arrow.change}
      aria-pressed={selected}
      aria-label={arrowSentence(arrow)}
      style={{ left: x, top: y, width, height }}
      onClick={() => pinArrow(arrow)}
    >
      {arrow.change && (
        <span className="pl-arrow-label__sign" aria-hidden="true">
          {SIGN[arrow.change]}
        </span>
      )}
      <span className="pl-arrow-label__text">{text}</span>
      {badge !== null && <span className="pl-arrow-label__badge">{badge}</span>}
    </button>
  );
};

/** Shows an arrow and its rules in the inspector. A closed one is only a mark of what was. */
export const pinArrow = (arrow: Arrow): void => {
  if (arrow.change === "closed") return;
  pathlight.getState().select({ kind: "tierPair", from: arrow.from, to: arrow.to });
};
