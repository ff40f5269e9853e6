import { NO_TRAFFIC } from "../../net/traffic-set";
import { areFlowsEqual, compareFlows, type Flows, GAINED, HAS, LOST, NOW } from "./flow";
import { isSameEnd, outcomeChange, type PairChange } from "./pair-change";
import { type EndState, endState, type Moment, waysAt } from "./pair-outcome";
import type { ReachIndex, WayView } from "./reach-index";
import { addressCellAt, groupsCellAt, type Row } from "./row";
import type { SiteId } from "./site";
import type { TierState } from "./tier";
import { KEEPS_BOTH, rememberedWay, UNKNOWN_WAY } from "./way-kind";
import { wayKind } from "./ways";

/** One end and all members of a tier, in one direction. What they have in common is looked up once. */
export type Block = Readonly<{
  slot: number;
  one: OneEnd;
  tier: TierState;
  /** The one end sends, else it receives. */
  isSending: boolean;
}>;

/** An end at both moments; null where there is none. */
export type OneEnd = Readonly<Record<Moment, EndState | null>>;

export const oneEnd = (index: ReachIndex, slot: number): OneEnd => ({
  before: endState(index, "before", slot),
  now: endState(index, "now", slot),
});

/** Called with the slot of a member and what is another between it and the one end. */
export type Emit = (member: number, change: PairChange) => void;

type Family = 4 | 6;

/** What a block's pairs have in common at a moment, in one family. Null: nothing passes. */
type Side = Readonly<{
  view: WayView;
  site: SiteId;
  /** What the tier's rules permit for the one end, and what the one end's rules permit for the tier's groups. */
  fixedByAddress: number;
  fixedByGroups: number;
  memberByGroups: number;
  memberRow: Row;
  isBefore: boolean;
}>;

/** Compares each pair of a block; those that parts do not tell are compared as a whole. Members that `isLeftOut` are not. */
export function blockChanges(
  index: ReachIndex,
  block: Block,
  isLeftOut: (member: number) => boolean,
  emit: Emit,
): void {
  const { slot, tier } = block;
  const isQuick = isPlainBlock(block);
  const sides = isQuick
    ? [
        [sideOf(index, block, "before", 4), sideOf(index, block, "now", 4)] as const,
        [sideOf(index, block, "before", 6), sideOf(index, block, "now", 6)] as const,
      ]
    : [];
  const isSame = isSameEnd(index, slot);
  for (const member of tier.members) {
    if (member === slot || isLeftOut(member)) continue;
    const quick = isQuick ? quickChange(index, block, sides, member, isSame) : -1;
    const change = quick >= 0 ? quick : slowChange(index, block, member);
    if ((change & (GAINED | LOST)) !== 0) emit(member, change);
  }
}

const slowChange = (index: ReachIndex, { slot, isSending }: Block, member: number): PairChange =>
  isSending ? outcomeChange(index, slot, member) : outcomeChange(index, member, slot);

/** One row a direction on both sides at both moments, and one address a family at the one end. */
const isPlainBlock = ({ tier, one }: Block): boolean =>
  tier.rows.egress.length === 1 &&
  tier.rows.ingress.length === 1 &&
  isPlainEnd(one.before) &&
  isPlainEnd(one.now);

function isPlainEnd(state: EndState | null): boolean {
  if (state === null) return true;
  const { end, tier } = state;
  return (
    end.kind === "interface" && end.isPlain && tier.rows.egress.length === 1 && tier.rows.ingress.length === 1
  );
}

function sideOf(
  index: ReachIndex,
  { tier, one, isSending }: Block,
  moment: Moment,
  family: Family,
): Side | null {
  const state = one[moment];
  if (state === null || state.end.kind !== "interface") return null;
  const { end, tier: own } = state;
  const point = family === 6 ? end.ipv6 : end.ipv4;
  if (point < 0 || (isSending && !end.facts.sends)) return null;
  const fixedRow = isSending ? tier.rows.ingress[0] : tier.rows.egress[0];
  const memberRow = isSending ? own.rows.egress[0] : own.rows.ingress[0];
  if (fixedRow === undefined || memberRow === undefined) return null;
  const view = waysAt(index, moment);
  const isBefore = moment === "before";
  return {
    view,
    site: view.sites[point] ?? 0,
    fixedByAddress: addressCellAt(fixedRow, isBefore, point),
    fixedByGroups: groupsCellAt(fixedRow, isBefore, family, own.groups.number),
    memberByGroups: groupsCellAt(memberRow, isBefore, family, tier.groups.number),
    memberRow,
    isBefore,
  };
}

