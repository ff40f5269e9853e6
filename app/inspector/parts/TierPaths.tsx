import { type TierId, type TierPair, trafficLabel } from "../../../engine";
import { tierPairKey } from "../../store/state";
import { pathlight, usePathlight } from "../../store/store";
import { Section } from "./Section";

/** What a tier may reach and what may reach it, as links to the arrows. */
export const TierPaths = ({ tierId }: Readonly<{ tierId: TierId }>) => {
  const pairs = usePathlight(({ analysis }) => analysis.tierPairs);
  const all = [...pairs.values()];
  return (
    <>
      <Paths title="Can reach" pairs={all.filter(({ from }) => from === tierId)} other="to" />
      <Paths title="Reached by" pairs={all.filter(({ to }) => to === tierId)} other="from" />
    </>
  );
};

type PathsProps = Readonly<{ title: string; pairs: readonly TierPair[]; other: "from" | "to" }>;

const Paths = ({ title, pairs, other }: PathsProps) => {
  const tiers = usePathlight(({ analysis }) => analysis.tiers);
  return (
    <Section title={title}>
      {pairs.length === 0 ? <p className="pl-nothing">Nothing.</p> : null}
      <ul className="pl-list">
        {pairs.map((pair) => (
          <li key={tierPairKey(pair.from, pair.to)}>
            <button
              type="button"
              className="pl-link"
              onClick={() => pathlight.getState().select({ kind: "tierPair", from: pair.from, to: pair.to })}
            >
              {tiers.get(pair[other])?.name ?? pair[other]}
            </button>
            <span className="pl-list__aside">{trafficLabel(pair.traffic)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
