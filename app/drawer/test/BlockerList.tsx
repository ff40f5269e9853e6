import type { Answer, Blocker, Network } from "../../../engine";
import { cureText } from "./cure-text";
import { placeTitle } from "./place-title";

/** Everything that would have to change, what to do about it, and the code that Reachability Analyzer gives it. */
export const BlockerList = ({ network, answer }: Readonly<{ network: Network; answer: Answer }>) => (
  <ul
    className="pl-blockers"
    aria-label={answer.verdict === "allowed" ? "What stops the reply" : "What stops it"}
  >
    {answer.blockers.map((blocker) => {
      const { code, component, rule, direction } = blocker;
      return (
        <li key={`${code} ${component} ${rule ?? ""} ${direction} ${blocker.message}`}>
          <span className="pl-blockers__mark" aria-hidden="true">
            ✕
          </span>
          <BlockerText network={network} blocker={blocker} />
        </li>
      );
    })}
  </ul>
);

/** Most sentences name what they are about. */
const BlockerText = ({ network, blocker }: Readonly<{ network: Network; blocker: Blocker }>) => {
  const { code, component, direction, message } = blocker;
  const title = placeTitle(network, component);
  const cure = cureText(network, blocker);
  return (
    <span>
      {!message.includes(title) && <strong>{title}: </strong>}
      {direction === "return" && "On the way back: "}
      {message} {cure !== "" && <strong className="pl-blockers__cure">{cure} </strong>}
      <code>{code}</code>
    </span>
  );
};
