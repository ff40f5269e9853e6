import { NO_TRAFFIC, subtract, type TrafficSetId, unite } from "../../net/traffic-set";
import { INTERNET, type PathCounts, type PathDelta, type TierPairDelta } from "../answer";
import { differenceItems } from "../traffic-items";
import { visitChangedPairs } from "./changed-pairs";
import { areComparable, freeSlots } from "./end";
import { type Exposure, exposureOf, noteExposure } from "./exposure";
import { type OutcomeId, outcomeAt } from "./outcome";
import { endState, outcomeBetween } from "./pair-outcome";
import { removePoints } from "./point";
import type { ReachIndex } from "./reach-index";
import { settleRow } from "./row";
import { compareTexts, pairKey, type TierState } from "./tier";

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

const NO_COUNTS: PathCounts = { opened: 0, closed: 0, widened: 0, narrowed: 0 };

/** The difference in paths since the last settlement: only pairs of which anything is another are looked at. */
export function pathDelta(index: ReachIndex): PathDelta {
  const changes = new Map<number, TierPairChange>();
  const exposure: Exposure = new Set();
  visitChangedPairs(index, (sender, receiver) => {
    const before = outcomeBetween(index, "before", sender, receiver);
    const now = outcomeBetween(index, "now", sender, receiver);
    if (before !== now) addChange(index, changes, exposure, { sender, receiver, before, now });
  });
  const tierPairs = [...changes.values()]
    .map((change) => tierPairDelta(index, change))
    .toSorted(heavierFirst);
  const counts = tierPairs.reduce<PathCounts>(sumOf, NO_COUNTS);
  return { ...counts, tierPairs, ...exposureOf(index, exposure) };
}

/** Makes the present state the one that later changes are counted from. */
export function settle(index: ReachIndex): void {
  for (const row of index.changedRows) settleRow(row);
  for (const state of index.tiers.values()) state.outside.before.clear();
  if (index.endsBefore.size > 0) forgetUnusedRows(index);
  freeSlots(index.ends, index.endsBefore.keys());
  removePoints(index.points, index.gonePoints);
  index.gonePoints.length = 0;
  index.changedRows.clear();
  index.strangers.clear();
  index.endsBefore.clear();
  index.waysBefore = null;
  index.pathsSettled = index.paths;
}

function forgetUnusedRows({ rows, tiers }: ReachIndex): void {
  const used = new Set([...tiers.values()].flatMap((state) => [...state.rows.egress, ...state.rows.ingress]));
  for (const [key, row] of rows) if (!used.has(row)) rows.delete(key);
}

type ChangedPair = Readonly<{ sender: number; receiver: number; before: OutcomeId; now: OutcomeId }>;

/** Counts what a pair gained and lost, under the tiers that its ends are in now (or were in, if they are gone). */
function addChange(
  index: ReachIndex,
  changes: Map<number, TierPairChange>,
  exposure: Exposure,
  pair: ChangedPair,
): void {
  const [from, to] = [tierOf(index, pair.sender), tierOf(index, pair.receiver)];
  if (from === null || to === null) return;
  const isComparable = isSameEnd(index, pair.sender) && isSameEnd(index, pair.receiver);
  const gain = gainOf(index, pair.before, pair.now, isComparable);
  const loss = gainOf(index, pair.now, pair.before, isComparable);
  if (gain === NO_TRAFFIC && loss === NO_TRAFFIC) return;
  noteExposure(index, exposure, pair.sender, pair.receiver);
  const key = pairKey(from, to);
  const change = changes.get(key) ?? { from, to, ...NO_COUNTS, added: NO_TRAFFIC, removed: NO_TRAFFIC };
  changes.set(key, change);
  const kind = kindOf(index, pair.before, pair.now, gain);
  change[kind]++;
  if (kind === "widened" && loss !== NO_TRAFFIC) change.narrowed++;
  change.added = unite(index.sets, change.added, gain);
  change.removed = unite(index.sets, change.removed, loss);
}

const tierOf = (index: ReachIndex, slot: number): TierState | null =>
  (endState(index, "now", slot) ?? endState(index, "before", slot))?.tier ?? null;

/** Does it stand for the same addresses as before, so that what all addresses have may be compared too? */
function isSameEnd(index: ReachIndex, slot: number): boolean {
  const before = index.endsBefore.get(slot);
  if (before === undefined) return true;
  const now = index.ends.list[slot] ?? null;
  return before !== null && now !== null && areComparable(before.end, now);
}

/** A path that gained some traffic and lost other is widened and narrowed. */
function kindOf(index: ReachIndex, before: OutcomeId, now: OutcomeId, gain: TrafficSetId): keyof PathCounts {
  if (outcomeAt(index.outcomes, before).some === NO_TRAFFIC) return "opened";
  if (outcomeAt(index.outcomes, now).some === NO_TRAFFIC) return "closed";
  return gain === NO_TRAFFIC ? "narrowed" : "widened";
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
