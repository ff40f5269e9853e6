import type { Direction } from "../../model/security-group";
import { pairValue, putPair } from "../../net/pair-table";
import { intersect, NO_TRAFFIC, type TrafficSetId, unite } from "../../net/traffic-set";
import type { TierPair } from "../answer";
import type { InterfaceEnd } from "./end";
import { type FaceId, type FacePoint, facePoints, NO_FACE, trimFaces, withPoint } from "./face";
import { decide, joinFamilies, NOTHING, type OutcomeId, outcomeAt, withOutcome } from "./outcome";
import { ABSENT, partKey, partNow, partOutcome, partSpecific } from "./outside-part";
import { outcomeBetween } from "./pair-outcome";
import { familyAt, type PointId } from "./point";
import { presentWays, type ReachIndex } from "./reach-index";
import { cellAt, specificTraffic, strangerTraffic } from "./row";
import type { TierState } from "./tier";
import type { TierTraffic } from "./tier-pair-state";
import { KEEPS_IN, KEEPS_OUT } from "./way-kind";
import { wayKind } from "./ways";

/** Ways in which a pair of ends can fare, with how many pairs do. */
type Count = Readonly<{ outcome: OutcomeId; isSpecific: boolean; count: number }>;

/** The union over all pairs of different interfaces. */
export function tierTraffic(index: ReachIndex, from: TierState, to: TierState): TierTraffic {
  trimFaces(index.faces);
  index.counts.pairs++;
  const { outcomes, sets } = index;
  let [pairs, ofPairs, specific] = [0, 0, false];
  let some: TrafficSetId = NO_TRAFFIC;
  let [everySome, each, whole] = [-1, -1, -1];
  for (const { outcome, isSpecific, count } of countsOf(index, from, to)) {
    const own = outcomeAt(outcomes, outcome);
    ofPairs += count;
    if (own.some !== NO_TRAFFIC) pairs += count;
    some = unite(sets, some, own.some);
    everySome = everySome < 0 ? own.some : intersect(sets, everySome, own.some);
    each = each < 0 ? own.each : intersect(sets, each, own.each);
    whole = whole < 0 ? own.whole : intersect(sets, whole, own.whole);
    specific ||= isSpecific;
  }
  whole = Math.max(whole, NO_TRAFFIC);
  return { some, whole, pairs, ofPairs, partial: partialOf({ some, everySome, each, whole }), specific };
}

type Amounts = Readonly<{
  some: TrafficSetId;
  everySome: TrafficSetId;
  each: TrafficSetId;
  whole: TrafficSetId;
}>;

/** Why not all have all: some pairs, some addresses, or some client ports lack it; the widest reason is told. */
function partialOf({ some, everySome, each, whole }: Amounts): TierPair["partial"] {
  if (some === whole) return null;
  if (everySome !== some) return "pairs";
  return each === some ? "ephemeral" : "addresses";
}

function* countsOf(index: ReachIndex, from: TierState, to: TierState): Generator<Count> {
  const isOutside = [from, to].some((state) => state.tier.kind !== "interfaces");
  if (isOutside) yield* outsideCounts(index, from, to);
  else yield* insideCounts(index, from, to);
}

/** One end is outside and the only member of its tier. */
function* outsideCounts(index: ReachIndex, from: TierState, to: TierState): Generator<Count> {
  const isInbound = from.tier.kind !== "interfaces";
  const [inside, outside] = isInbound ? [to, from] : [from, to];
  const [slot] = outside.members;
  if (slot === undefined || inside.tier.kind !== "interfaces") return;
  for (const member of inside.members) {
    const [sender, receiver] = isInbound ? [slot, member] : [member, slot];
    const outcome = outcomeBetween(index, "now", sender, receiver);
    const isSpecific = isInbound && outcome !== NOTHING && isOutsideSpecific(index, inside, member, slot);
    yield { outcome, isSpecific, count: 1 };
  }
}

function isOutsideSpecific(index: ReachIndex, tier: TierState, member: number, slot: number): boolean {
  const end = index.ends.list[member];
  if (end?.kind !== "interface") return false;
  return end.points.some((point) => {
    const part = partNow(tier.outside, partKey("ingress", index.points.sites[point] ?? 0, slot));
    return (
      part !== ABSENT &&
      partSpecific(index.parts, part) !== NO_TRAFFIC &&
      partOutcome(index.parts, part) !== NOTHING
    );
  });
}

/** How many ends are seen in each way. */
type Histogram = ReadonlyMap<FaceId, number>;

/**
 * What passes from a to b depends on how the sender's rules see b and how the receiver's rules see a, and on their sites. Few
 * such faces occur, so they are counted and joined, not the interfaces. An interface is never paired with itself.
 */
function* insideCounts(index: ReachIndex, from: TierState, to: TierState): Generator<Count> {
  const receiverFaces = to.members.map((slot) => faceOf(index, from, "egress", slot));
  const senderFaces = from.members.map((slot) => faceOf(index, to, "ingress", slot, true));
  const receivers = histogram(receiverFaces);
  for (const [ingress, sending] of histogram(senderFaces)) {
    for (const [egress, receiving] of receivers) {
      const selves =
        from === to
          ? senderFaces.filter((face, at) => face === ingress && receiverFaces[at] === egress).length
          : 0;
      const count = sending * receiving - selves;
      if (count === 0) continue;
      const decision = decideFaces(index, to, egress, ingress);
      yield { outcome: decision >> 1, isSpecific: (decision & 1) === 1, count };
    }
  }
}

