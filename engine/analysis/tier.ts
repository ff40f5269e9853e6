import type { SecurityGroupId, VpcId } from "../model/id";
import { DEFAULT_GROUP_NAME, type Direction } from "../model/security-group";
import type { Tier, TierId } from "./answer";
import type { GroupSet } from "./end";
import type { RuleRow } from "./rule-row";
import type { ViewId } from "./view";

/** A tier with what its answers are made from. Arrays go by the slots of ends. */
export type TierState = {
  readonly number: number;
  /** As it was told last. */
  tier: Tier;
  isTold: boolean;
  readonly groups: GroupSet;
  /** The slots of its ends. */
  members: readonly number[];
  readonly rows: Record<Direction, RuleRow>;
  /** What its members let out to each end, and let in from it. */
  readonly views: Record<Direction, Int32Array>;
  /** What `views` held before the first change since the last settlement. */
  readonly viewsBefore: Record<Direction, Map<number, ViewId>>;
};

/** A VPC's id and its sorted group ids: what makes a tier. */
export const tierIdOf = (vpcId: VpcId, groupIds: readonly SecurityGroupId[]): TierId =>
  `${vpcId}/${groupIds.join("+")}` as TierId;

/** Group names in alphabetical order, joined with " + ", `default` last. */
export function tierName(groupNames: readonly string[]): string {
  if (groupNames.length === 0) return "no group";
  const others = groupNames.filter((name) => name !== DEFAULT_GROUP_NAME).toSorted();
  const defaults = groupNames.filter((name) => name === DEFAULT_GROUP_NAME);
  return [...others, ...defaults].join(" + ");
}

/** The view a tier had of an end at the last settlement. */
export const viewBefore = (state: TierState, direction: Direction, slot: number): ViewId =>
  state.viewsBefore[direction].get(slot) ?? state.views[direction][slot] ?? 0;

export const viewNow = (state: TierState, direction: Direction, slot: number): ViewId =>
  state.views[direction][slot] ?? 0;

/** Internet first, then ranges, then tiers of interfaces; by name, then by id. */
export const byTierOrder = (a: Tier, b: Tier): number =>
  KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || compareTexts(a.name, b.name) || compareTexts(a.tierId, b.tierId);

const KIND_ORDER: Readonly<Record<Tier["kind"], number>> = { internet: 0, ipRange: 1, interfaces: 2 };

/** By character codes: the same on every machine, unlike an order of a language. */
export const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
