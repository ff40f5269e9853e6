import type { Answer, Network } from "../../../engine";
import { BlockerList } from "./BlockerList";
import { coverageLines } from "./coverage-line";
import { HopRow } from "./HopRow";
import { hopCards, replyCards } from "./hop-cards";
import { PairsTable } from "./PairsTable";
import { replyText } from "./verdict-text";

/** Why: the way of the packet and of its reply, everything that stops it, the pairs behind it, and what the verdict speaks about. */
export const AnswerView = ({ network, answer }: Readonly<{ network: Network; answer: Answer }>) => {
  const reply = replyText(answer);
  return (
    <>
      <HopRow title="There" label="Way of the packet" cards={hopCards(network, answer)} />
      <HopRow title="Back" label="Way of the reply" cards={replyCards(network, answer)} />
      {answer.blockers.length > 0 && <BlockerList network={network} answer={answer} />}
      {answer.pairs !== undefined && <PairsTable network={network} pairs={answer.pairs} />}
      <div className="pl-test__notes">
        {reply !== "" && <p>{reply}</p>}
        {coverageLines(answer).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
};
