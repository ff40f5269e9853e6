import { recordOf } from "../../model/network";
import type { Tier } from "../answer";
import type { AnyEnd } from "./end";
import { groupSetOf } from "./group-set";
import { rowsOf } from "./group-set-rows";
import { createOutsideParts } from "./outside-part";
import type { ReachIndex } from "./reach-index";
import type { Row } from "./row";
import { compareTexts, type TierState, tierName } from "./tier";

/** Tiers with other members than before. */
export type Regrouping = Readonly<{
  /** All of them that still have members, new ones among them. */
  regrouped: ReadonlySet<TierState>;
  retired: readonly TierState[];
}>;

/** Puts the ends that changed into the tiers they belong to now. Tiers come with their first member and go with the last. */
export function* regroupTiers(
  index: ReachIndex,
  changedSlots: readonly number[],
): Generator<void, Regrouping> {
  const members = new Map<TierState, Set<number>>();
  for (const slot of changedSlots) {
    const end = index.ends.list[slot] ?? null;
    const before = index.tierOfSlot[slot] ?? null;
    const now = end === null ? null : tierFor(index, end);
    yield;
    index.tierOfSlot[slot] = now;
    if (before !== null) membersOf(members, before).delete(slot);
    if (now !== null) membersOf(members, now).add(slot);
  }
  for (const [state, slots] of members) state.members = [...slots];
  const touched = [...members.keys()];
  const retired = touched.filter((state) => state.members.length === 0);
  for (const state of retired) retire(index, state);
  return { regrouped: new Set(touched.filter((state) => state.members.length > 0)), retired };
}

function membersOf(members: Map<TierState, Set<number>>, state: TierState): Set<number> {
  const own = members.get(state) ?? new Set(state.members);
  members.set(state, own);
  return own;
}

function tierFor(index: ReachIndex, end: AnyEnd): TierState {
  const known = index.tiers.get(end.tierId);
  if (known !== undefined) return known;
  const groups = end.kind === "interface" ? end.groups : groupSetOf(index.groupSets, []);
  const made: TierState = {
    number: index.nextTierNumber++,
    tier: emptyTier(end),
    isTold: false,
    groups,
    members: [],
    rows: end.kind === "interface" ? rowsOf(index, groups) : { egress: [], ingress: [] },
    outside: createOutsideParts(),
  };
  index.tiers.set(end.tierId, made);
  for (const row of rowsIn(made)) usersOf(index, row).add(made);
  return made;
}

function retire(index: ReachIndex, state: TierState): void {
  index.tiers.delete(state.tier.tierId);
  for (const row of rowsIn(state)) usersOf(index, row).delete(state);
}

const rowsIn = ({ rows }: TierState): readonly Row[] => [...rows.egress, ...rows.ingress];

function usersOf({ users }: ReachIndex, row: Row): Set<TierState> {
  const own = users.get(row) ?? new Set();
  users.set(row, own);
  return own;
}

const emptyTier = (end: AnyEnd): Tier => ({
  tierId: end.tierId,
  kind: end.kind === "interface" ? "interfaces" : end.endId === "internet" ? "internet" : "ipRange",
  name: "",
  vpcId: end.kind === "interface" ? end.facts.vpcId : null,
  groupIds: end.kind === "interface" ? end.groups.groupIds : [],
  networkInterfaceIds: [],
});

/** What is told of a tier. */
export function describeTier(index: ReachIndex, state: TierState): Tier {
  const ends = state.members.flatMap((slot) => index.ends.list[slot] ?? []);
  const interfaces = ends.flatMap((end) => (end.kind === "interface" ? [end.endId] : []));
  const [outside] = ends.filter((end) => end.kind === "outside");
  const names = state.groups.groupIds.map(
    (id) => recordOf(index.network.securityGroups, id)?.groupName ?? id,
  );
  return {
    ...state.tier,
    name: outside?.name ?? tierName(names, state.groups.isOpen),
    networkInterfaceIds: interfaces.toSorted(compareTexts),
  };
}