type Sides = readonly (readonly [before: Side | null, now: Side | null])[];

/** -1 where parts do not tell: several addresses, ways that hide who sends, replies for some client ports, both families. */
function quickChange(
  index: ReachIndex,
  { isSending }: Block,
  sides: Sides,
  member: number,
  isSame: boolean,
): PairChange {
  const end = index.ends.list[member];
  if (end?.kind !== "interface" || !end.isPlain) return -1;
  if (!isSending && !end.facts.sends) return 0;
  const isOnlyFamily = end.ipv4 < 0 || end.ipv6 < 0;
  const ipv4 = familyChange(index, isSending, sides[0], end.ipv4, isOnlyFamily);
  const ipv6 = familyChange(index, isSending, sides[1], end.ipv6, isOnlyFamily);
  if (ipv4 < 0 || ipv6 < 0) return -1;
  return together(ipv4, ipv6, isSame);
}

const CHANGED = GAINED | LOST;

/** Two families are told apart as long as but one of them changed, and what it changed can be held against the other. */
function together(ipv4: PairChange, ipv6: PairChange, isSame: boolean): PairChange {
  if ((ipv4 & CHANGED) === 0 && (ipv6 & CHANGED) === 0) return 0;
  if ((ipv4 & CHANGED) !== 0 && (ipv6 & CHANGED) !== 0) return -1;
  const other = (ipv4 & CHANGED) !== 0 ? ipv6 : ipv4;
  return (other & HAS) !== 0 && !isSame ? -1 : ipv4 | ipv6;
}

function familyChange(
  index: ReachIndex,
  isSending: boolean,
  sides: Sides[number] | undefined,
  point: number,
  isOnlyFamily: boolean,
): PairChange {
  const [before, now] = sides ?? [null, null];
  if (point < 0 || (before === null && now === null)) return 0;
  const { flows } = index.comparer;
  const isTold =
    writeSide(index, flows, 0, isSending, before, point) &&
    writeSide(index, flows, NOW, isSending, now, point);
  if (!isTold) return -1;
  return areFlowsEqual(flows) && isOnlyFamily ? 0 : compareFlows(index.sets, index.comparer);
}

/** The five parts of what passes at one moment. False where the way does not let them tell. */
function writeSide(
  index: ReachIndex,
  flows: Flows,
  start: number,
  isSending: boolean,
  side: Side | null,
  point: number,
): boolean {
  if (side === null) {
    flows.fill(0, start, start + NOW);
    return true;
  }
  const own = side.view.sites[point] ?? 0;
  const kind = isSending ? kindOf(index, side, side.site, own) : kindOf(index, side, own, side.site);
  const { kinds } = index;
  const way = kinds.some[kind] ?? NO_TRAFFIC;
  if (kinds.flags[kind] !== KEEPS_BOTH || kinds.seen[kind] !== null || kinds.whole[kind] !== way)
    return false;
  const byAddress = addressCellAt(side.memberRow, side.isBefore, point);
  flows[start] = isSending ? byAddress : side.fixedByAddress;
  flows[start + 1] = isSending ? side.memberByGroups : side.fixedByGroups;
  flows[start + 2] = way;
  flows[start + 3] = isSending ? side.fixedByAddress : byAddress;
  flows[start + 4] = isSending ? side.fixedByGroups : side.memberByGroups;
  return true;
}

function kindOf(index: ReachIndex, { view }: Side, from: SiteId, to: SiteId): number {
  const known = rememberedWay(view.memory, from, to);
  return known === UNKNOWN_WAY ? wayKind(index, view, from, to) : known;
}
