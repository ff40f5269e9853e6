import type { Family } from "../../net/cidr";
import { haveCommon, NO_TRAFFIC, type TrafficSetId } from "../../net/traffic-set";
import type { InterfaceEnd } from "./end";
import { hasPath } from "./has-path";
import type { PointId } from "./point";
import { presentWays, type ReachIndex, type WayView } from "./reach-index";
import { addressCell, groupsCell, onlyRow, type Row } from "./row";
import type { TierState } from "./tier";
import { KEEPS_BOTH, type WayKindId } from "./way-kind";
import { wayKind } from "./ways";

/** By slot, 1 for the ends that an end reaches, and for those that reach it. */
export type EndReach = Readonly<{ reaches: Uint8Array; reachedBy: Uint8Array }>;

/**
 * Where one end leads and what leads to it, tier by tier: what its rules and those of a tier say of each other is looked up
 * once, and members that stand and look like the one before are not decided again.
 */
export function reachOfEnd(index: ReachIndex, slot: number): EndReach {
  const count = index.ends.list.length;
  const reach: EndReach = { reaches: new Uint8Array(count), reachedBy: new Uint8Array(count) };
  for (const tier of index.tiers.values()) {
    meetTier(index, slot, tier, true, reach.reaches);
    meetTier(index, slot, tier, false, reach.reachedBy);
  }
  return reach;
}

function meetTier(
  index: ReachIndex,
  slot: number,
  tier: TierState,
  isSending: boolean,
  found: Uint8Array,
): void {
  const meeting = meetingOf(index, slot, tier, isSending);
  for (const member of tier.members) {
    if (member === slot) continue;
    const quick = meeting === null ? null : meetMember(meeting, member);
    if (quick ?? (isSending ? hasPath(index, slot, member) : hasPath(index, member, slot))) found[member] = 1;
  }
}

type Meeting = Readonly<{
  index: ReachIndex;
  view: WayView;
  isSending: boolean;
  /** The rules of the one end, which see each member by its address. */
  own: Row;
  ipv4: FamilyMeeting;
  ipv6: FamilyMeeting;
}>;

/** What is the same for all members, and what was decided last. */
type FamilyMeeting = {
  readonly point: PointId;
  /** What the one end's rules permit the tier's groups; what the tier's rules permit the one end. */
  readonly ownByGroups: TrafficSetId;
  readonly farByAddress: TrafficSetId;
  readonly farByGroups: TrafficSetId;
  kind: WayKindId;
  ownByAddress: TrafficSetId;
  passes: boolean;
};

/** Null where it is not that plain: an end or tier outside, several addresses of a family, or several rows. */
function meetingOf(index: ReachIndex, slot: number, tier: TierState, isSending: boolean): Meeting | null {
  const [end, ownTier] = [index.ends.list[slot], index.tierOfSlot[slot]];
  if (end?.kind !== "interface" || !ownTier || !end.isPlain || tier.tier.kind !== "interfaces") return null;
  const own = onlyRow(isSending ? ownTier.rows.egress : ownTier.rows.ingress);
  const far = onlyRow(isSending ? tier.rows.ingress : tier.rows.egress);
  if (own === null || far === null || (isSending && !end.facts.sends)) return null;
  const familyMeeting = (family: Family, point: PointId): FamilyMeeting => ({
    point,
    ownByGroups: groupsCell(own, family, tier.groups.number),
    farByAddress: point < 0 ? NO_TRAFFIC : addressCell(far, point),
    farByGroups: groupsCell(far, family, ownTier.groups.number),
    kind: -1,
    ownByAddress: NO_TRAFFIC,
    passes: false,
  });
  const [ipv4, ipv6] = [familyMeeting(4, end.ipv4), familyMeeting(6, end.ipv6)];
  return { index, view: presentWays(index), isSending, own, ipv4, ipv6 };
}

function meetMember(meeting: Meeting, member: number): boolean | null {
  const end = meeting.index.ends.list[member];
  if (end?.kind !== "interface" || !end.isPlain) return null;
  if (!meeting.isSending && !end.facts.sends) return false;
  const ipv4 = meetIn(meeting, meeting.ipv4, end.ipv4);
  return ipv4 === false ? meetIn(meeting, meeting.ipv6, end.ipv6) : ipv4;
}

/** Null where the way hides who sends. */
function meetIn(meeting: Meeting, family: FamilyMeeting, point: InterfaceEnd["ipv4"]): boolean | null {
  if (family.point < 0 || point < 0) return false;
  const { index, view, isSending, own } = meeting;
  const [here, there] = [view.sites[family.point] ?? 0, view.sites[point] ?? 0];
  const kind = isSending ? wayKind(index, view, here, there) : wayKind(index, view, there, here);
  const ownByAddress = addressCell(own, point);
  if (family.kind === kind && family.ownByAddress === ownByAddress) return family.passes;
  if (index.kinds.flags[kind] !== KEEPS_BOTH || index.kinds.seen[kind] !== null) return null;
  family.kind = kind;
  family.ownByAddress = ownByAddress;
  family.passes = isAnythingPassing(index, kind, family);
  return family.passes;
}

function isAnythingPassing({ sets, kinds }: ReachIndex, kind: WayKindId, family: FamilyMeeting): boolean {
  const way = kinds.some[kind] ?? NO_TRAFFIC;
  const { ownByAddress, ownByGroups, farByAddress, farByGroups } = family;
  return (
    haveCommon(sets, ownByAddress, way, farByAddress) ||
    haveCommon(sets, ownByAddress, way, farByGroups) ||
    haveCommon(sets, ownByGroups, way, farByAddress) ||
    haveCommon(sets, ownByGroups, way, farByGroups)
  );
}
