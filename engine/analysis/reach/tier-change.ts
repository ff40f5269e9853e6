import { NO_TRAFFIC } from "../../net/traffic-set";
import { compareFlows, type Flows, GAINED, LOST, NOW } from "./flow";
import type { PairChange } from "./pair-change";
import { presentWays, type ReachIndex, type WayView } from "./reach-index";
import { addressCellAt, groupsCellAt, type Row } from "./row";
import type { TierState } from "./tier";
import { KEEPS_BOTH } from "./way-kind";
import { wayKind } from "./ways";

/** A sender and a receiver that stand for `count` pairs, of which the same is another. */
export type NoteAlike = (sender: number, receiver: number, change: PairChange, count: number) => void;

/**
 * What is another between all members of two tiers that are as they were, while rules are others. Members that look alike to
 * the other's rules, before and now, are compared once. False where that does not tell, and nothing was noted.
 */
export function tierChanges(index: ReachIndex, from: TierState, to: TierState, note: NoteAlike): boolean {
  const [egress, ingress] = [from.rows.egress, to.rows.ingress];
  const [out, into] = [egress[0], ingress[0]];
  const isPlain = from !== to && egress.length === 1 && ingress.length === 1;
  if (!isPlain || out === undefined || into === undefined) return false;
  const [senders, receivers] = [looksOf(index, from, into, true), looksOf(index, to, out, false)];
  if (senders === null || receivers === null) return false;
  const found: [Look, Look, PairChange][] = [];
  const meeting: Meeting = { index, view: presentWays(index), out, into, from, to };
  for (const sender of senders) {
    for (const receiver of receivers) {
      const change = meet(meeting, sender, receiver);
      if (change < 0) return false;
      if ((change & (GAINED | LOST)) !== 0) found.push([sender, receiver, change]);
    }
  }
  for (const [sender, receiver, change] of found) {
    note(sender.slot, receiver.slot, change, sender.count * receiver.count);
  }
  return true;
}

/** In each family its site and what a row gives it by address, before and now; -1 for a family without an address. */
type Look = { slot: number; count: number; ipv4: FamilyLook; ipv6: FamilyLook };
type FamilyLook = Readonly<{ site: number; before: number; now: number }>;

const NO_ADDRESS: FamilyLook = { site: -1, before: 0, now: 0 };

/** Null where a member has several addresses of a family. Ends that are others are left out: they are compared by themselves. */
function looksOf(
  index: ReachIndex,
  { members }: TierState,
  row: Row,
  areSenders: boolean,
): readonly Look[] | null {
  const looks: Look[] = [];
  for (const slot of members) {
    const end = index.ends.list[slot];
    if (end?.kind !== "interface" || !end.isPlain) return null;
    if (index.endsBefore.has(slot) || (areSenders && !end.facts.sends)) continue;
    const ipv4 = familyLook(index, row, end.ipv4);
    const ipv6 = familyLook(index, row, end.ipv6);
    const same = looks.find((look) => isSame(look.ipv4, ipv4) && isSame(look.ipv6, ipv6));
    if (same === undefined) looks.push({ slot, count: 1, ipv4, ipv6 });
    else same.count++;
  }
  return looks;
}

const familyLook = ({ points }: ReachIndex, row: Row, point: number): FamilyLook =>
  point < 0
    ? NO_ADDRESS
    : {
        site: points.sites[point] ?? 0,
        before: addressCellAt(row, true, point),
        now: addressCellAt(row, false, point),
      };

const isSame = (a: FamilyLook, b: FamilyLook): boolean =>
  a === b || (a.site === b.site && a.before === b.before && a.now === b.now);

type Meeting = Readonly<{
  index: ReachIndex;
  view: WayView;
  out: Row;
  into: Row;
  from: TierState;
  to: TierState;
}>;

const CHANGED = GAINED | LOST;

/** -1 where a way hides who sends or lets replies through for some ports, or both families are others at once. */
function meet(meeting: Meeting, sender: Look, receiver: Look): PairChange {
  const ipv4 = meetIn(meeting, sender.ipv4, receiver.ipv4, 4);
  const ipv6 = meetIn(meeting, sender.ipv6, receiver.ipv6, 6);
  if (ipv4 < 0 || ipv6 < 0) return -1;
  return (ipv4 & CHANGED) !== 0 && (ipv6 & CHANGED) !== 0 ? -1 : ipv4 | ipv6;
}

function meetIn(meeting: Meeting, sender: FamilyLook, receiver: FamilyLook, family: 4 | 6): PairChange {
  if (sender.site < 0 || receiver.site < 0) return 0;
  const { index, view } = meeting;
  const { kinds, comparer } = index;
  const kind = wayKind(index, view, sender.site, receiver.site);
  const way = kinds.some[kind] ?? NO_TRAFFIC;
  if (kinds.flags[kind] !== KEEPS_BOTH || kinds.seen[kind] !== null || kinds.whole[kind] !== way) return -1;
  writeFlow(meeting, comparer.flows, 0, way, receiver.before, sender.before, family);
  writeFlow(meeting, comparer.flows, NOW, way, receiver.now, sender.now, family);
  return compareFlows(index.sets, comparer);
}

function writeFlow(
  { out, into, from, to }: Meeting,
  flows: Flows,
  start: number,
  way: number,
  outByAddress: number,
  intoByAddress: number,
  family: 4 | 6,
): void {
  const isBefore = start !== NOW;
  flows[start] = outByAddress;
  flows[start + 1] = groupsCellAt(out, isBefore, family, to.groups.number);
  flows[start + 2] = way;
  flows[start + 3] = intoByAddress;
  flows[start + 4] = groupsCellAt(into, isBefore, family, from.groups.number);
}
