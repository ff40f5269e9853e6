import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import {
  type EndId,
  INTERNET,
  interfaceTitle,
  type Network,
  type InterfacePairs as Pairs,
  recordOf,
  type TierPair,
  type TrafficItem,
  trafficLabel,
} from "../../../engine";
import { useEngine } from "../../analysis/engine-context";
import { nameOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { ElementLink } from "../parts/ElementLink";
import { Section } from "../parts/Section";
import { useAnswer } from "./use-answer";

type Props = Readonly<{ pair: TierPair }>;

/** The interface pairs behind an arrow. There may be thousands: they are asked for only when they are wanted. */
export const InterfacePairs = ({ pair }: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <Section title="Interface pairs">
      {open ? (
        <PairList pair={pair} />
      ) : (
        <Button onClick={() => setOpen(true)}>
          List {pair.pairs === 1 ? "the pair" : `${pair.pairs} pairs`}
        </Button>
      )}
    </Section>
  );
};

const PAGE = 50;

const PairList = ({ pair: { from, to } }: Props) => {
  const [limit, setLimit] = useState(PAGE);
  const { interfacePairs } = useEngine();
  const analysed = usePathlight(({ analysis }) => analysis.network);
  const network = usePathlight(({ diagram }) => diagram.network);
  const answer = useAnswer(() => interfacePairs({ kind: "tierPair", from, to }), analysed, from, to);
  if (answer === null) return null;
  const rows = pairRows(answer);
  return (
    <>
      <ul className="pl-list">
        {rows.slice(0, limit).map((row) => (
          <li key={`${row.from} ${row.to}`}>
            <span>
              <EndName id={row.from} network={network} /> → <EndName id={row.to} network={network} />
            </span>
            <span className="pl-list__aside">{trafficLabel(row.traffic)}</span>
          </li>
        ))}
      </ul>
      {rows.length > limit ? (
        <Button onClick={() => setLimit(limit + PAGE)}>Show more ({rows.length - limit} left)</Button>
      ) : null}
    </>
  );
};

type Row = Readonly<{ from: EndId; to: EndId; traffic: readonly TrafficItem[] }>;

/** The triples of the answer as rows. */
const pairRows = ({ ends, traffic, pairs }: Pairs): readonly Row[] =>
  Array.from({ length: pairs.length / 3 }, (_, index) => {
    const [from, to, of] = pairs.subarray(index * 3, index * 3 + 3);
    return {
      from: ends[from ?? 0] ?? INTERNET,
      to: ends[to ?? 0] ?? INTERNET,
      traffic: traffic[of ?? 0] ?? [],
    };
  });

const EndName = ({ id, network }: Readonly<{ id: EndId; network: Network }>) => {
  if (id === INTERNET) return "Internet";
  const own = recordOf(network.networkInterfaces, id);
  return (
    <ElementLink id={id}>
      {own === undefined ? nameOf(network, id) : interfaceTitle(network, own)}
    </ElementLink>
  );
};
