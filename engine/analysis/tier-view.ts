import type { Direction } from "../model/security-group";
import { type AddressKey, keyOf } from "../net/address-map";
import type { AddressSet } from "../net/address-set";
import type { Family } from "../net/cidr";
import { ALL_TRAFFIC, intersect, NO_TRAFFIC, unite } from "../net/traffic-set";
import type { AnyEnd, GroupSet, OutsideEnd, Point } from "./end";
import { filterBoundaries, passingTraffic } from "./filters";
import { specificTraffic } from "./rule-row";
import type { TierState } from "./tier";
import { ABSENT, freePart, NO_VIEW, type PartId, partOf, type ViewId, type Views, viewOf } from "./view";

/** Outside nobody wears groups of ours. */
export const NO_GROUPS: GroupSet = { number: 0, groupIds: [] };

/** What a tier's layers let pass between its members and an end. */
export function tierView(views: Views, tier: TierState, direction: Direction, end: AnyEnd): ViewId {
  if (tier.tier.kind !== "interfaces") return viewFromOutside(views, end);
  return viewOf(
    views,
    familyPart(views, tier, direction, pointsOf(tier, direction, end, 4)),
    familyPart(views, tier, direction, pointsOf(tier, direction, end, 6)),
  );
}

/** Outside there are no rules of ours; but IPv4 needs a public address on the interface. */
function viewFromOutside(views: Views, end: AnyEnd): ViewId {
  if (end.kind === "outside" || !end.isAttached) return NO_VIEW;
  const free = freePart(views);
  return viewOf(views, end.isPublic ? free : ABSENT, end.atHome[6].length > 0 ? free : ABSENT);
}

/** The addresses that stand for an end when a tier's layers look at it. */
export function pointsOf(
  tier: TierState,
  direction: Direction,
  end: AnyEnd,
  family: Family,
): readonly Point[] {
  if (end.kind === "outside") return outsidePoints(tier, direction, end, family);
  if (!end.isAttached) return [];
  return (end.vpcId === tier.tier.vpcId ? end.atHome : end.abroad)[family];
}

function familyPart(views: Views, tier: TierState, direction: Direction, points: readonly Point[]): PartId {
  if (points.length === 0) return ABSENT;
  const { sets } = views;
  let [some, whole, specific] = [NO_TRAFFIC, ALL_TRAFFIC, NO_TRAFFIC];
  for (const point of points) {
    const traffic = passingTraffic(sets, tier, direction, point);
    some = unite(sets, some, traffic);
    whole = intersect(sets, whole, traffic);
    if (direction === "ingress" && traffic !== NO_TRAFFIC) {
      const byRule = specificTraffic(sets, tier.rows.ingress, point);
      specific = unite(sets, specific, intersect(sets, byRule, traffic));
    }
  }
  return partOf(views, { some, whole, specific });
}

/** One point for each stretch of an outside end's addresses in which all fare alike. */
function outsidePoints(
  tier: TierState,
  direction: Direction,
  end: OutsideEnd,
  family: Family,
): readonly Point[] {
  const points = stretches(tier, direction, end.reachable, family);
  if (!end.hasUnreachable[family]) return points;
  return [...points, { family, address: keyOf(family, 0n), groups: NO_GROUPS, isRouted: false }];
}

/** Points for the stretches of these outside addresses in which all fare alike at a tier's layers. */
export function stretches(
  tier: TierState,
  direction: Direction,
  addresses: AddressSet,
  family: Family,
): readonly Point[] {
  const ranges = addresses[family];
  if (ranges.length === 0) return [];
  const boundaries = filterBoundaries(tier, direction, family);
  const outside = (address: AddressKey): Point => ({ family, address, groups: NO_GROUPS, isRouted: true });
  return ranges.flatMap((range) => {
    const [first, last] = [keyOf(family, range.first), keyOf(family, range.last)];
    const within = boundaries.filter((boundary) => first < boundary && boundary <= last);
    return [outside(first), ...within.map(outside)];
  });
}
