import type { SecurityGroupId } from "../model/id";
import type { Direction } from "../model/security-group";
import type { Tier } from "./answer";
import type { AnyEnd } from "./end";
import { pairKey, type ReachIndex } from "./reach-index";
import type { ChangedGroups } from "./refresh-rules";
import { ruleRowOf } from "./rule-row";
import { compareTexts, type TierState, tierName, viewNow } from "./tier";
import { NO_GROUPS, tierView } from "./tier-view";
import { NO_VIEW } from "./view";

/** What a change did to tiers, and the pairs of tiers between which something else may pass now. */
export type TierChanges = Readonly<{
  /** New ones, and those with other members. */
  regrouped: ReadonlySet<TierState>;
  retired: readonly TierState[];
  pairs: ReadonlyMap<number, readonly [TierState, TierState]>;
}>;

type DirtyPairs = Map<number, readonly [TierState, TierState]>;

const DIRECTIONS: readonly Direction[] = ["egress", "ingress"];

/** Brings tiers and what they see up to date with the ends and groups that changed. */
export function refreshTiers(
  index: ReachIndex,
  changedSlots: readonly number[],
  changedGroups: ChangedGroups,
): TierChanges {
  const known = new Set(index.tiers.values());
  const regrouped = regroup(index, changedSlots);
  const retired = [...regrouped].filter((state) => state.members.length === 0);
  for (const state of retired) index.tiers.delete(state.tier.tierId);
  const pairs: DirtyPairs = new Map();
  const everySlot = [...index.ends.list.keys()];
  for (const state of index.tiers.values()) {
    makeRoom(state, everySlot.length);
    const isNew = !known.has(state);
    const stale = isNew ? DIRECTIONS : refreshRows(index, state, changedGroups);
    for (const direction of DIRECTIONS) {
      const slots = stale.includes(direction) ? everySlot : changedSlots;
      refreshViews(index, state, direction, slots, pairs);
    }
  }
  for (const state of regrouped) if (state.members.length > 0) markAll(index, state, pairs);
  return { regrouped, retired, pairs };
}

/** Puts ends into the tiers they belong to now. Gives the tiers that have other members, some perhaps none. */
function regroup(index: ReachIndex, changedSlots: readonly number[]): ReadonlySet<TierState> {
  const regrouped = new Set<TierState>();
  for (const slot of changedSlots) {
    const end = index.ends.list[slot] ?? null;
    const before = index.tierOfSlot[slot] ?? null;
    const now = end === null ? null : tierFor(index, end);
    if (before === now) continue;
    index.tierOfSlot[slot] = now;
    if (before !== null) regrouped.add(withMembers(before, without(before.members, slot)));
    if (now !== null) regrouped.add(withMembers(now, [...now.members, slot]));
  }
  return regrouped;
}

const without = (members: readonly number[], slot: number): readonly number[] =>
  members.filter((member) => member !== slot);

function withMembers(state: TierState, members: readonly number[]): TierState {
  state.members = members;
  return state;
}

function tierFor(index: ReachIndex, end: AnyEnd): TierState {
  const known = index.tiers.get(end.tierId);
  if (known !== undefined) return known;
  const groups = end.kind === "interface" ? end.groups : NO_GROUPS;
  const made: TierState = {
    number: index.nextTierNumber++,
    tier: emptyTier(end),
    isTold: false,
    groups,
    members: [],
    rows: {
      egress: rowOf(index, groups.groupIds, "egress"),
      ingress: rowOf(index, groups.groupIds, "ingress"),
    },
    views: { egress: new Int32Array(), ingress: new Int32Array() },
    viewsBefore: { egress: new Map(), ingress: new Map() },
  };
  index.tiers.set(end.tierId, made);
  return made;
}

const emptyTier = (end: AnyEnd): Tier => ({
  tierId: end.tierId,
  kind: end.kind === "interface" ? "interfaces" : end.endId === "internet" ? "internet" : "ipRange",
  name: "",
  vpcId: end.kind === "interface" ? end.vpcId : null,
  groupIds: end.kind === "interface" ? end.groups.groupIds : [],
  networkInterfaceIds: [],
});

const rowOf = (index: ReachIndex, groupIds: readonly SecurityGroupId[], direction: Direction) => {
  const rules = groupIds.flatMap((groupId) => index.rules.get(groupId) ?? []);
  return ruleRowOf(
    index.sets,
    rules.filter((rule) => rule.direction === direction),
  );
};

/** Gives the directions in which the tier's groups permit something else. */
function refreshRows(
  index: ReachIndex,
  state: TierState,
  changedGroups: ChangedGroups,
): readonly Direction[] {
  const { groupIds } = state.groups;
  const changed = new Set(groupIds.flatMap((groupId) => changedGroups.get(groupId) ?? []));
  for (const direction of changed) state.rows[direction] = rowOf(index, groupIds, direction);
  return [...changed];
}

function makeRoom(state: TierState, slots: number): void {
  for (const direction of DIRECTIONS) {
    if (state.views[direction].length >= slots) continue;
    const larger = new Int32Array(Math.ceil(slots * 1.25));
    larger.set(state.views[direction]);
    state.views[direction] = larger;
  }
}

/** Looks at these ends anew, and marks the pairs of tiers between which something is another. */
function refreshViews(
  index: ReachIndex,
  state: TierState,
  direction: Direction,
  slots: readonly number[],
  pairs: DirtyPairs,
): void {
  for (const slot of slots) {
    const end = index.ends.list[slot] ?? null;
    const before = viewNow(state, direction, slot);
    const now = end === null ? NO_VIEW : tierView(index.views, state, direction, end);
    if (before === now) continue;
    if (!state.viewsBefore[direction].has(slot)) state.viewsBefore[direction].set(slot, before);
    state.views[direction][slot] = now;
    const other = index.tierOfSlot[slot] ?? null;
    if (other !== null) mark(direction === "egress" ? [state, other] : [other, state], pairs);
  }
}

const mark = (pair: readonly [TierState, TierState], pairs: DirtyPairs): void => {
  pairs.set(pairKey(...pair), pair);
};

function markAll(index: ReachIndex, state: TierState, pairs: DirtyPairs): void {
  for (const other of index.tiers.values()) {
    mark([state, other], pairs);
    mark([other, state], pairs);
  }
}

/** What is told of a tier. */
export function describeTier(index: ReachIndex, state: TierState): Tier {
  const ends = state.members.flatMap((slot) => index.ends.list[slot] ?? []);
  const interfaces = ends.flatMap((end) => (end.kind === "interface" ? [end.endId] : []));
  const [outside] = ends.filter((end) => end.kind === "outside");
  const names = state.groups.groupIds.map((id) => index.network.securityGroups[id]?.groupName ?? id);
  return {
    ...state.tier,
    name: outside?.name ?? tierName(names),
    networkInterfaceIds: interfaces.toSorted(compareTexts),
  };
}
