import type { Family } from "../../net/cidr";
import { NO_TRAFFIC } from "../../net/traffic-set";
import { NOW, type Shared, sharedFamilies, startOf } from "./flow";
import { writeParts } from "./flow-parts";
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

/** What a block's pairs have in common, by family, before and now. Null where their parts do not tell. */
export type Sides = readonly (readonly [before: Side | null, now: Side | null])[];

export const sidesOf = (index: ReachIndex, block: Block): Sides | null =>
  isPlainBlock(block)
    ? [
        [sideOf(index, block, "before", 4), sideOf(index, block, "now", 4)],
        [sideOf(index, block, "before", 6), sideOf(index, block, "now", 6)],
      ]
    : null;

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

/**
 * Writes what passes between the one end and a member. Null where parts do not tell: several addresses, ways that show another
 * sender, one family at one moment and two at the other.
 */
export function writeMember(
  index: ReachIndex,
  { isSending }: Block,
  sides: Sides,
  member: number,
): Shared | null {
  const end = index.ends.list[member];
  if (end?.kind !== "interface" || !end.isPlain) return null;
  if (!isSending && !end.facts.sends) return "none";
  const ipv4 = writeFamily(index, isSending, sides[0], end.ipv4, 4);
  const ipv6 = writeFamily(index, isSending, sides[1], end.ipv6, 6);
  if (ipv4 === null || ipv6 === null) return null;
  return ipv4 && ipv6 && !areSharedAlike(sides) ? null : sharedFamilies(ipv4, ipv6);
}

/** Writes what passes from one end to another that is as it was. Null where parts do not tell. */
export function writePair(index: ReachIndex, sender: number, receiver: number): Shared | null {
  const isSending = !index.endsBefore.has(receiver);
  if (!isSending && index.endsBefore.has(sender)) return null;
  const [slot, member] = isSending ? [sender, receiver] : [receiver, sender];
  const tier = index.tierOfSlot[member] ?? null;
  if (tier === null) return null;
  const block: Block = { slot, one: oneEnd(index, slot), tier, isSending };
  const sides = sidesOf(index, block);
  return sides === null ? null : writeMember(index, block, sides, member);
}

/** Are both families shared at a moment, or none? */
const areSharedAlike = ([ipv4, ipv6]: Sides): boolean =>
  [0, 1].every((moment) => (ipv4?.[moment] == null) === (ipv6?.[moment] == null));

/** Null where the way shows the sender under another address; else whether the two share the family. */
function writeFamily(
  index: ReachIndex,
  isSending: boolean,
  sides: Sides[number] | undefined,
  point: number,
  family: Family,
): boolean | null {
  const [before, now] = sides ?? [null, null];
  if (point < 0 || (before === null && now === null)) return false;
  const start = startOf(family);
  const isTold =
    writeSide(index, start, isSending, before, point) && writeSide(index, start + NOW, isSending, now, point);
  return isTold || null;
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
