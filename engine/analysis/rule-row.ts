import type { SecurityGroupId } from "../model/id";
import {
  type AddressKey,
  type AddressMap,
  addressMapOf,
  type BlockTraffic,
  NO_BLOCKS,
  trafficAt,
} from "../net/address-map";
import type { Family } from "../net/cidr";
import { ALL_TRAFFIC, NO_TRAFFIC, type TrafficSetId, type TrafficSets, unite } from "../net/traffic-set";
import type { CompiledRule } from "./compiled-rule";
import type { Point } from "./end";

/**
 * What a set of rules permits in one direction, by the far end's address: what everybody has, and the exceptions to it by
 * block and by referenced group. Everybody is told once, never address by address: most groups let everything out.
 */
type FamilyRow = Readonly<{
  everybody: TrafficSetId;
  blocks: AddressMap;
  references: ReadonlyMap<SecurityGroupId, TrafficSetId>;
  /** Memory: what the references give to the wearers of a set of groups, by the set's number. */
  byGroupSet: Map<number, TrafficSetId>;
}>;

export type RuleRow = Readonly<Record<Family, FamilyRow>>;

const nothing = (): FamilyRow => ({
  everybody: NO_TRAFFIC,
  blocks: NO_BLOCKS,
  references: new Map(),
  byGroupSet: new Map(),
});

export const NO_RULES: RuleRow = { 4: nothing(), 6: nothing() };

/** The union of these rules. No order, no specificity: a packet passes if any of them matches. */
export const ruleRowOf = (sets: TrafficSets, rules: readonly CompiledRule[]): RuleRow => ({
  4: familyRowOf(sets, rules, 4),
  6: familyRowOf(sets, rules, 6),
});

function familyRowOf(sets: TrafficSets, rules: readonly CompiledRule[], family: Family): FamilyRow {
  const blocks: BlockTraffic[] = [];
  const references = new Map<SecurityGroupId, TrafficSetId>();
  let everybody = NO_TRAFFIC;
  for (const rule of rules) {
    const traffic = rule.traffic[family];
    if (rule.referencedGroupId !== null) {
      const before = references.get(rule.referencedGroupId) ?? NO_TRAFFIC;
      references.set(rule.referencedGroupId, unite(sets, before, traffic));
    }
    for (const { cidr, first, end } of rule.blocks) {
      if (cidr.family !== family) continue;
      if (cidr.prefixLength === 0) everybody = unite(sets, everybody, traffic);
      else blocks.push({ first, end, traffic });
    }
  }
  return { everybody, blocks: addressMapOf(sets, blocks), references, byGroupSet: new Map() };
}

/** What the rules permit for this far end. */
export function permittedTraffic(sets: TrafficSets, row: RuleRow, point: Point): TrafficSetId {
  const { everybody } = row[point.family];
  if (everybody === ALL_TRAFFIC) return ALL_TRAFFIC;
  return unite(sets, everybody, specificTraffic(sets, row, point));
}

/** What they permit for it by more than a rule for any address (0.0.0.0/0, ::/0). */
export function specificTraffic(sets: TrafficSets, row: RuleRow, point: Point): TrafficSetId {
  const own = row[point.family];
  return unite(sets, trafficAt(own.blocks, point.address), referencedTraffic(sets, own, point));
}

function referencedTraffic(sets: TrafficSets, row: FamilyRow, { groups }: Point): TrafficSetId {
  if (row.references.size === 0 || groups.groupIds.length === 0) return NO_TRAFFIC;
  const known = row.byGroupSet.get(groups.number);
  if (known !== undefined) return known;
  const traffic = groups.groupIds.reduce<TrafficSetId>(
    (all, groupId) => unite(sets, all, row.references.get(groupId) ?? NO_TRAFFIC),
    NO_TRAFFIC,
  );
  row.byGroupSet.set(groups.number, traffic);
  return traffic;
}

/** Addresses at which the answer for those without groups may change. */
export const rowBoundaries = (row: RuleRow, family: Family): readonly AddressKey[] =>
  row[family].blocks.starts;
