import type { HopCard, HopState } from "./hop-cards";
import { type HopLight, useHopLight } from "./use-hop-light";

const MARKS: Readonly<Record<HopState, string>> = { passed: "✓", partly: "◐", stopped: "✕", notReached: "" };
const WORDS: Readonly<Record<HopState, string>> = {
  passed: "passes",
  partly: "a part passes",
  stopped: "stopped here",
  notReached: "not reached",
};

/** One step of a way: what it is, whether the packet passes, and why. The verdict leads the focus here. */
export const HopItem = ({ id, card }: Readonly<{ id: string; card: HopCard }>) => {
  const { choose, ...light } = useHopLight(card);
  return (
    <li id={id} tabIndex={-1} className={`pl-hop pl-hop--${card.state}`} {...light}>
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
