import type { SecurityGroupRuleId } from "../model/id";
import type { Direction } from "../model/security-group";
import { addressSetOf, intersectAddresses } from "../net/address-set";
import type { Family } from "../net/cidr";
import { intersect, NO_TRAFFIC, type TrafficSetId, unite } from "../net/traffic-set";
import type { EndId, PairRules, TierId } from "./answer";
import { type CompiledRule, speaksOf } from "./compiled-rule";
import type { AnyEnd, Point } from "./end";
import { passingTraffic } from "./filters";
import type { ReachIndex } from "./reach-index";
import { compareTexts, type TierState, viewNow } from "./tier";
import { pointsOf, stretches } from "./tier-view";
import { viewPart } from "./view";

const NO_RULES: PairRules = { egressRules: [], ingressRules: [] };

/** The rules on both ends that permit anything of what passes from one end to another. */
export function pairRules(index: ReachIndex, from: EndId, to: EndId): PairRules {
  const [sender, receiver] = [index.ends.slots.get(from), index.ends.slots.get(to)];
  if (sender === undefined || receiver === undefined || sender === receiver) return NO_RULES;
  return rulesBetween(index, [sender], [receiver]);
}

/** The rules on both ends that permit anything of what passes from members of one tier to members of another. */
export function tierPairRules(index: ReachIndex, from: TierId, to: TierId): PairRules {
  const [sending, receiving] = [index.tiers.get(from), index.tiers.get(to)];
  if (sending === undefined || receiving === undefined) return NO_RULES;
  return rulesBetween(index, sending.members, receiving.members);
}

const rulesBetween = (
  index: ReachIndex,
  senders: readonly number[],
  receivers: readonly number[],
): PairRules => ({
  egressRules: contributing(index, "egress", senders, receivers),
  ingressRules: contributing(index, "ingress", receivers, senders),
});

/** Rules of the tier of `own` that let something through to or from `others` which the other side lets through too. */
function contributing(
  index: ReachIndex,
  direction: Direction,
  own: readonly number[],
  others: readonly number[],
): readonly SecurityGroupRuleId[] {
  const state = index.tierOfSlot[own[0] ?? -1];
  if (!state) return [];
  const rules = state.groups.groupIds.flatMap((groupId) => index.rules.get(groupId) ?? []);
  const left = new Set(rules.filter((rule) => rule.direction === direction));
  const found: SecurityGroupRuleId[] = [];
  for (const slot of others) {
    const accepted = acceptedBy(index, direction, slot, own);
    for (const rule of left) {
      if (!contributes(index, state, rule, slot, accepted)) continue;
      left.delete(rule);
      found.push(rule.ruleId);
    }
  }
  return found.toSorted(compareTexts);
}

type Accepted = Readonly<Record<Family, TrafficSetId>>;

/** What the other side lets through between this end and any of the tier's ends but itself. */
function acceptedBy(index: ReachIndex, direction: Direction, slot: number, own: readonly number[]): Accepted {
  const state = index.tierOfSlot[slot];
  const opposite = direction === "egress" ? "ingress" : "egress";
  const views = new Set(
    own.flatMap((member) => (state && member !== slot ? [viewNow(state, opposite, member)] : [])),
  );
  const inFamily = (family: Family) =>
    [...views].reduce<TrafficSetId>(
      (all, view) => unite(index.sets, all, viewPart(index.views, view, family)?.some ?? NO_TRAFFIC),
      NO_TRAFFIC,
    );
  return { 4: inFamily(4), 6: inFamily(6) };
}

function contributes(
  index: ReachIndex,
  state: TierState,
  rule: CompiledRule,
  slot: number,
  accepted: Accepted,
): boolean {
  const end = index.ends.list[slot];
  if (!end) return false;
  return ([4, 6] as const).some((family) => {
    const wanted = intersect(index.sets, rule.traffic[family], accepted[family]);
    if (wanted === NO_TRAFFIC) return false;
    return matchedPoints(state, rule, end, family).some((point) => {
      const passing = passingTraffic(index.sets, state, rule.direction, point);
      return intersect(index.sets, wanted, passing) !== NO_TRAFFIC;
    });
  });
}

/** The addresses of an end that a rule speaks of. */
function matchedPoints(state: TierState, rule: CompiledRule, end: AnyEnd, family: Family): readonly Point[] {
  if (end.kind === "outside") {
    const shared = intersectAddresses(end.reachable, addressSetOf(rule.blocks.map((block) => block.cidr)));
    return stretches(state, rule.direction, shared, family);
  }
  return pointsOf(state, rule.direction, end, family).filter((point) => speaksOf(rule, point));
}
