import type { Answer, Network } from "../../../engine";
import { BlockerList } from "./BlockerList";
import { coverageLines } from "./coverage-line";
import { decisiveCard, hopCards, replyCards } from "./hop-cards";
import { PairsTable } from "./PairsTable";
import { replyText } from "./verdict-text";
import { WayView } from "./WayView";

/** Why: the way of the packet and of its reply, everything that stops it, the pairs behind it, and what the verdict speaks about. */
export const AnswerView = ({ network, answer }: Readonly<{ network: Network; answer: Answer }>) => {
  const reply = replyText(answer);
  const [there, back] = [hopCards(network, answer), replyCards(network, answer)];
  const [decidesThere, decidesBack] = [there, back].map((cards) => decisiveCard(cards) !== undefined);
  return (
    <>
      <WayView way="there" cards={there} isShort={!decidesThere && decidesBack === true} />
      <WayView way="back" cards={back} isShort={!decidesBack} />
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
