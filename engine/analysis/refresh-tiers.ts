import { recordOf } from "../model/network";
import type { Tier } from "./answer";
import type { AnyEnd } from "./end";
import type { ReachIndex } from "./reach-index";
import { NO_RULES } from "./rule-row";
import { compareTexts, type TierState, tierName } from "./tier";
import { NO_GROUPS } from "./tier-view";

/** Tiers with other members than before. */
export type Regrouping = Readonly<{
  /** All of them that still have members, new ones among them. */
  regrouped: ReadonlySet<TierState>;
  created: ReadonlySet<TierState>;
  retired: readonly TierState[];
}>;

/** Puts the ends that changed into the tiers they belong to now. Tiers come with their first member and go with the last. */
export function regroupTiers(index: ReachIndex, changedSlots: readonly number[]): Regrouping {
  const firstNew = index.nextTierNumber;
  const touched = moveMembers(index, changedSlots);
  const retired = [...touched].filter((state) => state.members.length === 0);
  for (const state of retired) index.tiers.delete(state.tier.tierId);
  const regrouped = new Set([...touched].filter((state) => state.members.length > 0));
  const created = new Set([...regrouped].filter((state) => state.number >= firstNew));
  return { regrouped, created, retired };
}

function moveMembers(index: ReachIndex, changedSlots: readonly number[]): ReadonlySet<TierState> {
  const touched = new Set<TierState>();
  for (const slot of changedSlots) {
    const end = index.ends.list[slot] ?? null;
    const before = index.tierOfSlot[slot] ?? null;
    const now = end === null ? null : tierFor(index, end);
    if (before === now) continue;
    index.tierOfSlot[slot] = now;
    if (before !== null) touched.add(withMembers(before, without(before.members, slot)));
    if (now !== null) touched.add(withMembers(now, [...now.members, slot]));
  }
  return touched;
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
    rows: { egress: NO_RULES, ingress: NO_RULES },
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
    name: outside?.name ?? tierName(names),
    networkInterfaceIds: interfaces.toSorted(compareTexts),
  };
}
