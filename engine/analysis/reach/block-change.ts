import { type Block, sidesOf, writeMember } from "./block";
import { compareFlows, GAINED, LOST } from "./flow";
import { isSameEnd, outcomeChange, type PairChange } from "./pair-change";
import type { ReachIndex } from "./reach-index";

/** Called with the slot of a member and what is another between it and the one end. */
export type Emit = (member: number, change: PairChange) => void;

/** Compares each pair of a block; those that parts do not tell are compared as a whole. Members that `isLeftOut` are not. */
export function blockChanges(
  index: ReachIndex,
  block: Block,
  isLeftOut: (member: number) => boolean,
  emit: Emit,
): void {
  const { slot, tier } = block;
  const { sets, comparer } = index;
  const sides = sidesOf(index, block);
  const isSame = isSameEnd(index, slot);
  for (const member of tier.members) {
    if (member === slot || isLeftOut(member)) continue;
    const shared = sides === null ? null : writeMember(index, block, sides, member);
    const change =
      shared === null ? wholeChange(index, block, member) : compareFlows(sets, comparer, shared, isSame);
    if ((change & (GAINED | LOST)) !== 0) emit(member, change);
  }
}

const wholeChange = (index: ReachIndex, { slot, isSending }: Block, member: number): PairChange =>
  isSending ? outcomeChange(index, slot, member) : outcomeChange(index, member, slot);
