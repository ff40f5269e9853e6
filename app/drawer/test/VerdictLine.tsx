import type { Answer, Network } from "../../../engine";
import { verdictText } from "./verdict-text";

const MARKS = { allowed: "✓", blocked: "✕", partial: "◐" } as const;

/** The verdict, large, at the end of the row of fields. Said aloud when it changes, once nobody is speaking. */
export const VerdictLine = ({ network, answer }: Readonly<{ network: Network; answer: Answer | null }>) => (
  <div className="pl-answer" role="status">
    {answer !== null && <Verdict network={network} answer={answer} />}
  </div>
);

const Verdict = ({ network, answer }: Readonly<{ network: Network; answer: Answer }>) => {
  const { word, detail } = verdictText(network, answer);
  return (
    <>
      <span className={`pl-answer__word pl-answer__word--${answer.verdict}`}>
        <span aria-hidden="true" className="pl-answer__mark">
          {MARKS[answer.verdict]}
        </span>
        {word}
      </span>
      {detail !== "" && <span className="pl-answer__detail">{detail}</span>}
    </>
  );
};
