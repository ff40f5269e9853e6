import type { Direction } from "../model/security-group";
import type { AddressKey } from "../net/address-map";
import type { Family } from "../net/cidr";
import { ALL_TRAFFIC, intersect, NO_TRAFFIC, type TrafficSetId, type TrafficSets } from "../net/traffic-set";
import type { Point } from "./end";
import { permittedTraffic, rowBoundaries } from "./rule-row";
import type { TierState } from "./tier";

/**
 * One layer on a packet's way, as it is between the members of a tier and one far address. What passes is what all layers
 * let pass; another layer (network ACLs, route tables, gateways) is one more entry in the lists below.
 */
type Filter = Readonly<{
  passes(sets: TrafficSets, tier: TierState, point: Point): TrafficSetId;
  /** Outside addresses at which the answer may change: between two of them all addresses fare alike. */
  boundaries(tier: TierState, family: Family): readonly AddressKey[];
}>;

/** Somebody has the address and something leads there. */
const addresses: Filter = {
  passes: (_sets, _tier, point) => (point.isRouted ? ALL_TRAFFIC : NO_TRAFFIC),
  boundaries: () => [],
};

/** The rules of all groups that the tier wears. */
const securityGroups = (direction: Direction): Filter => ({
  passes: (sets, tier, point) => permittedTraffic(sets, tier.rows[direction], point),
  boundaries: (tier, family) => rowBoundaries(tier.rows[direction], family),
});

const FILTERS: Readonly<Record<Direction, readonly Filter[]>> = {
  egress: [addresses, securityGroups("egress")],
  ingress: [addresses, securityGroups("ingress")],
};

/** What all layers of a tier let out to an address, or in from it. */
export function passingTraffic(
  sets: TrafficSets,
  tier: TierState,
  direction: Direction,
  point: Point,
): TrafficSetId {
  let traffic: TrafficSetId = ALL_TRAFFIC;
  for (const filter of FILTERS[direction]) {
    if (traffic === NO_TRAFFIC) return NO_TRAFFIC;
    traffic = intersect(sets, traffic, filter.passes(sets, tier, point));
  }
  return traffic;
}

export const filterBoundaries = (
  tier: TierState,
  direction: Direction,
  family: Family,
): readonly AddressKey[] => FILTERS[direction].flatMap((filter) => filter.boundaries(tier, family));
