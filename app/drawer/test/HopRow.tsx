import { Fragment } from "react";
import type { HopCard, HopState } from "./hop-cards";
import { type HopLight, useHopLight } from "./use-hop-light";

const MARKS: Readonly<Record<HopState, string>> = { passed: "✓", partly: "◐", stopped: "✕", notReached: "" };
const WORDS: Readonly<Record<HopState, string>> = {
  passed: "passes",
  partly: "a part passes",
  stopped: "stopped here",
  notReached: "not reached",
};

type Props = Readonly<{ title: string; label: string; cards: readonly HopCard[] }>;

/** The steps of a way from left to right; nothing where there are none. */
export const HopRow = ({ title, label, cards }: Props) => {
  if (cards.length === 0) return null;
  return (
    <div className="pl-way">
      <h3 className="pl-way__title">{title}</h3>
      <ol className="pl-hops" aria-label={label}>
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
    </div>
  );
};

const Hop = ({ card }: Readonly<{ card: HopCard }>) => {
  const { choose, ...light } = useHopLight(card);
  return (
    <li className={`pl-hop pl-hop--${card.state}`} {...light}>
      <div className="pl-hop__kind">{card.kind}</div>
      <div className="pl-hop__title">
        {MARKS[card.state] !== "" && (
          <span className="pl-hop__mark" aria-hidden="true">
            {MARKS[card.state]}
          </span>
        )}
        <HopTitle card={card} choose={choose} />
        <span className="pl-visually-hidden">: {WORDS[card.state]}</span>
      </div>
      <p className="pl-hop__message">{card.message}</p>
    </li>
  );
};

type TitleProps = Readonly<{ card: HopCard; choose: HopLight["choose"] }>;

const HopTitle = ({ card: { elementId, title }, choose }: TitleProps) => {
  if (elementId === null) return <span className="pl-hop__name">{title}</span>;
  return (
    <button
      type="button"
      className="pl-hop__name"
      title={`Select ${title}`}
      onClick={() => choose(elementId)}
    >
      {title}
    </button>
  );
};