function histogram(faces: readonly FaceId[]): Histogram {
  const counts = new Map<FaceId, number>();
  for (const face of faces) counts.set(face, (counts.get(face) ?? 0) + 1);
  return counts;
}

/** How a tier's rules see an end. A sender that starts nothing has no face. */
function faceOf(
  index: ReachIndex,
  tier: TierState,
  direction: Direction,
  slot: number,
  isSender = false,
): FaceId {
  const end = index.ends.list[slot];
  if (end?.kind !== "interface" || (isSender && !end.facts.sends)) return NO_FACE;
  return end.points.reduce<FaceId>(
    (face, point) => withPoint(index.faces, face, facePoint(index, tier, direction, end, point)),
    NO_FACE,
  );
}

function facePoint(
  index: ReachIndex,
  tier: TierState,
  direction: Direction,
  end: InterfaceEnd,
  point: PointId,
): FacePoint {
  const { sets, points } = index;
  const [family, key] = [familyAt(points, point), points.keys[point] ?? 0];
  let [cell, stranger, specific]: TrafficSetId[] = [NO_TRAFFIC, NO_TRAFFIC, NO_TRAFFIC];
  for (const row of tier.rows[direction]) {
    cell = unite(sets, cell ?? NO_TRAFFIC, cellAt(sets, points, row, point));
    stranger = unite(sets, stranger ?? NO_TRAFFIC, strangerTraffic(sets, row.rules, family, key));
    if (direction === "egress") continue;
    specific = unite(sets, specific ?? NO_TRAFFIC, specificTraffic(sets, row.rules, family, key, end.groups));
  }
  return {
    site: points.sites[point] ?? 0,
    cell: cell ?? NO_TRAFFIC,
    stranger: stranger ?? NO_TRAFFIC,
    specific: specific ?? NO_TRAFFIC,
  };
}

/** The outcome, doubled, with 1 added if a rule for less than any address gives some of it. */
function decideFaces(index: ReachIndex, to: TierState, egress: FaceId, ingress: FaceId): number {
  if (egress === NO_FACE || ingress === NO_FACE) return NOTHING;
  const known = pairValue(index.faces.decided, egress, ingress);
  if (known >= 0) return known;
  const decision = joinFaces(index, to, facePoints(index.faces, egress), facePoints(index.faces, ingress));
  if (decision.isMemorable) putPair(index.faces.decided, egress, ingress, decision.value);
  return decision.value;
}

type Decision = Readonly<{ value: number; isMemorable: boolean }>;

/** Not memorable where the receiver sees another source: that depends on its rules, not on its face. */
function joinFaces(
  index: ReachIndex,
  to: TierState,
  destinations: readonly FacePoint[],
  sources: readonly FacePoint[],
): Decision {
  const byFamily: (OutcomeId | null)[] = [null, null];
  let [isSpecific, isMemorable] = [false, true];
  for (const source of sources) {
    const family = index.sites.list[source.site]?.family;
    for (const destination of destinations) {
      if (index.sites.list[destination.site]?.family !== family) continue;
      const met = meet(index, to, source, destination);
      const at = family === 4 ? 0 : 1;
      byFamily[at] = withOutcome(index.outcomes, byFamily[at] ?? null, met.outcome);
      isSpecific ||= met.isSpecific;
      isMemorable &&= met.isMemorable;
    }
  }
  const outcome = joinFamilies(index.outcomes, byFamily[0] ?? null, byFamily[1] ?? null);
  return { value: outcome * 2 + (isSpecific ? 1 : 0), isMemorable };
}

type Meeting = Readonly<{ outcome: OutcomeId; isSpecific: boolean; isMemorable: boolean }>;

function meet(index: ReachIndex, to: TierState, source: FacePoint, destination: FacePoint): Meeting {
  const { kinds, sets, outcomes } = index;
  const kind = wayKind(index, presentWays(index), source.site, destination.site);
  const flags = kinds.flags[kind] ?? 0;
  const out = (flags & KEEPS_OUT) !== 0 ? destination.cell : destination.stranger;
  const seen = kinds.seen[kind] ?? null;
  const family = index.sites.list[source.site]?.family ?? 4;
  const asSeen = (key: NonNullable<typeof seen>): TrafficSetId =>
    to.rows.ingress.reduce<TrafficSetId>(
      (sum, row) => unite(sets, sum, strangerTraffic(sets, row.rules, family, key)),
      NO_TRAFFIC,
    );
  const known = (flags & KEEPS_IN) !== 0 ? source.cell : source.stranger;
  const into = seen === null ? known : asSeen(seen);
  const outcome = decide(outcomes, out, kind, into);
  const passing = intersect(sets, source.specific, outcomeAt(outcomes, outcome).some);
  return { outcome, isSpecific: passing !== NO_TRAFFIC, isMemorable: seen === null };
}
