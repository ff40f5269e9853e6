import type { Direction } from "../../model/security-group";
import { type AddressKey, keyOf, trafficIn } from "../../net/address-map";
import type { AddressRange } from "../../net/address-set";
import type { Family } from "../../net/cidr";
import { type PairIds, pairId } from "../../net/pair-table";
import { intersect, NO_TRAFFIC, type TrafficSetId, unite } from "../../net/traffic-set";
import type { OutsideEnd } from "./end";
import type { GroupRules } from "./group-rules";
import { type OutcomeId, type Outcomes, outcomeOf } from "./outcome";
import type { SiteId } from "./site";
import type { WayKindId } from "./way-kind";

/**
 * What passes between the members of a tier at one site and an outside end, by direction as the tier sees it. A part is an
 * outcome with what rules for less than any address give of it (told of ingress only); ABSENT where the family takes no part.
 */
export type PartId = number;

export const ABSENT: PartId = 0;

/** Now, and what was there before the first change since the last settlement. */
export type OutsideParts = Readonly<{ now: Map<number, PartId>; before: Map<number, PartId> }>;

export const createOutsideParts = (): OutsideParts => ({ now: new Map(), before: new Map() });

const SLOTS = 2 ** 22;

export const partKey = (direction: Direction, site: SiteId, slot: number): number =>
  (site * SLOTS + slot) * 2 + (direction === "egress" ? 0 : 1);

export const partNow = (parts: OutsideParts, key: number): PartId => parts.now.get(key) ?? ABSENT;

export const partBefore = (parts: OutsideParts, key: number): PartId =>
  parts.before.get(key) ?? partNow(parts, key);

/** (outcome, specific), numbered from 1. */
export const partOf = (ids: PairIds, outcome: OutcomeId, specific: TrafficSetId): PartId =>
  1 + pairId(ids, outcome, specific);

export const partOutcome = (ids: PairIds, part: PartId): OutcomeId => ids.firsts[part - 1] ?? 0;

export const partSpecific = (ids: PairIds, part: PartId): TrafficSetId => ids.seconds[part - 1] ?? NO_TRAFFIC;

/** Kinds of ways to or from outside addresses: `kinds[i]` from `starts[i]` on. Covers the whole family. */
export type OutsideWays = Readonly<{ starts: readonly AddressKey[]; kinds: readonly WayKindId[] }>;

/** A stretch of outside addresses that fare alike, told by its first. */
export type Stretch = Readonly<{ key: AddressKey; kind: WayKindId }>;

/** Cuts ranges at every border of ways and of these rules. */
export function* stretches(
  family: Family,
  ranges: readonly AddressRange[],
  ways: OutsideWays,
  borders: readonly (readonly AddressKey[])[],
): Generator<Stretch> {
  for (const range of ranges) {
    const [first, last] = [keyOf(family, range.first), keyOf(family, range.last)];
    for (const key of startsWithin([ways.starts, ...borders], first, last)) {
      yield { key, kind: ways.kinds[lastAt(ways.starts, key)] ?? 0 };
    }
  }
}

function startsWithin(
  lists: readonly (readonly AddressKey[])[],
  first: AddressKey,
  last: AddressKey,
): readonly AddressKey[] {
  const within = new Set<AddressKey>([first]);
  for (const list of lists) {
    for (let at = lastAt(list, first) + 1; at < list.length; at++) {
      const start = list[at];
      if (start === undefined || start > last) break;
      within.add(start);
    }
  }
  return [...within];
}

/** The place of the last key at or before this one; -1 if there is none. */
function lastAt(keys: readonly AddressKey[], key: AddressKey): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export type OutsideQuestion = Readonly<{
  end: OutsideEnd;
  family: Family;
  direction: Direction;
  ways: OutsideWays;
  /** The rules of each row of the tier in this direction. */
  rules: readonly GroupRules[];
}>;

/** The union of what its addresses have, and what all of them have. */
export function outsidePart(outcomes: Outcomes, ids: PairIds, question: OutsideQuestion): PartId {
  const { end, family, direction, ways, rules } = question;
  const ranges = end.reachable[family];
  if (ranges.length === 0) return end.hasUnreachable[family] ? partOf(ids, 0, NO_TRAFFIC) : ABSENT;
  const { sets, kinds } = outcomes;
  let some: TrafficSetId = NO_TRAFFIC;
  let specific: TrafficSetId = NO_TRAFFIC;
  let each: TrafficSetId = end.hasUnreachable[family] ? NO_TRAFFIC : -1;
  let whole: TrafficSetId = each;
  const borders = rules.flatMap((own) => own[family].blocks.map(({ starts }) => starts));
  for (const { key, kind } of stretches(family, ranges, ways, borders)) {
    const byBlock = blockTraffic(outcomes, rules, family, key);
    const permitted = rules.reduce((sum, own) => unite(sets, sum, own[family].everybody), byBlock);
    const passing = intersect(sets, permitted, kinds.some[kind] ?? NO_TRAFFIC);
    const surely = intersect(sets, permitted, kinds.whole[kind] ?? NO_TRAFFIC);
    some = unite(sets, some, passing);
    each = each < 0 ? passing : intersect(sets, each, passing);
    whole = whole < 0 ? surely : intersect(sets, whole, surely);
    if (direction === "ingress") specific = unite(sets, specific, intersect(sets, byBlock, passing));
  }
  return partOf(ids, outcomeOf(outcomes, { some, each, whole }), specific);
}

function blockTraffic(
  { sets }: Outcomes,
  rules: readonly GroupRules[],
  family: Family,
  key: AddressKey,
): TrafficSetId {
  let traffic: TrafficSetId = NO_TRAFFIC;
  for (const own of rules) {
    traffic = unite(sets, traffic, trafficIn(sets, own[family].blocks, key));
  }
  return traffic;
}
