import type { EndId, InterfacePairs, PairsQuery, TrafficItem } from "../answer";
import { trafficItems } from "../traffic-items";
import { hasPath } from "./has-path";
import { NOTHING, type OutcomeId, outcomeAt } from "./outcome";
import { outcomeBetween } from "./pair-outcome";
import type { ReachIndex } from "./reach-index";
import { compareTexts, type TierState } from "./tier";

/** A growing list of triples. */
type Triples = { values: Uint32Array; length: number };

type Answering = Readonly<{
  index: ReachIndex;
  /** Only whether anything passes is asked. */
  isBare: boolean;
  /** The number of each end in the answer, by slot. */
  numbers: ReadonlyMap<number, number>;
  trafficNumbers: Map<OutcomeId, number>;
  traffic: (readonly TrafficItem[])[];
  triples: Triples;
}>;

/** The pairs of ends that a query asks for and between which something passes, sorted by the ids of their ends. */
export function interfacePairs(index: ReachIndex, query: PairsQuery): InterfacePairs {
  const slots = slotsInOrder(index);
  const isBare = query.kind === "ends" && query.traffic === false;
  const answering: Answering = {
    index,
    isBare,
    numbers: new Map(slots.map((slot, number) => [slot, number])),
    trafficNumbers: new Map(),
    traffic: isBare ? [[]] : [],
    triples: { values: new Uint32Array(1024), length: 0 },
  };
  const [senders, receivers] = sidesOf(index, query, slots);
  const asked =
    query.kind === "ends" ? new Set(query.ends.flatMap((id) => index.ends.slots.get(id) ?? [])) : null;
  const askedReceivers = receivers.filter((slot) => asked?.has(slot));
  for (const sender of senders) {
    const others = asked === null || asked.has(sender) ? receivers : askedReceivers;
    for (const receiver of others) if (sender !== receiver) addPair(answering, sender, receiver);
  }
  const { traffic, triples } = answering;
  return {
    ends: slots.map((slot) => endIdAt(index, slot)),
    traffic,
    pairs: triples.values.slice(0, triples.length),
  };
}

const endIdAt = (index: ReachIndex, slot: number): EndId => index.ends.list[slot]?.endId ?? ("" as EndId);

/** Sorted by id; remembered while no end comes or goes. */
function slotsInOrder(index: ReachIndex): readonly number[] {
  index.order ??= [...index.ends.slots]
    .filter(([, slot]) => index.ends.list[slot] !== null)
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([, slot]) => slot);
  return index.order;
}

function sidesOf(
  index: ReachIndex,
  query: PairsQuery,
  slots: readonly number[],
): readonly [readonly number[], readonly number[]] {
  if (query.kind !== "tierPair") return [slots, slots];
  const [from, to] = [index.tiers.get(query.from), index.tiers.get(query.to)];
  const within = (state: TierState | undefined) => slots.filter((slot) => index.tierOfSlot[slot] === state);
  return from === undefined || to === undefined ? [[], []] : [within(from), within(to)];
}

function addPair(answering: Answering, sender: number, receiver: number): void {
  const { index, numbers, triples } = answering;
  const traffic = answering.isBare
    ? bareNumber(index, sender, receiver)
    : pairNumber(answering, sender, receiver);
  if (traffic === null) return;
  if (triples.length + 3 > triples.values.length) {
    const larger = new Uint32Array(triples.values.length * 2);
    larger.set(triples.values);
    triples.values = larger;
  }
  triples.values[triples.length++] = numbers.get(sender) ?? 0;
  triples.values[triples.length++] = numbers.get(receiver) ?? 0;
  triples.values[triples.length++] = traffic;
}

/** Nothing is told of the traffic but that there is some. */
const bareNumber = (index: ReachIndex, sender: number, receiver: number): number | null =>
  hasPath(index, sender, receiver) ? 0 : null;

function pairNumber(answering: Answering, sender: number, receiver: number): number | null {
  const outcome = outcomeBetween(answering.index, "now", sender, receiver);
  return outcome === NOTHING ? null : trafficNumber(answering, outcome);
}

/** The number of an outcome's traffic in the answer; null where nothing passes. */
function trafficNumber({ index, trafficNumbers, traffic }: Answering, outcome: OutcomeId): number | null {
  const known = trafficNumbers.get(outcome);
  if (known !== undefined) return known;
  const { some, whole } = outcomeAt(index.outcomes, outcome);
  const items = trafficItems(index.sets, some, whole);
  if (items.length === 0) return null;
  trafficNumbers.set(outcome, traffic.length);
  traffic.push(items);
  return traffic.length - 1;
}
