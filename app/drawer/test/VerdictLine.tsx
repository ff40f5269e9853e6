import type { Answer, Network } from "../../../engine";
import { FieldNotes } from "./FieldNotes";
import type { FieldNote } from "./field-notes";
import { type Stop, verdictText } from "./verdict-text";

const MARKS = { allowed: "✓", blocked: "✕", partial: "◐" } as const;

type Props = Readonly<{ network: Network; answer: Answer | null; notes: readonly FieldNote[] }>;

/** The verdict, large, with where it stops; or what is wrong with the fields. Said aloud when it changes, once nobody is speaking. */
export const VerdictLine = ({ network, answer, notes }: Props) => (
  <div className="pl-answer" role="status">
    {answer !== null && <Verdict network={network} answer={answer} />}
    {answer === null && notes.length > 0 && <FieldNotes notes={notes} />}
  </div>
);

const Verdict = ({ network, answer }: Readonly<{ network: Network; answer: Answer }>) => {
  const { word, detail, stop, more } = verdictText(network, answer);
  return (
    <>
      <span className={`pl-answer__word pl-answer__word--${answer.verdict}`}>
        <span aria-hidden="true" className="pl-answer__mark">
          {MARKS[answer.verdict]}
        </span>
        {word}
      </span>{" "}
      <span className="pl-answer__detail">
        {detail}
        {stop !== null && <StopLink stop={stop} />}
        {more}
      </span>
    </>
  );
};

/** Leads to the step that stops the packet. */
const StopLink = ({ stop: { text, stepId } }: Readonly<{ stop: Stop }>) => {
  const lead = (): void => {
    const step = document.getElementById(stepId);
    step?.scrollIntoView({ block: "nearest", inline: "center" });
    step?.focus({ preventScroll: true });
  };
  return (
    <>
      {" "}
      <button type="button" className="pl-answer__stop" title="Go to this step" onClick={lead}>
        {text}
      </button>
    </>
  );
};
