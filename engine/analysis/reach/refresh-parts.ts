import type { IpRange } from "../../model/ip-range";
import { recordsOf } from "../../model/network";
import type { Direction } from "../../model/security-group";
import { INTERNET } from "../answer";
import { outsidePart, type PartId, partKey } from "./outside-part";
import type { ReachIndex } from "./reach-index";
import type { Row } from "./row";
import type { SiteId } from "./site";
import type { TierState } from "./tier";
import { outsideWays } from "./ways";

const DIRECTIONS: readonly Direction[] = ["egress", "ingress"];

/** What has to be worked out anew between tiers and outside ends. */
export type StaleParts = Readonly<{
  /** Everything: routes, ACLs or gateways are others, and interfaces may stand at other sites. */
  all: boolean;
  rows: ReadonlySet<Row>;
  tiers: ReadonlySet<TierState>;
  /** Slots of outside ends that are others. */
  ends: ReadonlySet<number>;
}>;

/** Tells the tiers for which something is another now, with the slot of the outside end. */
export function* refreshParts(index: ReachIndex, stale: StaleParts): Generator<readonly [TierState, number]> {
  const outside = outsideSlots(index);
  const others = outside.filter((slot) => stale.ends.has(slot));
  const isAnyStale = stale.all || others.length > 0;
  for (const tier of isAnyStale ? index.tiers.values() : staleTiers(index, stale)) {
    if (tier.tier.kind !== "interfaces") continue;
    for (const direction of DIRECTIONS) {
      const slots = isStale(tier, direction, stale) ? outside : others;
      for (const slot of staleSlots(index, tier, direction, slots, stale.all)) yield [tier, slot];
    }
  }
}

/** In the order of their numbers, as all tiers are. */
function staleTiers({ users }: ReachIndex, { rows, tiers }: StaleParts): readonly TierState[] {
  const own = [...rows].flatMap((row) => [...(users.get(row) ?? [])]);
  return [...new Set([...tiers, ...own])].sort((a, b) => a.number - b.number);
}

function staleSlots(
  index: ReachIndex,
  tier: TierState,
  direction: Direction,
  slots: readonly number[],
  areAllStale: boolean,
): Iterable<number> {
  if (slots.length === 0) return slots;
  const changed = new Set(changedSlots(index, tier, direction, slots));
  return areAllStale ? slots : changed;
}

const isStale = (tier: TierState, direction: Direction, { all, rows, tiers }: StaleParts): boolean =>
  all || tiers.has(tier) || tier.rows[direction].some((row) => rows.has(row));

/** The slots of the Internet and of the named ranges. */
const outsideSlots = ({ ends, network }: ReachIndex): readonly number[] =>
  [INTERNET, ...recordsOf<IpRange>(network.ipRanges).map(({ ipRangeId }) => ipRangeId)].flatMap(
    (endId) => ends.slots.get(endId) ?? [],
  );

function* changedSlots(
  index: ReachIndex,
  tier: TierState,
  direction: Direction,
  slots: readonly number[],
): Generator<number> {
  for (const site of sitesOf(index, tier)) {
    for (const slot of slots) if (refreshPart(index, tier, direction, site, slot)) yield slot;
  }
}

function sitesOf({ ends, points }: ReachIndex, { members }: TierState): ReadonlySet<SiteId> {
  const sites = new Set<SiteId>();
  for (const slot of members) {
    const end = ends.list[slot];
    if (end?.kind !== "interface") continue;
    for (const point of end.points) sites.add(points.sites[point] ?? 0);
  }
  return sites;
}

function refreshPart(
  index: ReachIndex,
  tier: TierState,
  direction: Direction,
  site: SiteId,
  slot: number,
): boolean {
  const key = partKey(direction, site, slot);
  const { now, before } = tier.outside;
  const was = now.get(key);
  const part = partOf(index, tier, direction, site, slot);
  if (was === part) return false;
  if (was !== undefined && !before.has(key)) before.set(key, was);
  now.set(key, part);
  return true;
}

/** IPv4 from outside is for public addresses: without one an interface takes no part in it. */
function partOf(
  index: ReachIndex,
  tier: TierState,
  direction: Direction,
  site: SiteId,
  slot: number,
): PartId {
  const [end, own] = [index.ends.list[slot], index.sites.list[site]];
  if (end?.kind !== "outside" || own === undefined) return 0;
  const isClosed = direction === "ingress" && own.family === 4 && own.held.publicAddress === null;
  if (isClosed) return 0;
  return outsidePart(index.outcomes, index.parts, {
    end,
    family: own.family,
    direction,
    ways: outsideWays(index, site, direction),
    rules: tier.rows[direction].map((row) => row.rules),
  });
}
