import { NO_TRAFFIC, subtract, type TrafficSetId, unite } from "../net/traffic-set";
import { INTERNET, type PathCounts, type PathDelta, type TierPairDelta } from "./answer";
import { type Cohort, type CohortPair, changedCohortPairs, cohortsOf } from "./cohort";
import { freeSlots } from "./end";
import { exposureOf } from "./exposure";
import { pairKey, type ReachIndex } from "./reach-index";
import { compareTexts, type TierState, viewBefore, viewNow } from "./tier";
import { histogram } from "./tier-pair";
import { differenceItems } from "./traffic-items";
import { decide, NO_VIEW, type OutcomeId, outcomeAt, type ViewId } from "./view";

/** The difference in paths since the last settlement. */
export function pathDelta(index: ReachIndex): PathDelta {
  const cohorts = cohortsOf(index);
  const pairs = changedCohortPairs(index, cohorts);
  const changes = new Map<number, TierPairChange>();
  for (const pair of pairs) addChange(index, changes, pair);
  const tierPairs = [...changes.values()]
    .map((change) => tierPairDelta(index, change))
    .toSorted(heavierFirst);
  const counts = tierPairs.reduce<PathCounts>(sumOf, NO_COUNTS);
  return { ...counts, tierPairs, ...exposureOf(index, cohorts, pairs) };
}

/** Settles: makes the present state the one that later changes are counted from. */
export function settle(index: ReachIndex): void {
  for (const state of index.tiers.values()) {
    state.viewsBefore.egress.clear();
    state.viewsBefore.ingress.clear();
  }
  index.endsBefore.clear();
  freeSlots(index.ends);
}

type TierPairChange = {
  readonly from: TierState;
  readonly to: TierState;
  opened: number;
  closed: number;
  widened: number;
  narrowed: number;
  added: TrafficSetId;
  removed: TrafficSetId;
};

/** Counts what two cohorts gained and lost, under the tiers that they are in now (or were in, if they are gone). */
function addChange(index: ReachIndex, changes: Map<number, TierPairChange>, pair: CohortPair): void {
  const [from, to] = pair.map((cohort) => cohort.now ?? cohort.before);
  if (!from || !to) return;
  const isComparable = pair.every((cohort) => cohort.isComparable);
  for (const [before, now, count] of outcomePairs(index, pair)) {
    if (before === now) continue;
    const gain = gainOf(index, before, now, isComparable);
    const loss = gainOf(index, now, before, isComparable);
    if (gain === NO_TRAFFIC && loss === NO_TRAFFIC) continue;
    const key = pairKey(from, to);
    const change = changes.get(key) ?? { from, to, ...NO_COUNTS, added: NO_TRAFFIC, removed: NO_TRAFFIC };
    changes.set(key, change);
    change[kindOf(index, before, now, gain)] += count;
    if (kindOf(index, before, now, gain) === "widened" && loss !== NO_TRAFFIC) change.narrowed += count;
    change.added = unite(index.sets, change.added, gain);
    change.removed = unite(index.sets, change.removed, loss);
  }
}

const NO_COUNTS: PathCounts = { opened: 0, closed: 0, widened: 0, narrowed: 0 };

/** A path that gained some traffic and lost other is widened and narrowed. */
function kindOf(index: ReachIndex, before: OutcomeId, now: OutcomeId, gain: TrafficSetId): keyof PathCounts {
  if (outcomeAt(index.views, before).some === NO_TRAFFIC) return "opened";
  if (outcomeAt(index.views, now).some === NO_TRAFFIC) return "closed";
  return gain === NO_TRAFFIC ? "narrowed" : "widened";
}

/** What the second outcome has and the first has not: for some addresses, or for all where that can be compared. */
function gainOf(
  { sets, views }: ReachIndex,
  before: OutcomeId,
  now: OutcomeId,
  isComparable: boolean,
): TrafficSetId {
  const [old, own] = [outcomeAt(views, before), outcomeAt(views, now)];
  const some = subtract(sets, own.some, old.some);
  return isComparable ? unite(sets, some, subtract(sets, own.whole, old.whole)) : some;
}

/** The outcomes before and now that occur between two cohorts, with how many pairs of ends have them. */
function* outcomePairs(
  { views }: ReachIndex,
  [senders, receivers]: CohortPair,
): Generator<readonly [OutcomeId, OutcomeId, number]> {
  const seenBySenders = (slot: number) => seenFrom(senders, "egress", receivers, slot);
  const seenByReceivers = (slot: number) => seenFrom(receivers, "ingress", senders, slot);
  const ingressViews = histogram(senders.slots, seenByReceivers);
  for (const [egress, receiving] of histogram(receivers.slots, seenBySenders)) {
    for (const [ingress, sending] of ingressViews) {
      const isSelf = (slot: number) => seenBySenders(slot) === egress && seenByReceivers(slot) === ingress;
      const selves = senders === receivers ? senders.slots.filter(isSelf).length : 0;
      const count = receiving * sending - selves;
      if (count === 0) continue;
      const before = decide(views, viewOfBefore(egress), viewOfBefore(ingress));
      yield [before, decide(views, viewOfNow(egress), viewOfNow(ingress)), count];
    }
  }
}

/** A view before and a view now as one number. */
type Twofold = number;

const VIEWS = 2 ** 26;
const viewOfBefore = (twofold: Twofold): ViewId => Math.floor(twofold / VIEWS);
const viewOfNow = (twofold: Twofold): ViewId => twofold % VIEWS;

function seenFrom(own: Cohort, direction: "egress" | "ingress", other: Cohort, slot: number): Twofold {
  const hadBoth = own.before !== null && other.before !== null;
  const haveBoth = own.now !== null && other.now !== null;
  const before = hadBoth ? viewBefore(own.before, direction, slot) : NO_VIEW;
  return before * VIEWS + (haveBoth ? viewNow(own.now, direction, slot) : NO_VIEW);
}

function tierPairDelta(
  index: ReachIndex,
  { from, to, added, removed, ...counts }: TierPairChange,
): TierPairDelta {
  const { sets } = index;
  const now = index.tierPairs.get(pairKey(from, to))?.traffic;
  const { opened, closed, widened, narrowed } = counts;
  return {
    opened,
    closed,
    widened,
    narrowed,
    from: from.tier.tierId,
    to: to.tier.tierId,
    fromName: from.tier.name,
    toName: to.tier.name,
    added: differenceItems(sets, added, now?.whole ?? NO_TRAFFIC),
    removed: differenceItems(sets, removed, subtract(sets, removed, now?.some ?? NO_TRAFFIC)),
  };
}

const sumOf = (sum: PathCounts, { opened, closed, widened, narrowed }: PathCounts): PathCounts => ({
  opened: sum.opened + opened,
  closed: sum.closed + closed,
  widened: sum.widened + widened,
  narrowed: sum.narrowed + narrowed,
});

const heavierFirst = (a: TierPairDelta, b: TierPairDelta): number =>
  Number(isWithInternet(b)) - Number(isWithInternet(a)) ||
  pathsOf(b) - pathsOf(a) ||
  compareTexts(a.fromName, b.fromName) ||
  compareTexts(a.toName, b.toName) ||
  compareTexts(`${a.from} ${a.to}`, `${b.from} ${b.to}`);

const isWithInternet = ({ from, to }: TierPairDelta): boolean => from === INTERNET || to === INTERNET;

const pathsOf = ({ opened, closed, widened, narrowed }: PathCounts): number =>
  opened + closed + widened + narrowed;
