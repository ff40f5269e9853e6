import type { SecurityGroupRuleId } from "../../model/id";
import type { Direction } from "../../model/security-group";
import { addressSetOf, intersectAddresses } from "../../net/address-set";
import { intersect, NO_TRAFFIC } from "../../net/traffic-set";
import type { EndId, PairRules, TierId } from "../answer";
import { type CompiledRule, speaksOf } from "../compiled-rule";
import type { InterfaceEnd, OutsideEnd } from "./end";
import { type GroupSet, groupSetOf } from "./group-set";
import { stretches } from "./outside-part";
import { pointSides } from "./pair-outcome";
import { familyAt, type PointId } from "./point";
import type { ReachIndex } from "./reach-index";
import { compareTexts, type TierState } from "./tier";
import { outsideWays } from "./ways";

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

/** Rules of the tier of `own` that let something through to or from `others` which all else on the way lets through too. */
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
  for (const [member, slot] of pairsOf(own, others)) {
    if (left.size === 0) break;
    const giving = [...left].filter((rule) => contributes(index, rule, member, slot));
    for (const rule of giving) left.delete(rule);
    found.push(...giving.map((rule) => rule.ruleId));
  }
  return found.toSorted(compareTexts);
}

/** An interface is never paired with itself. */
function* pairsOf(
  own: readonly number[],
  others: readonly number[],
): Generator<readonly [member: number, slot: number]> {
  for (const slot of others) for (const member of own) if (member !== slot) yield [member, slot];
}

function contributes(index: ReachIndex, rule: CompiledRule, own: number, other: number): boolean {
  const [end, far] = [index.ends.list[own], index.ends.list[other]];
  if (end?.kind !== "interface" || !far) return false;
  const sender = rule.direction === "egress" ? end : far;
  if (sender.kind === "interface" && !sender.facts.sends) return false;
  return end.points.some((point) =>
    far.kind === "outside"
      ? givesOutside(index, rule, point, far)
      : far.points.some((farPoint) => givesInside(index, rule, end, point, far, farPoint)),
  );
}

/** A part of the outside end that the rule speaks of, stretch by stretch. */
function givesOutside(index: ReachIndex, rule: CompiledRule, point: PointId, far: OutsideEnd): boolean {
  const { points, sets, kinds, sites } = index;
  const [family, site] = [familyAt(points, point), points.sites[point] ?? 0];
  const hasNoAddress =
    rule.direction === "ingress" && family === 4 && sites.list[site]?.held.publicAddress === null;
  if (hasNoAddress) return false;
  const spoken = intersectAddresses(far.reachable, addressSetOf(rule.blocks.map((block) => block.cidr)));
  const ways = outsideWays(index, site, rule.direction);
  for (const { kind } of stretches(family, spoken[family], ways, [])) {
    const passing = kinds.some[kind] ?? NO_TRAFFIC;
    if (intersect(sets, rule.traffic[family], passing) !== NO_TRAFFIC) return true;
  }
  return false;
}

function givesInside(
  index: ReachIndex,
  rule: CompiledRule,
  own: InterfaceEnd,
  point: PointId,
  far: InterfaceEnd,
  farPoint: PointId,
): boolean {
  const { sets, points, kinds } = index;
  const family = familyAt(points, point);
  if (familyAt(points, farPoint) !== family) return false;
  const isEgress = rule.direction === "egress";
  const [from, to] = isEgress ? [own, far] : [far, own];
  const [source, destination] = isEgress ? [point, farPoint] : [farPoint, point];
  const sides = pointSides(index, "now", rowsAt(index, from), source, rowsAt(index, to), destination);
  const isKnown = isEgress ? sides.knowsReceiver : sides.knowsSender;
  const groups: GroupSet = isKnown ? far.groups : groupSetOf(index.groupSets, []);
  const seen = isEgress ? null : sides.seen;
  const address = seen ?? points.keys[farPoint] ?? 0;
  if (!speaksOf(rule, { family, address, groups })) return false;
  const otherSide = isEgress ? sides.into : sides.out;
  const passing = intersect(sets, otherSide, kinds.some[sides.kind] ?? NO_TRAFFIC);
  return intersect(sets, rule.traffic[family], passing) !== NO_TRAFFIC;
}

const rowsAt = (index: ReachIndex, { tierId }: InterfaceEnd): TierState["rows"] =>
  index.tiers.get(tierId)?.rows ?? { egress: [], ingress: [] };
