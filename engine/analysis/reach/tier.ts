import type { SecurityGroupId, VpcId } from "../../model/id";
import { DEFAULT_GROUP_NAME, type Direction } from "../../model/security-group";
import type { Tier, TierId } from "../answer";
import type { GroupSet } from "./group-set";
import type { OutsideParts } from "./outside-part";
import type { Row } from "./row";

/** A tier with what its answers are made from. */
export type TierState = {
  readonly number: number;
  /** As it was told last. */
  tier: Tier;
  isTold: boolean;
  readonly groups: GroupSet;
  /** The slots of its ends. */
  members: readonly number[];
  /** What its groups permit: one row for all of them together, or one each where hardly anybody shares them. */
  readonly rows: Readonly<Record<Direction, readonly Row[]>>;
  /** What passes between its members and outside ends. */
  readonly outside: OutsideParts;
};

/** A VPC's id and its sorted group ids: what makes a tier. */
export const tierIdOf = (vpcId: VpcId, groupIds: readonly SecurityGroupId[], isOpen = false): TierId =>
  `${vpcId}/${isOpen ? "*" : groupIds.join("+")}` as TierId;

/** Group names in alphabetical order, joined with " + ", `default` last. */
export function tierName(groupNames: readonly string[], isOpen = false): string {
  if (isOpen) return "no groups (open)";
  if (groupNames.length === 0) return "no group";
  const others = groupNames.filter((name) => name !== DEFAULT_GROUP_NAME).toSorted();
  const defaults = groupNames.filter((name) => name === DEFAULT_GROUP_NAME);
  return [...others, ...defaults].join(" + ");
}

/** Internet first, then ranges, then tiers of interfaces; by name, then by id. */
export const byTierOrder = (a: Tier, b: Tier): number =>
  KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || compareTexts(a.name, b.name) || compareTexts(a.tierId, b.tierId);

const KIND_ORDER: Readonly<Record<Tier["kind"], number>> = { internet: 0, ipRange: 1, interfaces: 2 };

/** By character codes: the same on every machine, unlike an order of a language. */
export const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** More tiers than this there cannot be in one session. */
const TIER_NUMBERS = 2 ** 26;

export const pairKey = (from: TierState, to: TierState): number => from.number * TIER_NUMBERS + to.number;
