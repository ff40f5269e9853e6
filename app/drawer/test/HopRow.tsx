import { Fragment } from "react";
import type { Answer, Network } from "../../../engine";
import { pathlight } from "../../store/store";
import { type HopCard, type HopState, hopCards } from "./hop-cards";

const MARKS: Readonly<Record<HopState, string>> = { passed: "✓", partly: "◐", stopped: "✕", notReached: "" };
const WORDS: Readonly<Record<HopState, string>> = {
  passed: "passes",
  partly: "some addresses pass",
  stopped: "stopped here",
  notReached: "not reached",
};

/** The steps of the packet from left to right. */
export const HopRow = ({ network, answer }: Readonly<{ network: Network; answer: Answer }>) => {
  const cards = hopCards(network, answer);
  if (cards.length === 0) return null;
  return (
    <ol className="pl-hops" aria-label="Way of the packet">
      {cards.map((card, at) => (
        <Fragment key={card.key}>
          {at > 0 && (
            <li className="pl-hops__arrow" aria-hidden="true">
              →
            </li>
          )}
          <Hop card={card} />
        </Fragment>
      ))}
    </ol>
  );
};

/** Its rule lights up in the inspector and on the canvas while the pointer or the focus is on it. */
const Hop = ({ card }: Readonly<{ card: HopCard }>) => {
  const light = (isOn: boolean): void =>
    pathlight.getState().setHighlightedRules(isOn && card.rule !== null ? [card.rule] : []);
  return (
    <li
      className={`pl-hop pl-hop--${card.state}`}
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
      onFocus={() => light(true)}
      onBlur={() => light(false)}
    >
      <div className="pl-hop__kind">{card.kind}</div>
      <div className="pl-hop__title">
        {MARKS[card.state] !== "" && (
          <span className="pl-hop__mark" aria-hidden="true">
            {MARKS[card.state]}
          </span>
        )}
        <HopTitle card={card} />
        <span className="pl-visually-hidden">: {WORDS[card.state]}</span>
      </div>
      <p className="pl-hop__message">{card.message}</p>
    </li>
  );
};

const HopTitle = ({ card: { elementId, title } }: Readonly<{ card: HopCard }>) => {
  if (elementId === null) return <span className="pl-hop__name">{title}</span>;
  return (
    <button
      type="button"
      className="pl-hop__name"
      title={`Select ${title}`}
      onClick={() => pathlight.getState().selectElements(elementId)}
    >
      {title}
    </button>
  );
};
