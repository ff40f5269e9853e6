import { haveCommon, NO_TRAFFIC } from "../../net/traffic-set";
import type { InterfaceEnd } from "./end";
import { outcomeAt } from "./outcome";
import { outcomeBetween } from "./pair-outcome";
import { familyAt, type PointId } from "./point";
import { presentWays, type ReachIndex } from "./reach-index";
import { addressCell, groupsCell } from "./row";
import type { TierState } from "./tier";
import { KEEPS_BOTH } from "./way-kind";
import { wayKind } from "./ways";

/** Does anything pass from one end to another? Says no more, and makes no set. */
export function hasPath(index: ReachIndex, sender: number, receiver: number): boolean {
  const quick = insidePath(index, sender, receiver);
  if (quick !== null) return quick;
  return outcomeAt(index.outcomes, outcomeBetween(index, "now", sender, receiver)).some !== NO_TRAFFIC;
}

/** Null where it is not that plain: an end outside, or a way that hides who sends. */
function insidePath(index: ReachIndex, sender: number, receiver: number): boolean | null {
  const [from, to] = [index.ends.list[sender], index.ends.list[receiver]];
  const [fromTier, toTier] = [index.tierOfSlot[sender], index.tierOfSlot[receiver]];
  if (from?.kind !== "interface" || to?.kind !== "interface" || !fromTier || !toTier) return null;
  if (sender === receiver || !from.facts.sends) return false;
  return pointsPath(index, from, fromTier, to, toTier);
}

function pointsPath(
  index: ReachIndex,
  from: InterfaceEnd,
  fromTier: TierState,
  to: InterfaceEnd,
  toTier: TierState,
): boolean | null {
  for (const source of from.points) {
    for (const destination of to.points) {
      if (index.points.families[source] !== index.points.families[destination]) continue;
      const answer = pointPath(index, source, fromTier, destination, toTier);
      if (answer !== false) return answer;
    }
  }
  return false;
}

function pointPath(
  index: ReachIndex,
  source: PointId,
  fromTier: TierState,
  destination: PointId,
  toTier: TierState,
): boolean | null {
  const { kinds, sets, points } = index;
  const view = presentWays(index);
  const kind = wayKind(index, view, view.sites[source] ?? 0, view.sites[destination] ?? 0);
  if (kinds.flags[kind] !== KEEPS_BOTH || kinds.seen[kind] !== null) return null;
  const way = kinds.some[kind] ?? NO_TRAFFIC;
  const family = familyAt(points, source);
  for (const out of fromTier.rows.egress) {
    for (const into of toTier.rows.ingress) {
      const own = addressCell(out, destination);
      const ownByGroups = groupsCell(out, family, toTier.groups.number);
      const far = addressCell(into, source);
      const farByGroups = groupsCell(into, family, fromTier.groups.number);
      const isPassing =
        haveCommon(sets, own, way, far) ||
        haveCommon(sets, own, way, farByGroups) ||
        haveCommon(sets, ownByGroups, way, far) ||
        haveCommon(sets, ownByGroups, way, farByGroups);
      if (isPassing) return true;
    }
  }
  return false;
}
