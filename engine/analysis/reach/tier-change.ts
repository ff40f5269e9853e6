import type { Family } from "../../net/cidr";
import { compareFlows, GAINED, LOST, NOW, sharedFamilies, startOf } from "./flow";
import { writeParts } from "./flow-parts";
import type { PairChange } from "./pair-change";
import { presentWays, type ReachIndex, type WayView } from "./reach-index";
import { groupsCellAt, onlyRow, type Row } from "./row";
import { isGroupsCellChanged } from "./row-change";
import type { SiteId } from "./site";
import type { TierState } from "./tier";
import { type FamilyLook, isOther, type KnownLooks, type Look, looksOf, NO_LOOK } from "./tier-look";
import type { WayKindId } from "./way-kind";
import { wayKind } from "./ways";

/** A sender and a receiver that stand for `count` pairs, of which the same is another. */
export type NoteAlike = (sender: number, receiver: number, change: PairChange, count: number) => void;

/**
 * What is another between all members of two tiers that are as they were, while rules are others. Members that look alike to
 * the other's rules, before and now, and whose ways are alike, are compared once. False where that does not tell, and nothing
 * was noted.
 */
export function tierChanges(
  index: ReachIndex,
  known: KnownLooks,
  from: TierState,
  to: TierState,
  note: NoteAlike,
): boolean {
  const [out, into] = [onlyRow(from.rows.egress), onlyRow(to.rows.ingress)];
  if (from === to || out === null || into === null) return false;
  const [senders, receivers] = [
    looksOf(index, known, from, into, "senders"),
    looksOf(index, known, to, out, "receivers"),
  ];
  if (senders === null || receivers === null) return false;
  const meeting: Meeting = { index, view: presentWays(index), out, into, from, to, alike: [] };
  if (!meetEach(meeting, senders, receivers)) return false;
  for (const { sender, receiver, change, count } of meeting.alike) {
    if ((change & (GAINED | LOST)) !== 0) note(sender, receiver, change, count);
  }
  return true;
}

/** Only looks of which rules say something else now can fare otherwise, and senders that are shown under another address. */
function meetEach(meeting: Meeting, senders: readonly Look[], receivers: readonly Look[]): boolean {
  const { index, out, into, from, to } = meeting;
  const mayAll = index.strangers.has(into) || isOtherOf(out, to) || isOtherOf(into, from);
  return senders.every((sender) =>
    receivers.every(
      (receiver) => (!mayAll && !isOther(sender) && !isOther(receiver)) || meetAll(meeting, sender, receiver),
    ),
  );
}

type Meeting = Readonly<{
  index: ReachIndex;
  view: WayView;
  out: Row;
  into: Row;
  from: TierState;
  to: TierState;
  alike: Alike[];
}>;

/** Pairs of two looks whose ways are of the same kinds. */
type Alike = {
  readonly kind4: WayKindId;
  readonly kind6: WayKindId;
  readonly sender: number;
  readonly receiver: number;
  readonly change: PairChange;
  count: number;
};

/** Does a row say something else of the groups of a tier? */
const isOtherOf = (row: Row, { groups }: TierState): boolean =>
  FAMILIES.some((family) => isGroupsCellChanged(row, family, groups.number));

const FAMILIES = [4, 6] as const;

/** No kind of way: the two do not share the family. */
const NOT_SHARED = -1;

/** False where a way shows the sender under another address. */
function meetAll(meeting: Meeting, sender: Look, receiver: Look): boolean {
  const first = meeting.alike.length;
  for (const from of sender.places) {
    for (const to of receiver.places) {
      const kind4 = sharedKind(meeting, sender.ipv4, receiver.ipv4, from.ipv4, to.ipv4);
      const kind6 = sharedKind(meeting, sender.ipv6, receiver.ipv6, from.ipv6, to.ipv6);
      if (isShown(meeting, kind4) || isShown(meeting, kind6)) return false;
      const alike =
        alikeFrom(meeting.alike, first, kind4, kind6) ??
        firstAlike(meeting, sender, receiver, [from.slot, to.slot], kind4, kind6);
      alike.count += from.count * to.count;
    }
  }
  return true;
}

const sharedKind = (
  { index, view }: Meeting,
  sender: FamilyLook,
  receiver: FamilyLook,
  from: SiteId,
  to: SiteId,
): WayKindId => (sender === NO_LOOK || receiver === NO_LOOK ? NOT_SHARED : wayKind(index, view, from, to));

function alikeFrom(
  alike: readonly Alike[],
  first: number,
  kind4: WayKindId,
  kind6: WayKindId,
): Alike | undefined {
  for (let at = first; at < alike.length; at++) {
    const one = alike[at];
    if (one?.kind4 === kind4 && one.kind6 === kind6) return one;
  }
  return undefined;
}

/** Does a way show the sender under another address? */
const isShown = ({ index }: Meeting, kind: WayKindId): boolean =>
  kind !== NOT_SHARED && index.kinds.seen[kind] !== null;

function firstAlike(
  meeting: Meeting,
  sender: Look,
  receiver: Look,
  [from, to]: readonly [sender: number, receiver: number],
  kind4: WayKindId,
  kind6: WayKindId,
): Alike {
  writeFlows(meeting, sender.ipv4, receiver.ipv4, 4, kind4);
  writeFlows(meeting, sender.ipv6, receiver.ipv6, 6, kind6);
  const { sets, comparer } = meeting.index;
  const shared = sharedFamilies(kind4 !== NOT_SHARED, kind6 !== NOT_SHARED);
  const change = compareFlows(sets, comparer, shared, true);
  const alike = { kind4, kind6, sender: from, receiver: to, change, count: 0 };
  meeting.alike.push(alike);
  return alike;
}

/** What passes between two looks before and now, in its place among the flows. */
function writeFlows(
  { index, out, into, from, to }: Meeting,
  sender: FamilyLook,
  receiver: FamilyLook,
  family: Family,
  kind: WayKindId,
): void {
  if (sender === NO_LOOK || receiver === NO_LOOK) return;
  for (const isBefore of [true, false]) {
    writeParts(index, startOf(family) + (isBefore ? 0 : NOW), kind, {
      outByAddress: isBefore ? receiver.before : receiver.now,
      outByGroups: groupsCellAt(out, isBefore, family, to.groups.number),
      intoByAddress: isBefore ? sender.before : sender.now,
      intoByGroups: groupsCellAt(into, isBefore, family, from.groups.number),
    });
  }
}
