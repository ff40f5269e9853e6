import {
  portsText,
  type Tier,
  type TierId,
  type TierPair,
  type TrafficItem,
  trafficLabel,
} from "../../../engine";
import { tierPairKey } from "../../store/state";
import { usePathlight } from "../../store/store";
import { Heading } from "../parts/Heading";
import { InterfacePairs } from "./InterfacePairs";
import { PairRulesList } from "./PairRulesList";

type Props = Readonly<{ from: TierId; to: TierId }>;

/** An arrow between two tiers: what may be started along it, and which rules on both ends permit it. */
export const TierPairDetails = ({ from, to }: Props) => {
  const tiers = usePathlight(({ analysis }) => analysis.tiers);
  const pair = usePathlight(({ analysis }) => analysis.tierPairs.get(tierPairKey(from, to)));
  const [fromTier, toTier] = [tiers.get(from), tiers.get(to)];
  if (fromTier === undefined || toTier === undefined) return null;
  return (
    <>
      <Heading
        glyph={<span className="pl-arrow-glyph" aria-hidden="true" />}
        title={`${fromTier.name} → ${toTier.name}`}
        subtitle="New connections may start in this direction; replies follow by themselves"
      />
      {pair === undefined ? (
        <p className="pl-text">Nothing is allowed between these two any more.</p>
      ) : (
        <Allowed pair={pair} from={fromTier} to={toTier} />
      )}
    </>
  );
};

type AllowedProps = Readonly<{ pair: TierPair; from: Tier; to: Tier }>;

const Allowed = ({ pair, from, to }: AllowedProps) => (
  <>
    <div className="pl-verdict">
      <p className="pl-verdict__traffic">{trafficLabel(pair.traffic)}</p>
      <p>{countText(pair, from, to)}</p>
      <PartialNote pair={pair} />
      <BeyondNote pair={pair} />
    </div>
    <PairRulesList from={pair.from} to={pair.to} />
    <InterfacePairs pair={pair} />
  </>
);

/** "2 interfaces of web × 1 of app = 2 paths". */
const countText = (pair: TierPair, from: Tier, to: Tier): string => {
  const product = `${endsOf(from)} × ${endsOf(to)}`;
  const paths = pair.pairs === 1 ? "1 path" : `${pair.pairs} paths`;
  const selfless = from.tierId === to.tierId ? " (an interface is not paired with itself)" : "";
  return pair.pairs === pair.ofPairs
    ? `${product} = ${paths}${selfless}`
    : `${product}: ${pair.pairs} of ${pair.ofPairs} pairs have a path${selfless}`;
};

const endsOf = (tier: Tier): string => {
  if (tier.kind !== "interfaces") return tier.name;
  const count = tier.networkInterfaceIds.length;
  return `${count} ${count === 1 ? "interface" : "interfaces"} of ${tier.name}`;
};

const PartialNote = ({ pair }: Readonly<{ pair: TierPair }>) => {
  const partial = pair.traffic.filter((item) => item.partial);
  if (pair.partial === null) return null;
  const what = partial.length === 0 ? "Some of it" : partialText(partial);
  return (
    <p className="pl-verdict__partial">
      {what}: {FOR_WHOM[pair.partial]}
    </p>
  );
};

const FOR_WHOM = {
  pairs: "not for every pair of interfaces. The list of pairs says which.",
  addresses: "only for some addresses, or for one of IPv4 and IPv6.",
  ephemeral: "only for clients that send from some ports, since a network ACL stops replies to others.",
} as const;

const BeyondNote = ({ pair: { beyondInternet } }: Readonly<{ pair: TierPair }>) => {
  if (beyondInternet === null) return null;
  const own = trafficLabel(beyondInternet.traffic);
  if (beyondInternet.traffic.length === 0) return <p>It may only what every Internet address may.</p>;
  return (
    <p>
      Beyond what the Internet may: {own}
      {beyondInternet.andAsInternet ? ", and all that the Internet may" : ""}.
    </p>
  );
};

/** Each item whole, but of nearly all protocols a label says enough. */
const partialText = (items: readonly TrafficItem[]): string =>
  items.length > MOST_ITEMS ? trafficLabel(items) : items.map(itemText).join("; ");

const MOST_ITEMS = 8;

const itemText = (item: TrafficItem): string =>
  item.protocol === "all" ? "All traffic" : `${String(item.protocol).toUpperCase()} ${portsText(item)}`;
