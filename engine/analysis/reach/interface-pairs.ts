import type { InterfacePairs, TrafficItem } from "../answer";
import type { PairsQuery } from "../question";
import { trafficItems } from "../traffic-items";
import type { EndOrder } from "./end";
import { NOTHING, type OutcomeId, outcomeAt } from "./outcome";
import { outcomeBetween } from "./pair-outcome";
import type { ReachIndex } from "./reach-index";
import { reachOfEnd } from "./reach-of-end";
import { compareTexts, type TierState } from "./tier";

/** A growing list of triples. */
type Triples = { values: Uint32Array; length: number };

type Answering = Readonly<{
  index: ReachIndex;
  /** The number of each end in the answer, by slot. */
  numbers: Int32Array;
  trafficNumbers: Map<OutcomeId, number>;
  traffic: (readonly TrafficItem[])[];
  triples: Triples;
}>;

/** The pairs of ends that a query asks for and between which something passes, sorted by the ids of their ends. */
export function interfacePairs(index: ReachIndex, query: PairsQuery): InterfacePairs {
  const { slots, ids, numbers } = endOrder(index);
  const isBare = query.kind === "ends" && query.traffic === false;
  const answering: Answering = {
    index,
    numbers,
    trafficNumbers: new Map(),
    traffic: isBare ? [[]] : [],
    triples: { values: new Uint32Array(1024), length: 0 },
  };
  if (isBare) addBarePairs(answering, slots, slotsAsked(index, query));
  else addPairs(answering, slots, query);
  const { traffic, triples } = answering;
  return { ends: ids, traffic, pairs: triples.values.slice(0, triples.length) };
}

type EndsQuery = Extract<PairsQuery, { kind: "ends" }>;

const slotsAsked = (index: ReachIndex, query: EndsQuery): ReadonlySet<number> =>
  new Set(query.ends.flatMap((id) => index.ends.slots.get(id) ?? []));

function addPairs(answering: Answering, slots: readonly number[], query: PairsQuery): void {
  const { index } = answering;
  const [senders, receivers] = sidesOf(index, query, slots);
  const asked = query.kind === "ends" ? slotsAsked(index, query) : null;
  const askedReceivers = receivers.filter((slot) => asked?.has(slot));
  for (const sender of senders) {
    const others = asked === null || asked.has(sender) ? receivers : askedReceivers;
    for (const receiver of others) {
      const traffic = sender === receiver ? null : pairNumber(answering, sender, receiver);
      if (traffic !== null) addTriple(answering, sender, receiver, traffic);
    }
  }
}

/** Nothing is told of the traffic but that there is some. */
function addBarePairs(answering: Answering, slots: readonly number[], asked: ReadonlySet<number>): void {
  const { index } = answering;
  const reach = new Map([...asked].map((slot) => [slot, reachOfEnd(index, slot)]));
  const askedInOrder = slots.filter((slot) => asked.has(slot));
  for (const sender of slots) {
    const reaches = reach.get(sender)?.reaches;
    for (const receiver of reaches === undefined ? askedInOrder : slots) {
      const found = reaches === undefined ? reach.get(receiver)?.reachedBy[sender] : reaches[receiver];
      if (found === 1) addTriple(answering, sender, receiver, 0);
    }
  }
}

/** Sorted by id; remembered while no end comes or goes. */
function endOrder(index: ReachIndex): EndOrder {
  index.order ??= orderOf(index);
  return index.order;
}

function orderOf({ ends }: ReachIndex): EndOrder {
  const sorted = [...ends.slots]
    .filter(([, slot]) => ends.list[slot] !== null)
    .toSorted(([a], [b]) => compareTexts(a, b));
  const numbers = new Int32Array(ends.list.length);
  for (const [number, [, slot]] of sorted.entries()) numbers[slot] = number;
  return { slots: sorted.map(([, slot]) => slot), ids: sorted.map(([id]) => id), numbers };
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

function addTriple({ numbers, triples }: Answering, sender: number, receiver: number, traffic: number): void {
  if (triples.length + 3 > triples.values.length) {
    const larger = new Uint32Array(triples.values.length * 2);
    larger.set(triples.values);
    triples.values = larger;
  }
  triples.values[triples.length++] = numbers[sender] ?? 0;
  triples.values[triples.length++] = numbers[receiver] ?? 0;
  triples.values[triples.length++] = traffic;
}

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
