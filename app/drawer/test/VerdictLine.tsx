import type { Answer, Network } from "../../../engine";
import { type Stop, verdictText } from "./verdict-text";

const MARKS = { allowed: "✓", blocked: "✕", partial: "◐" } as const;

/** The verdict, large, with where it stops. Said aloud when it changes, once nobody is speaking. */
export const VerdictLine = ({ network, answer }: Readonly<{ network: Network; answer: Answer | null }>) => (
  <div className="pl-answer" role="status">
    {answer !== null && <Verdict network={network} answer={answer} />}
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
