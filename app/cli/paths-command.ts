import {
  type AnalysisUpdate,
  createEngine,
  type EndId,
  type Engine,
  type Network,
  type Tier,
  type TierPair,
  type TrafficItem,
  trafficLabel,
} from "../../engine";
import { jsonText } from "./json-text";
import { longSection, section } from "./table";
import { trafficColumns } from "./traffic-columns";

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** `traffic` numbers equal `items`. */
type PassingPair = Readonly<{ from: EndId; to: EndId; traffic: number; items: readonly TrafficItem[] }>;

type Paths = Readonly<{
  engine: Engine;
  update: AnalysisUpdate;
  tiers: readonly Tier[];
  tierPairs: readonly TierPair[];
}>;

/** Everything that passes in a network, sorted by ids, so that equal networks give equal answers. */
const pathsOf = (network: Network): Paths => {
  const engine = createEngine();
  const update = engine.load(network);
  return {
    engine,
    update,
    tiers: update.tiers.toSorted((a, b) => byText(a.tierId, b.tierId)),
    tierPairs: update.tierPairs.toSorted((a, b) => byText(a.from, b.from) || byText(a.to, b.to)),
  };
};

/** The pairs of interfaces and outside ends between which anything passes, sorted, one at a time. */
function* pairsOf(engine: Engine): Generator<PassingPair> {
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  for (let at = 0; at < pairs.length; at += 3) {
    const [from, to] = [ends[pairs[at] ?? 0], ends[pairs[at + 1] ?? 0]];
    const number = pairs[at + 2] ?? 0;
    if (from !== undefined && to !== undefined)
      yield { from, to, traffic: number, items: traffic[number] ?? [] };
  }
}

/** A JSON list, an entry a line, made as it is written. */
function* jsonList(entries: Iterable<string>): Generator<string> {
  yield "[";
  let separator = "\n";
  for (const entry of entries) {
    yield separator + entry;
    separator = ",\n";
  }
  yield "\n]";
}

const tierEntry = (tier: Tier): string =>
  jsonText({
    id: tier.tierId,
    name: tier.name,
    vpcId: tier.vpcId,
    groupIds: tier.groupIds.toSorted(byText),
    interfaces: tier.networkInterfaceIds.toSorted(byText),
  });

const tierPairEntry = ({ from, to, traffic, pairs, ofPairs }: TierPair): string =>
  JSON.stringify({ from, to, traffic: traffic.map(trafficColumns), pairs, ofPairs });

/** Traffic is shared by many pairs, so its text is made once for each kind. */
function* interfacePairEntries(engine: Engine): Generator<string> {
  const texts = new Map<number, string>();
  for (const { from, to, traffic, items } of pairsOf(engine)) {
    const text = texts.get(traffic) ?? JSON.stringify(items.map(trafficColumns));
    texts.set(traffic, text);
    const { egressRules, ingressRules } = engine.pairRules(from, to);
    const rules = JSON.stringify({ egressRules, ingressRules }).slice(1);
    yield `{"from":${JSON.stringify(from)},"to":${JSON.stringify(to)},"traffic":${text},${rules}`;
  }
}

/** The answer of `paths --json`, in pieces. */
export function* pathsJson(network: Network, withInterfaces: boolean): Generator<string> {
  const { engine, update, tiers, tierPairs } = pathsOf(network);
  const { notJudged, assumptions } = update.coverage;
  yield `{"version":1,\n"notJudged":${JSON.stringify(notJudged)},\n"assumptions":${JSON.stringify(assumptions)},\n"tiers":`;
  yield* jsonList(tiers.map(tierEntry));
  yield `,\n"tierPairs":`;
  yield* jsonList(tierPairs.map(tierPairEntry));
  if (withInterfaces) {
    yield `,\n"interfacePairs":`;
    yield* jsonList(interfacePairEntries(engine));
  }
  yield "}\n";
}

const tierRow = ({ name, vpcId, networkInterfaceIds }: Tier): readonly string[] => {
  const count = networkInterfaceIds.length;
  return [
    name,
    vpcId ?? "outside",
    vpcId === null ? "" : `${count} ${count === 1 ? "interface" : "interfaces"}`,
  ];
};

const tierPairRow = (names: ReadonlyMap<string, string>, pair: TierPair): readonly string[] => {
  const count = pair.pairs === pair.ofPairs ? "" : `${pair.pairs} of ${pair.ofPairs} pairs`;
  const addresses = pair.partial === "addresses" ? "some addresses" : "";
  const notes = [count, addresses].filter((note) => note !== "").join(", ");
  return [
    names.get(pair.from) ?? pair.from,
    "->",
    names.get(pair.to) ?? pair.to,
    trafficLabel(pair.traffic),
    notes,
  ];
};

const pairRow = ({ from, to, items }: PassingPair): readonly string[] => [
  from,
  "->",
  to,
  trafficLabel(items),
  items.some((item) => item.partial) ? "partly" : "",
];

/** The sender's rules and the receiver's rules that permit a pair, joined by an arrow as its ends are. */
const permittingRules = (engine: Engine, { from, to }: PassingPair): string => {
  const { egressRules, ingressRules } = engine.pairRules(from, to);
  return `${egressRules.join(", ")} -> ${ingressRules.join(", ")}`.trim();
};

const pairSection = (engine: Engine): Iterable<string> =>
  longSection(
    "Paths between interfaces, and the outbound -> inbound rules that permit them",
    () => pairsOf(engine),
    pairRow,
    (pair) => permittingRules(engine, pair),
  );

/** The answer of `paths` for people: tiers, what passes between them, and between which interfaces. */
export function* pathsText(network: Network, withInterfaces: boolean): Generator<string> {
  const { engine, tiers, tierPairs } = pathsOf(network);
  const names = new Map<string, string>(tiers.map((tier) => [tier.tierId, tier.name]));
  const noPaths = tierPairs.length === 0 ? ["", "No paths: nothing may send to anything."] : [];
  const lines = [
    ...section("Tiers", tiers.map(tierRow)),
    ...section(
      "Paths between tiers",
      tierPairs.map((pair) => tierPairRow(names, pair)),
    ),
    ...noPaths,
  ];
  for (const line of lines.slice(1)) yield `${line}\n`;
  if (!withInterfaces) return;
  for (const line of pairSection(engine)) yield `${line}\n`;
}
