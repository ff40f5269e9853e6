import { NO_TRAFFIC, subtract, type TrafficSetId, unite } from "../../net/traffic-set";
import { INTERNET, type PathCounts, type PathDelta, type TierPairDelta } from "../answer";
import { differenceItems } from "../traffic-items";
import { writePair } from "./block";
import { blockChanges } from "./block-change";
import { visitChangedPairs } from "./changed-pairs";
import { type Exposure, exposureOf, noteExposure } from "./exposure";
import { type FlowDifference, flowDifference, GAINED, HAD, HAS, LOST } from "./flow";
import { type OutcomeId, outcomeAt } from "./outcome";
import { isSameEnd, outcomeChange, type PairChange } from "./pair-change";
import { outcomeBetween, tierAtMoment } from "./pair-outcome";
import type { ReachIndex } from "./reach-index";
import { isPairTold } from "./stale-pairs";
import { compareTexts, pairKey, type TierState } from "./tier";
import { type NoteAlike, tierChanges } from "./tier-change";
import { createKnownLooks } from "./tier-look";

type TierPairChange = {
  readonly from: TierState;
  readonly to: TierState;
  opened: number;
  closed: number;
  widened: number;
  narrowed: number;
  /** Slots of senders and receivers that stand for all, in turn. */
  readonly pairs: number[];
};

const NO_COUNTS: PathCounts = { opened: 0, closed: 0, widened: 0, narrowed: 0 };

/**
 * The difference in paths since the last settlement: only pairs of which anything is another are looked at. All are counted;
 * which traffic came and went is worked out for the pairs of tiers that are told first.
 */
export function pathDelta(index: ReachIndex): PathDelta {
  const changes = new Map<number, TierPairChange>();
  const exposure: Exposure = new Set();
  const note: NoteAlike = (sender, receiver, change, count) => {
    if ((change & (GAINED | LOST)) !== 0)
      addChange(index, changes, exposure, { sender, receiver, change, count });
  };
  const known = createKnownLooks();
  visitChangedPairs(index, {
    pair: (sender, receiver) => note(sender, receiver, outcomeChange(index, sender, receiver), 1),
    tiers: (from, to) => tierChanges(index, known, from, to, note),
    block: (block, isLeftOut) =>
      blockChanges(index, block, isLeftOut, (member, change) =>
        block.isSending ? note(block.slot, member, change, 1) : note(member, block.slot, change, 1),
      ),
  });
  const counts = [...changes.values()].reduce<PathCounts>(sumOf, NO_COUNTS);
  const first = [...changes.values()].toSorted(byWeight).slice(0, TOLD_PAIRS).toSorted(heavierFirst);
  let left = DETAILED_PAIRS;
  const tierPairs = first.map((change) => {
    const count = change.pairs.length / 2;
    if (count > left) return tierPairDelta(index, change, NO_DIFFERENCE);
    left -= count;
    return tierPairDelta(index, change, trafficOf(index, change));
  });
  return { ...counts, tierPairs, moreTierPairs: changes.size - first.length, ...exposureOf(index, exposure) };
}

/** Pairs of tiers that are told of one change; of a larger one the others are counted. */
const TOLD_PAIRS = 200;

/** Interface pairs of which it is told what traffic came and went; of a larger change the rest is counted only. */
const DETAILED_PAIRS = 1024;

/** Counts what a pair gained and lost, under the tiers that its ends are in now (or were in, if they are gone). */
function addChange(
  index: ReachIndex,
  changes: Map<number, TierPairChange>,
  exposure: Exposure,
  { sender, receiver, change, count }: ChangedPairs,
): void {
  const [from, to] = [tierOf(index, sender), tierOf(index, receiver)];
  if (from === null || to === null) return;
  noteExposure(index, exposure, sender, receiver);
  const key = pairKey(from, to);
  const sum = changes.get(key) ?? { from, to, ...NO_COUNTS, pairs: [] };
  changes.set(key, sum);
  const kind = kindOf(change);
  sum[kind] += count;
  if (kind === "widened" && (change & LOST) !== 0) sum.narrowed += count;
  sum.pairs.push(sender, receiver);
}

/** Pairs that fare alike, with one that stands for them. */
type ChangedPairs = Readonly<{ sender: number; receiver: number; change: PairChange; count: number }>;

