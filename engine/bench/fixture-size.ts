/** How large a fixture is, and how its rules and groups are dealt out. */
export type FixtureSize = Readonly<{
  interfaces: number;
  groups: number;
  /** How many different sets of groups are worn; as many as there are interfaces where no two share one. */
  groupSets: number;
  /** Of the 60 rules of a group. In every other group of a fixture with `openOutbound` one rule lets everything out. */
  outboundRules: number;
  openOutbound: boolean;
  /** How many services rules choose from besides the common ones. */
  rareServices: number;
  seed: number;
}>;

export const RULES_PER_GROUP = 60;
export const GROUPS_PER_INTERFACE = 5;
export const SUBNETS = 48;
export const NETWORK_ACLS = 12;

/** A subnet in each of three Availability Zones for each tier of servers. */
export const ZONES = 3;
export const SUBNET_TIERS = SUBNETS / ZONES;

const SHARED = { outboundRules: 10, openOutbound: true, rareServices: 790 };

/**
 * The sizes, by the names that docs/performance.md uses. In F-X no two interfaces wear the same groups, and half of the rules
 * are outbound: nothing can be shared, which no account does but an engine must survive.
 */
export const FIXTURES = {
  "F-S": { interfaces: 200, groups: 20, groupSets: 25, ...SHARED, seed: 101 },
  "F-M": { interfaces: 1_000, groups: 100, groupSets: 125, ...SHARED, seed: 102 },
  "F-L": { interfaces: 10_000, groups: 1_000, groupSets: 1_250, ...SHARED, seed: 103 },
  "F-X": {
    interfaces: 4_000,
    groups: 400,
    groupSets: 4_000,
    outboundRules: 30,
    openOutbound: false,
    rareServices: 13_500,
    seed: 104,
  },
} as const satisfies Readonly<Record<string, FixtureSize>>;

export type FixtureName = keyof typeof FIXTURES;

export const FIXTURE_NAMES = Object.keys(FIXTURES) as readonly FixtureName[];
