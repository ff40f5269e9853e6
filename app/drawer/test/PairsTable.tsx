import type { Answer, Network, Verdict } from "../../../engine";
import { placeTitle } from "./place-title";

const WORDS: Readonly<Record<Verdict, string>> = {
  allowed: "✓ Allowed",
  blocked: "✕ Blocked",
  partial: "◐ Partly allowed",
};

/** Rows shown at once; a group may stand for thousands of pairs. */
const SHOWN = 50;

type Props = Readonly<{ network: Network; pairs: NonNullable<Answer["pairs"]> }>;

/** The verdict of each pair of ends, where an end stands for several. */
export const PairsTable = ({ network, pairs }: Props) => (
  <table className="pl-pairs">
    <caption>
      {pairs.length > SHOWN ? `The first ${SHOWN} of ${pairs.length} pairs` : `${pairs.length} pairs`}
    </caption>
    <thead>
      <tr>
        <th scope="col">From</th>
        <th scope="col">To</th>
        <th scope="col">Verdict</th>
      </tr>
    </thead>
    <tbody>
      {pairs.slice(0, SHOWN).map(({ from, to, verdict }) => (
        <tr key={`${from} ${to}`}>
          <td>{placeTitle(network, from)}</td>
          <td>{placeTitle(network, to)}</td>
          <td className={`pl-pairs__verdict pl-pairs__verdict--${verdict}`}>{WORDS[verdict]}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
