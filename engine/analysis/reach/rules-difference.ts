import type { SecurityGroupId } from "../../model/id";
import { type AddressKey, trafficAt, uniteMaps } from "../../net/address-map";
import type { Family } from "../../net/cidr";
import { NO_TRAFFIC, type TrafficSets, unite } from "../../net/traffic-set";
import type { FamilyRules, GroupRules } from "./group-rules";

/** What a group permitted in one direction, and what it permits now. */
export type RulesChange = Readonly<{ before: GroupRules; now: GroupRules }>;

/** Addresses from `first` up to but not including `end`; null: up to the last of the family. */
export type AddressStretch = Readonly<{ family: Family; first: AddressKey; end: AddressKey | null }>;

/** Whom a group permits something else now: addresses, and who wears referenced groups. */
export type RulesDifference = Readonly<{
  stretches: readonly AddressStretch[];
  referenced: ReadonlySet<SecurityGroupId>;
}>;

/** What the group's other rules permit as well is no difference. */
export function rulesDifference(sets: TrafficSets, { before, now }: RulesChange): RulesDifference {
  const stretches = FAMILIES.flatMap((family) => stretchesBetween(sets, family, before[family], now[family]));
  const referenced = FAMILIES.flatMap((family) => referencedOtherwise(sets, before[family], now[family]));
  return { stretches, referenced: new Set(referenced) };
}

const FAMILIES = [4, 6] as const;

/** Within a stretch both permit one and the same, address by address, so each is asked at its first. */
function stretchesBetween(
  sets: TrafficSets,
  family: Family,
  before: FamilyRules,
  now: FamilyRules,
): readonly AddressStretch[] {
  const maps = [uniteMaps(sets, before.blocks), uniteMaps(sets, now.blocks)] as const;
  const starts = startsOf(family, maps[0].starts, maps[1].starts);
  const found: AddressStretch[] = [];
  for (const [at, first] of starts.entries()) {
    const was = unite(sets, before.everybody, trafficAt(maps[0], first));
    const is = unite(sets, now.everybody, trafficAt(maps[1], first));
    if (was !== is) found.push({ family, first, end: starts[at + 1] ?? null });
  }
  return found;
}

function startsOf(family: Family, ...lists: readonly (readonly AddressKey[])[]): readonly AddressKey[] {
  const starts = new Set<AddressKey>([family === 4 ? 0 : 0n, ...lists.flat()]);
  return [...starts].sort((a, b) => (a < b ? -1 : 1));
}

function referencedOtherwise(
  sets: TrafficSets,
  before: FamilyRules,
  now: FamilyRules,
): readonly SecurityGroupId[] {
  const named = new Set([...before.references, ...now.references].flatMap((own) => [...own.keys()]));
  return [...named].filter(
    (groupId) => permittedTo(sets, before, groupId) !== permittedTo(sets, now, groupId),
  );
}

const permittedTo = (sets: TrafficSets, { references }: FamilyRules, groupId: SecurityGroupId) =>
  references.reduce((sum, own) => unite(sets, sum, own.get(groupId) ?? NO_TRAFFIC), NO_TRAFFIC);
