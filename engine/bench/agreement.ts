import type { EndId, InterfacePairs, TrafficItem } from "../analysis/answer";
import { openTraffic, type PlainTraffic } from "./plain-evaluator";
import { itemsTraffic, trafficText } from "./plain-items";
import type { PlainInterface } from "./plain-network";

/** How many pairs were held against the plain evaluator, how many of them pass something, and where both differ. */
export type Agreement = Readonly<{ pairs: number; open: number; differences: readonly string[] }>;

/** The engine's items by "from to". */
export type ListedPairs = (from: string, to: string) => readonly TrafficItem[];

const PAIR_ENDS = 2 ** 20;

export function listedPairs({ ends, traffic, pairs }: InterfacePairs): ListedPairs {
  const numbers = new Map<string, number>(ends.map((end: EndId, number) => [end, number]));
  const byPair = new Map<number, number>();
  for (let at = 0; at < pairs.length; at += 3) {
    byPair.set((pairs[at] ?? 0) * PAIR_ENDS + (pairs[at + 1] ?? 0), pairs[at + 2] ?? 0);
  }
  return (from, to) => {
    const number = byPair.get((numbers.get(from) ?? 0) * PAIR_ENDS + (numbers.get(to) ?? 0));
    return number === undefined ? [] : (traffic[number] ?? []);
  };
}

/** Holds what the engine lists for these pairs against the plain evaluator's sets. */
export function agreement(
  pairs: Iterable<readonly [PlainInterface, PlainInterface]>,
  listed: ListedPairs,
): Agreement {
  const differences: string[] = [];
  const texts = new Map<readonly TrafficItem[], string>();
  let [count, open] = [0, 0];
  for (const [from, to] of pairs) {
    if (from === to) continue;
    const items = listed(from.id, to.id);
    const told = texts.get(items) ?? trafficText(itemsTraffic(items));
    texts.set(items, told);
    const plain: PlainTraffic = openTraffic(from, to);
    const expected = trafficText(plain);
    count++;
    if (expected !== "") open++;
    if (told !== expected)
      differences.push(`${from.id} ${to.id}: ${told || "nothing"}, plainly ${expected || "nothing"}`);
  }
  return { pairs: count, open, differences };
}
