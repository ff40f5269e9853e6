import { NO_TRAFFIC, subtract } from "../../net/traffic-set";
import { areComparable } from "./end";
import { GAINED, HAD, HAS, LOST } from "./flow";
import { outcomeAt } from "./outcome";
import { outcomeBetween } from "./pair-outcome";
import type { ReachIndex } from "./reach-index";

/** Bits of `flow.ts`: whether anything passed and passes from one end to another, and what is gained or lost. */
export type PairChange = number;

/** What is another in what passes from one end to another as a whole since the last settlement. */
export function outcomeChange(index: ReachIndex, sender: number, receiver: number): PairChange {
  const before = outcomeAt(index.outcomes, outcomeBetween(index, "before", sender, receiver));
  const now = outcomeAt(index.outcomes, outcomeBetween(index, "now", sender, receiver));
  const { sets } = index;
  const isWhole = isSameEnd(index, sender) && isSameEnd(index, receiver);
  const isMore = (a: typeof now, b: typeof now) =>
    subtract(sets, a.some, b.some) !== NO_TRAFFIC ||
    (isWhole && subtract(sets, a.whole, b.whole) !== NO_TRAFFIC);
  return (
    (before.some === NO_TRAFFIC ? 0 : HAD) |
    (now.some === NO_TRAFFIC ? 0 : HAS) |
    (isMore(now, before) ? GAINED : 0) |
    (isMore(before, now) ? LOST : 0)
  );
}

/** Does it stand for the same addresses as before, so that what all addresses have may be compared too? */
export function isSameEnd(index: ReachIndex, slot: number): boolean {
  const before = index.endsBefore.get(slot);
  if (before === undefined) return true;
  const now = index.ends.list[slot] ?? null;
  return before !== null && now !== null && areComparable(before.end, now);
}
