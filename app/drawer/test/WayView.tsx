import { useId, useState } from "react";
import { HopRow } from "./HopRow";
import type { HopCard } from "./hop-cards";
import type { StepWay } from "./step-id";

const WORDS = {
  there: { title: "There", label: "Way of the packet" },
  back: { title: "Back", label: "Way of the reply" },
} as const;

type Props = Readonly<{ way: StepWay; cards: readonly HopCard[]; isShort: boolean }>;

/** A way of the answer, step by step; in one line where nothing on it decides, so that the other way has the room. */
export const WayView = ({ way, cards, isShort }: Props) => {
  const { title, label } = WORDS[way];
  if (cards.length === 0) return null;
  return (
    <div className="pl-way">
      <h3 className="pl-way__title">{title}</h3>
      {isShort ? (
        <ShortWay way={way} label={label} cards={cards} />
      ) : (
        <HopRow id={`pl-way-${way}`} way={way} label={label} cards={cards} />
      )}
    </div>
  );
};

type ShortProps = Readonly<{ way: StepWay; label: string; cards: readonly HopCard[] }>;

const ShortWay = ({ way, label, cards }: ShortProps) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="pl-way__short">
      <p className="pl-way__line">
        <span className="pl-way__mark" aria-hidden="true">
          ✓
        </span>
        <span className="pl-visually-hidden">Passes: </span>
        {cards.map((card) => card.title).join(" → ")}
        <button
          type="button"
          className="pl-way__toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={`${isOpen ? "Hide" : "Show"} steps: ${label}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Hide steps" : `Show ${cards.length} steps`}
        </button>
      </p>
      {isOpen && <HopRow id={id} way={way} label={label} cards={cards} />}
    </div>
  );
};
