import type { InterfaceEnd } from "./end";
import type { ReachIndex } from "./reach-index";
import { addressCellAt, type Row } from "./row";
import type { SiteId } from "./site";
import type { TierState } from "./tier";

/**
 * Members of a tier that look alike to a row of another tier: what it gives them by their addresses, before and now. Ways may
 * still tell them apart, so they are listed by where they stand.
 */
export type Look = Readonly<{ ipv4: FamilyLook; ipv6: FamilyLook; places: Place[] }>;

/** `NO_LOOK` where the members have no address of the family. */
export type FamilyLook = Readonly<{ before: number; now: number }>;

export const NO_LOOK: FamilyLook = { before: -1, now: -1 };

/** One member, by its slot, that stands for `count`. No site where it has no address of a family. */
export type Place = { readonly slot: number; readonly ipv4: SiteId; readonly ipv6: SiteId; count: number };

/** What was found of looks to open rows, which see everybody alike: by tier, as senders and as receivers. */
export type KnownLooks = Readonly<Record<"senders" | "receivers", Map<TierState, readonly Look[] | null>>>;

export const createKnownLooks = (): KnownLooks => ({ senders: new Map(), receivers: new Map() });

/** Null where a member has several addresses of a family. Ends that are others are left out: they are compared by themselves. */
export function looksOf(
  index: ReachIndex,
  known: KnownLooks,
  tier: TierState,
  row: Row,
  as: "senders" | "receivers",
): readonly Look[] | null {
  const isOpen = row.isOpen && row.rulesBefore === null;
  const found = isOpen ? known[as].get(tier) : undefined;
  if (found !== undefined) return found;
  const looks = newLooks(index, tier, row, as);
  if (isOpen) known[as].set(tier, looks);
  return looks;
}

function newLooks(
  index: ReachIndex,
  { members }: TierState,
  row: Row,
  as: "senders" | "receivers",
): readonly Look[] | null {
  const looks: Look[] = [];
  for (const slot of members) {
    const end = index.ends.list[slot];
    if (end?.kind !== "interface" || !end.isPlain) return null;
    if (index.endsBefore.has(slot) || (as === "senders" && !end.facts.sends)) continue;
    addPlace(index, lookFor(looks, row, end), slot, end);
  }
  return looks;
}

function lookFor(looks: Look[], row: Row, { ipv4, ipv6 }: InterfaceEnd): Look {
  const [before4, now4] = [cellAt(row, true, ipv4), cellAt(row, false, ipv4)];
  const [before6, now6] = [cellAt(row, true, ipv6), cellAt(row, false, ipv6)];
  for (const look of looks) {
    if (isLike(look.ipv4, before4, now4) && isLike(look.ipv6, before6, now6)) return look;
  }
  const look = { ipv4: familyLook(before4, now4), ipv6: familyLook(before6, now6), places: [] };
  looks.push(look);
  return look;
}

const cellAt = (row: Row, isBefore: boolean, point: number): number =>
  point < 0 ? -1 : addressCellAt(row, isBefore, point);

const isLike = (look: FamilyLook, before: number, now: number): boolean =>
  look.before === before && look.now === now;

const familyLook = (before: number, now: number): FamilyLook => (now < 0 ? NO_LOOK : { before, now });

function addPlace({ points }: ReachIndex, { places }: Look, slot: number, end: InterfaceEnd): void {
  const ipv4 = points.sites[end.ipv4] ?? 0;
  const ipv6 = points.sites[end.ipv6] ?? 0;
  for (const place of places) {
    if (place.ipv4 !== ipv4 || place.ipv6 !== ipv6) continue;
    place.count++;
    return;
  }
  places.push({ slot, ipv4, ipv6, count: 1 });
}

/** Does a row say something else of it now? */
export const isOther = ({ ipv4, ipv6 }: Look): boolean =>
  ipv4.before !== ipv4.now || ipv6.before !== ipv6.now;
