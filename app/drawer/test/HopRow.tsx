import { Fragment } from "react";
import { HopItem } from "./HopItem";
import type { HopCard } from "./hop-cards";
import { type StepWay, stepId } from "./step-id";
import { useRowScroll } from "./use-row-scroll";

type Props = Readonly<{ id: string; way: StepWay; label: string; cards: readonly HopCard[] }>;

/** The steps of a way from left to right. Where they are wider than the window, what stops the packet is scrolled into view. */
export const HopRow = ({ id, way, label, cards }: Props) => {
  const { list, more, look, turn } = useRowScroll(cards);
  return (
    <div className="pl-hops-frame" id={id}>
      <ol ref={list} className="pl-hops" aria-label={label} onScroll={look}>
        {cards.map((card, at) => (
          <Fragment key={card.key}>
            {at > 0 && (
              <li className="pl-hops__arrow" aria-hidden="true">
                →
              </li>
            )}
            <HopItem id={stepId(way, card)} card={card} />
          </Fragment>
        ))}
      </ol>
      {more.before && <MoreButton side="before" onClick={() => turn(-1)} />}
      {more.after && <MoreButton side="after" onClick={() => turn(1)} />}
    </div>
  );
};

type MoreProps = Readonly<{ side: "before" | "after"; onClick(): void }>;

/** Says that the row goes on, and leads there. */
const MoreButton = ({ side, onClick }: MoreProps) => (
  <div className={`pl-hops__more pl-hops__more--${side}`}>
    <button type="button" aria-label={side === "before" ? "Earlier steps" : "Later steps"} onClick={onClick}>
      <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
        <path d={side === "before" ? "M10 3 5 8l5 5" : "m6 3 5 5-5 5"} />
      </svg>
    </button>
  </div>
);
