import type { Direction } from "../../model/security-group";
import type { AddressKey } from "../../net/address-map";
import type { Family } from "../../net/cidr";
import { NO_TRAFFIC, type TrafficSetId, unite } from "../../net/traffic-set";
import type { AnyEnd, InterfaceEnd } from "./end";
import { decide, joinFamilies, NOTHING, type OutcomeId, withOutcome } from "./outcome";
import { ABSENT, partBefore, partKey, partNow, partOutcome } from "./outside-part";
import { familyAt, type PointId } from "./point";
import { presentWays, type ReachIndex, type WayView } from "./reach-index";
import { cellAt, cellBefore, type Row, strangerTraffic } from "./row";
import type { TierState } from "./tier";
import { KEEPS_IN, KEEPS_OUT, type WayKindId } from "./way-kind";
import { wayKind } from "./ways";

/** Now, or at the last settlement. */
export type Moment = "now" | "before";

/** An end with the tier it belongs to at a moment. */
export type EndState = Readonly<{ end: AnyEnd; tier: TierState }>;

/** Null where there is no such end at that moment. */
export function endState(index: ReachIndex, moment: Moment, slot: number): EndState | null {
  if (moment === "before") {
    const before = index.endsBefore.get(slot);
    if (before !== undefined) return before;
  }
  const [end, tier] = [index.ends.list[slot] ?? null, index.tierOfSlot[slot] ?? null];
  return end === null || tier === null ? null : { end, tier };
}

export const waysAt = (index: ReachIndex, moment: Moment): WayView =>
  (moment === "before" ? index.waysBefore : null) ?? presentWays(index);

/** What passes from one end to another. Nothing to itself, and nothing between two outside ends. */
export function outcomeBetween(
  index: ReachIndex,
  moment: Moment,
  sender: number,
  receiver: number,
): OutcomeId {
  if (sender === receiver) return NOTHING;
  const from = endAtMoment(index, moment, sender);
  const to = endAtMoment(index, moment, receiver);
  const fromTier = tierAtMoment(index, moment, sender);
  const toTier = tierAtMoment(index, moment, receiver);
  if (from === null || to === null || fromTier === null || toTier === null) return NOTHING;
  if (from.kind === "outside") {
    return to.kind === "outside" ? NOTHING : outsideOutcome(index, moment, "ingress", toTier, to, sender);
  }
  if (!from.facts.sends) return NOTHING;
  if (to.kind === "outside") return outsideOutcome(index, moment, "egress", fromTier, from, receiver);
  return insideOutcome(index, moment, fromTier, from, toTier, to);
}

/** The end in a slot at a moment; null where there is none. */
export function endAtMoment(index: ReachIndex, moment: Moment, slot: number): AnyEnd | null {
  const before = beforeAt(index, moment, slot);
  return before === undefined ? (index.ends.list[slot] ?? null) : (before?.end ?? null);
}

/** The tier of the end in a slot at a moment. */
export function tierAtMoment(index: ReachIndex, moment: Moment, slot: number): TierState | null {
  const before = beforeAt(index, moment, slot);
  return before === undefined ? (index.tierOfSlot[slot] ?? null) : (before?.tier ?? null);
}

const beforeAt = ({ endsBefore }: ReachIndex, moment: Moment, slot: number) =>
  moment === "before" && endsBefore.size > 0 ? endsBefore.get(slot) : undefined;

function outsideOutcome(
  index: ReachIndex,
  moment: Moment,
  direction: Direction,
  tier: TierState,
  end: InterfaceEnd,
  slot: number,
): OutcomeId {
  const { sites } = waysAt(index, moment);
  const partAt = moment === "before" ? partBefore : partNow;
  const byFamily: Record<Family, OutcomeId | null> = { 4: null, 6: null };
  for (const point of end.points) {
    const family = familyAt(index.points, point);
    const part = partAt(tier.outside, partKey(direction, sites[point] ?? 0, slot));
    if (part === ABSENT) continue;
    const outcome = partOutcome(index.parts, part);
    byFamily[family] = withOutcome(index.outcomes, byFamily[family], outcome);
  }
  return joinFamilies(index.outcomes, byFamily[4], byFamily[6]);
}

