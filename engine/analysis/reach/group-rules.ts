import type { SecurityGroupId } from "../../model/id";
import { type AddressMap, addressMapOf, type BlockTraffic } from "../../net/address-map";
import type { Family } from "../../net/cidr";
import { NO_TRAFFIC, type TrafficSetId, type TrafficSets, unite } from "../../net/traffic-set";
import type { CompiledRule } from "../compiled-rule";

/**
 * What a set of rules permits in one direction and family, by the far end: what everybody has, and what blocks of addresses
 * and referenced groups have besides. Everybody is told once, never address by address: most groups let everything out.
 */
export type FamilyRules = Readonly<{
  everybody: TrafficSetId;
  /** By address, and by referenced group; a map for each group of ours, since joining them would take longer than looking in each. */
  blocks: readonly AddressMap[];
  references: readonly ReadonlyMap<SecurityGroupId, TrafficSetId>[];
}>;

export type GroupRules = Readonly<Record<Family, FamilyRules>>;

const NOTHING: FamilyRules = { everybody: NO_TRAFFIC, blocks: [], references: [] };

export const NO_RULES: GroupRules = { 4: NOTHING, 6: NOTHING };

/** Lets everything through: no filter. */
export const openRules = (all: TrafficSetId): GroupRules => ({
  4: { ...NOTHING, everybody: all },
  6: { ...NOTHING, everybody: all },
});

/** The union of these rules. No order, no specificity: a packet passes if any of them matches. */
export const groupRulesOf = (sets: TrafficSets, rules: readonly CompiledRule[]): GroupRules =>
  rules.length === 0 ? NO_RULES : { 4: familyRulesOf(sets, rules, 4), 6: familyRulesOf(sets, rules, 6) };

function familyRulesOf(sets: TrafficSets, rules: readonly CompiledRule[], family: Family): FamilyRules {
  const blocks: BlockTraffic[] = [];
  const references = new Map<SecurityGroupId, TrafficSetId>();
  let everybody = NO_TRAFFIC;
  for (const rule of rules) {
    const traffic = rule.traffic[family];
    if (traffic === NO_TRAFFIC) continue;
    if (rule.referencedGroupId !== null) addReference(sets, references, rule.referencedGroupId, traffic);
    for (const { cidr, first, end } of rule.blocks) {
      if (cidr.family !== family) continue;
      if (cidr.prefixLength === 0) everybody = unite(sets, everybody, traffic);
      else blocks.push({ first, end, traffic });
    }
  }
  return { everybody, blocks: mapsOf(sets, blocks), references: references.size === 0 ? [] : [references] };
}

const mapsOf = (sets: TrafficSets, blocks: readonly BlockTraffic[]): readonly AddressMap[] =>
  blocks.length === 0 ? [] : [addressMapOf(sets, blocks)];

function addReference(
  sets: TrafficSets,
  references: Map<SecurityGroupId, TrafficSetId>,
  groupId: SecurityGroupId,
  traffic: TrafficSetId,
): void {
  references.set(groupId, unite(sets, references.get(groupId) ?? NO_TRAFFIC, traffic));
}

/** What several groups permit together. */
export function uniteRules(sets: TrafficSets, all: readonly GroupRules[]): GroupRules {
  const some = all.filter((rules) => rules !== NO_RULES);
  const [only] = some;
  if (only === undefined) return NO_RULES;
  if (some.length === 1) return only;
  return { 4: uniteFamily(sets, some, 4), 6: uniteFamily(sets, some, 6) };
}

const uniteFamily = (sets: TrafficSets, all: readonly GroupRules[], family: Family): FamilyRules => ({
  everybody: all.reduce<TrafficSetId>((sum, rules) => unite(sets, sum, rules[family].everybody), NO_TRAFFIC),
  blocks: all.flatMap((rules) => rules[family].blocks),
  references: all.flatMap((rules) => rules[family].references),
});
