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

/** Null where the members have no address of the family. */
export type FamilyLook = Readonly<{ before: number; now: number }> | null;

/** One member, by its slot, that stands for `count`. No site where it has no address of a family. */
export type Place = { readonly slot: number; readonly ipv4: SiteId; readonly ipv6: SiteId; count: number };

/** Null where a member has several addresses of a family. Ends that are others are left out: they are compared by themselves. */
export function looksOf(
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
    addPlace(index, lookFor(looks, row, end), slot, end);
  }
  return looks;
}

function lookFor(looks: Look[], row: Row, { ipv4, ipv6 }: InterfaceEnd): Look {
  const own = { ipv4: familyLook(row, ipv4), ipv6: familyLook(row, ipv6) };
  const same = looks.find((look) => isSame(look.ipv4, own.ipv4) && isSame(look.ipv6, own.ipv6));
  if (same !== undefined) return same;
  const look = { ...own, places: [] };
  looks.push(look);
  return look;
}

const familyLook = (row: Row, point: number): FamilyLook =>
  point < 0 ? null : { before: addressCellAt(row, true, point), now: addressCellAt(row, false, point) };

const isSame = (a: FamilyLook, b: FamilyLook): boolean =>
  a === b || (a !== null && b !== null && a.before === b.before && a.now === b.now);

function addPlace({ points }: ReachIndex, { places }: Look, slot: number, end: InterfaceEnd): void {
  const ipv4 = points.sites[end.ipv4] ?? 0;
  const ipv6 = points.sites[end.ipv6] ?? 0;
  const same = places.find((place) => place.ipv4 === ipv4 && place.ipv6 === ipv6);
  if (same === undefined) places.push({ slot, ipv4, ipv6, count: 1 });
  else same.count++;
}

/** Does a row say something else of it now? */
export const isOther = ({ ipv4, ipv6 }: Look): boolean =>
  ipv4?.before !== ipv4?.now || ipv6?.before !== ipv6?.now;