function insideOutcome(
  index: ReachIndex,
  moment: Moment,
  from: TierState,
  sender: InterfaceEnd,
  to: TierState,
  receiver: InterfaceEnd,
): OutcomeId {
  if (!sender.isPlain || !receiver.isPlain) return manyOutcome(index, moment, from, sender, to, receiver);
  const ipv4 =
    sender.ipv4 < 0 || receiver.ipv4 < 0
      ? null
      : pointOutcome(index, moment, from, sender.ipv4, to, receiver.ipv4);
  if (sender.ipv6 < 0 || receiver.ipv6 < 0) return ipv4 ?? NOTHING;
  const ipv6 = pointOutcome(index, moment, from, sender.ipv6, to, receiver.ipv6);
  return ipv4 === null ? ipv6 : joinFamilies(index.outcomes, ipv4, ipv6);
}

/** Between ends with several addresses of a family. */
function manyOutcome(
  index: ReachIndex,
  moment: Moment,
  from: TierState,
  sender: InterfaceEnd,
  to: TierState,
  receiver: InterfaceEnd,
): OutcomeId {
  const byFamily: Record<Family, OutcomeId | null> = { 4: null, 6: null };
  for (const source of sender.points) {
    const family = familyAt(index.points, source);
    for (const destination of receiver.points) {
      if (familyAt(index.points, destination) !== family) continue;
      const outcome = pointOutcome(index, moment, from, source, to, destination);
      byFamily[family] = withOutcome(index.outcomes, byFamily[family], outcome);
    }
  }
  return joinFamilies(index.outcomes, byFamily[4], byFamily[6]);
}

/** What the rules on both sides permit between two addresses, and the way between them. */
export type Sides = Readonly<{
  kind: WayKindId;
  out: TrafficSetId;
  into: TrafficSetId;
  knowsReceiver: boolean;
  knowsSender: boolean;
  seen: AddressKey | null;
}>;

export function pointSides(
  index: ReachIndex,
  moment: Moment,
  from: TierState["rows"],
  source: PointId,
  to: TierState["rows"],
  destination: PointId,
): Sides {
  const view = waysAt(index, moment);
  const kind = wayKind(index, view, view.sites[source] ?? 0, view.sites[destination] ?? 0);
  const flags = index.kinds.flags[kind] ?? 0;
  const [knowsReceiver, knowsSender] = [(flags & KEEPS_OUT) !== 0, (flags & KEEPS_IN) !== 0];
  const seen = index.kinds.seen[kind] ?? null;
  const out = sideTraffic(index, moment, from.egress, destination, knowsReceiver, null);
  const into = sideTraffic(index, moment, to.ingress, source, knowsSender, seen);
  return { kind, out, into, knowsReceiver, knowsSender, seen };
}

function pointOutcome(
  index: ReachIndex,
  moment: Moment,
  from: TierState,
  source: PointId,
  to: TierState,
  destination: PointId,
): OutcomeId {
  const view = waysAt(index, moment);
  const kind = wayKind(index, view, view.sites[source] ?? 0, view.sites[destination] ?? 0);
  if (index.kinds.some[kind] === NO_TRAFFIC) return NOTHING;
  const flags = index.kinds.flags[kind] ?? 0;
  const out = sideTraffic(index, moment, from.rows.egress, destination, (flags & KEEPS_OUT) !== 0, null);
  if (out === NO_TRAFFIC) return NOTHING;
  const seen = index.kinds.seen[kind] ?? null;
  const into = sideTraffic(index, moment, to.rows.ingress, source, (flags & KEEPS_IN) !== 0, seen);
  return decide(index.outcomes, out, kind, into);
}

/** What rows permit for a far address: known by its groups, or a stranger that is seen under another address. */
function sideTraffic(
  index: ReachIndex,
  moment: Moment,
  rows: readonly Row[],
  point: PointId,
  isKnown: boolean,
  seen: AddressKey | null,
): TrafficSetId {
  let traffic: TrafficSetId = NO_TRAFFIC;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) continue;
    const own =
      isKnown && seen === null
        ? knownTraffic(index, moment, row, point)
        : asStranger(index, moment, row, point, seen);
    traffic = traffic === NO_TRAFFIC ? own : unite(index.sets, traffic, own);
  }
  return traffic;
}

const knownTraffic = (
  { sets, points }: ReachIndex,
  moment: Moment,
  row: Row,
  point: PointId,
): TrafficSetId =>
  moment === "before" ? cellBefore(sets, points, row, point) : cellAt(sets, points, row, point);

function asStranger(
  { sets, points }: ReachIndex,
  moment: Moment,
  row: Row,
  point: PointId,
  seen: AddressKey | null,
): TrafficSetId {
  const rules = moment === "before" ? (row.rulesBefore ?? row.rules) : row.rules;
  return strangerTraffic(sets, rules, familyAt(points, point), seen ?? points.keys[point] ?? 0);
}
