import type { Family } from "../../net/cidr";
import { NO_TRAFFIC } from "../../net/traffic-set";
import { compareFamilies, compareFamily, GAINED, LOST, NOW, startOf } from "./flow";
import { HIDDEN, NOT_SHARED, WRITTEN, writeParts } from "./flow-parts";
import { isSameEnd, outcomeChange, type PairChange } from "./pair-change";
import { type EndState, endState, type Moment, waysAt } from "./pair-outcome";
import type { ReachIndex, WayView } from "./reach-index";
import { addressCellAt, groupsCellAt, type Row } from "./row";
import type { SiteId } from "./site";
import type { TierState } from "./tier";
import { rememberedWay, UNKNOWN_WAY } from "./way-kind";
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

/** -1 where parts do not tell: several addresses, ways that show another sender, one family at one moment and two at the other. */
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
  const ipv4 = writeFamily(index, isSending, sides[0], end.ipv4, 4);
  const ipv6 = writeFamily(index, isSending, sides[1], end.ipv6, 6);
  if (ipv4 === HIDDEN || ipv6 === HIDDEN) return -1;
  if (ipv4 === WRITTEN && ipv6 === WRITTEN)
    return areSharedAlike(sides) ? compareFamilies(index.sets, index.comparer, isSame) : -1;
  if (ipv4 === NOT_SHARED && ipv6 === NOT_SHARED) return 0;
  return compareFamily(index.sets, index.comparer, ipv4 === WRITTEN ? 4 : 6, isSame);
}

/** Are both families shared at a moment, or none? */
const areSharedAlike = ([ipv4, ipv6]: Sides): boolean =>
  [0, 1].every((moment) => (ipv4?.[moment] == null) === (ipv6?.[moment] == null));

function writeFamily(
  index: ReachIndex,
  isSending: boolean,
  sides: Sides[number] | undefined,
  point: number,
  family: Family,
): typeof WRITTEN | typeof NOT_SHARED | typeof HIDDEN {
  const [before, now] = sides ?? [null, null];
  if (point < 0 || (before === null && now === null)) return NOT_SHARED;
  const start = startOf(family);
  const isTold =
    writeSide(index, start, isSending, before, point) && writeSide(index, start + NOW, isSending, now, point);
  return isTold ? WRITTEN : HIDDEN;
}

/** What passes at one moment. False where the way shows the sender under another address. */
function writeSide(
  index: ReachIndex,
  start: number,
  isSending: boolean,
  side: Side | null,
  point: number,
): boolean {
  if (side === null) {
    index.comparer.flows.fill(NO_TRAFFIC, start, start + NOW);
    return true;
  }
  const own = side.view.sites[point] ?? 0;
  const kind = isSending ? kindOf(index, side, side.site, own) : kindOf(index, side, own, side.site);
  if (index.kinds.seen[kind] !== null) return false;
  const { fixedByAddress, fixedByGroups, memberByGroups } = side;
  const byAddress = addressCellAt(side.memberRow, side.isBefore, point);
  writeParts(
    index,
    start,
    kind,
    isSending
      ? {
          outByAddress: byAddress,
          outByGroups: memberByGroups,
          intoByAddress: fixedByAddress,
          intoByGroups: fixedByGroups,
        }
      : {
          outByAddress: fixedByAddress,
          outByGroups: fixedByGroups,
          intoByAddress: byAddress,
          intoByGroups: memberByGroups,
        },
  );
  return true;
}

function kindOf(index: ReachIndex, { view }: Side, from: SiteId, to: SiteId): number {
  const known = rememberedWay(view.memory, from, to);
  return known === UNKNOWN_WAY ? wayKind(index, view, from, to) : known;
}