const tierOf = (index: ReachIndex, slot: number): TierState | null =>
  tierAtMoment(index, "now", slot) ?? tierAtMoment(index, "before", slot);

/** A path that gained some traffic and lost other is widened and narrowed. */
function kindOf(bits: PairChange): keyof PathCounts {
  if ((bits & HAD) === 0) return "opened";
  if ((bits & HAS) === 0) return "closed";
  return (bits & GAINED) === 0 ? "narrowed" : "widened";
}

const NO_DIFFERENCE: FlowDifference = { gained: NO_TRAFFIC, lost: NO_TRAFFIC };

/** What the pairs of two tiers gained and lost together. */
function trafficOf(index: ReachIndex, { pairs }: TierPairChange): FlowDifference {
  let { gained, lost } = NO_DIFFERENCE;
  for (let at = 0; at < pairs.length; at += 2) {
    const own = pairDifference(index, pairs[at] ?? -1, pairs[at + 1] ?? -1);
    gained = unite(index.sets, gained, own.gained);
    lost = unite(index.sets, lost, own.lost);
  }
  return { gained, lost };
}

/** By the parts of what passes, or as a whole where they do not tell. */
function pairDifference(index: ReachIndex, sender: number, receiver: number): FlowDifference {
  const isComparable = isSameEnd(index, sender) && isSameEnd(index, receiver);
  const shared = writePair(index, sender, receiver);
  if (shared !== null) return flowDifference(index.sets, index.comparer, shared, isComparable);
  const before = outcomeBetween(index, "before", sender, receiver);
  const now = outcomeBetween(index, "now", sender, receiver);
  return {
    gained: gainOf(index, before, now, isComparable),
    lost: gainOf(index, now, before, isComparable),
  };
}

/** What the second outcome has and the first has not: for some addresses, or for all where that can be compared. */
function gainOf(
  { sets, outcomes }: ReachIndex,
  before: OutcomeId,
  now: OutcomeId,
  isComparable: boolean,
): TrafficSetId {
  const [old, own] = [outcomeAt(outcomes, before), outcomeAt(outcomes, now)];
  const some = subtract(sets, own.some, old.some);
  return isComparable ? unite(sets, some, subtract(sets, own.whole, old.whole)) : some;
}

/** Traffic is told as that of some only where the pair of tiers has been worked out by now. */
function tierPairDelta(
  index: ReachIndex,
  { from, to, opened, closed, widened, narrowed }: TierPairChange,
  { gained: added, lost: removed }: FlowDifference,
): TierPairDelta {
  const { sets } = index;
  const key = pairKey(from, to);
  const isKnown = isPairTold(index, from, to) && !index.stale.has(key);
  const now = index.tierPairs.get(key)?.traffic;
  return {
    opened,
    closed,
    widened,
    narrowed,
    from: from.tier.tierId,
    to: to.tier.tierId,
    fromName: from.tier.name,
    toName: to.tier.name,
    added: differenceItems(sets, added, isKnown ? (now?.whole ?? NO_TRAFFIC) : added),
    removed: differenceItems(
      sets,
      removed,
      isKnown ? subtract(sets, removed, now?.some ?? NO_TRAFFIC) : removed,
    ),
  };
}

const sumOf = (sum: PathCounts, { opened, closed, widened, narrowed }: PathCounts): PathCounts => ({
  opened: sum.opened + opened,
  closed: sum.closed + closed,
  widened: sum.widened + widened,
  narrowed: sum.narrowed + narrowed,
});

const byWeight = (a: TierPairChange, b: TierPairChange): number =>
  Number(isWithInternet(b)) - Number(isWithInternet(a)) || pathsOf(b) - pathsOf(a);

const heavierFirst = (a: TierPairChange, b: TierPairChange): number =>
  byWeight(a, b) ||
  compareTexts(a.from.tier.name, b.from.tier.name) ||
  compareTexts(a.to.tier.name, b.to.tier.name) ||
  compareTexts(a.from.tier.tierId, b.from.tier.tierId) ||
  compareTexts(a.to.tier.tierId, b.to.tier.tierId);

const isWithInternet = ({ from, to }: TierPairChange): boolean =>
  from.tier.tierId === INTERNET || to.tier.tierId === INTERNET;

const pathsOf = ({ opened, closed, widened, narrowed }: PathCounts): number =>
  opened + closed + widened + narrowed;
