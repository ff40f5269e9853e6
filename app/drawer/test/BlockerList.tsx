import type { Answer, Network } from "../../../engine";
import { placeTitle } from "./place-title";

/** Everything that would have to change, with the code that Reachability Analyzer gives it. */
export const BlockerList = ({ network, answer }: Readonly<{ network: Network; answer: Answer }>) => (
  <ul
    className="pl-blockers"
    aria-label={answer.verdict === "allowed" ? "What stops the reply" : "What stops it"}
  >
    {answer.blockers.map(({ code, component, rule, direction, message }) => (
      <li key={`${code} ${component} ${rule ?? ""} ${direction} ${message}`}>
        <span className="pl-blockers__mark" aria-hidden="true">
          ✕
        </span>
        <span>
          <strong>{placeTitle(network, component)}</strong>
          {direction === "return" && " (on the way back)"}: {message} <code>{code}</code>
        </span>
      </li>
    ))}
  </ul>
);
