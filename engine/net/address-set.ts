import { type Address, type Cidr, type Family, parseCidr } from "./cidr";

/** Addresses from `first` to `last`, both included. */
export type AddressRange = Readonly<{ first: bigint; last: bigint }>;

/** A set of addresses of both families: ranges in order that neither overlap nor touch, so equal sets are equal values. */
export type AddressSet = Readonly<Record<Family, readonly AddressRange[]>>;

export const NO_ADDRESSES: AddressSet = { 4: [], 6: [] };

const LAST: Readonly<Record<Family, bigint>> = { 4: 2n ** 32n - 1n, 6: 2n ** 128n - 1n };

export const ALL_ADDRESSES: AddressSet = {
  4: [{ first: 0n, last: LAST[4] }],
  6: [{ first: 0n, last: LAST[6] }],
};

/** The set of these blocks. */
export const addressSetOf = (cidrs: readonly Cidr[]): AddressSet =>
  bothFamilies((family) => merge(cidrs.filter((cidr) => cidr.family === family)));

/** The set of blocks given as text. What is no CIDR is left out: an unfinished drawing is the normal case. */
export function addressSetOfTexts(texts: readonly string[]): AddressSet {
  const cidrs = texts.map(parseCidr);
  return addressSetOf(cidrs.flatMap((cidr) => (cidr.ok ? [cidr.value] : [])));
}

export const uniteAddresses = (a: AddressSet, b: AddressSet): AddressSet =>
  bothFamilies((family) => merge([...a[family], ...b[family]]));

/** What is in `a` and not in `b`. */
export const subtractAddresses = (a: AddressSet, b: AddressSet): AddressSet =>
  intersectAddresses(
    a,
    bothFamilies((family) => gapsOf(b[family], LAST[family])),
  );

export const intersectAddresses = (a: AddressSet, b: AddressSet): AddressSet =>
  bothFamilies((family) => overlaps(a[family], b[family]));

export const isEmptyAddressSet = (set: AddressSet): boolean => set[4].length === 0 && set[6].length === 0;

export const addressSetContains = (set: AddressSet, address: Address): boolean =>
  set[address.family].some(({ first, last }) => first <= address.value && address.value <= last);

export const equalAddressSets = (a: AddressSet, b: AddressSet): boolean =>
  equalRanges(a[4], b[4]) && equalRanges(a[6], b[6]);

const bothFamilies = (ranges: (family: Family) => readonly AddressRange[]): AddressSet => ({
  4: ranges(4),
  6: ranges(6),
});

const equalRanges = (a: readonly AddressRange[], b: readonly AddressRange[]): boolean =>
  a.length === b.length && a.every(({ first, last }, at) => first === b[at]?.first && last === b[at]?.last);

/** Sorts, and joins what overlaps or touches. */
function merge(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const merged: AddressRange[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = merged.at(-1);
    if (before === undefined || before.last + 1n < first) merged.push({ first, last });
    else if (before.last < last) merged[merged.length - 1] = { first: before.first, last };
  }
  return merged;
}

function gapsOf(ranges: readonly AddressRange[], end: bigint): readonly AddressRange[] {
  const gaps: AddressRange[] = [];
  let next = 0n;
  for (const { first, last } of ranges) {
    if (next < first) gaps.push({ first: next, last: first - 1n });
    next = last + 1n;
  }
  return next <= end ? [...gaps, { first: next, last: end }] : gaps;
}

function overlaps(a: readonly AddressRange[], b: readonly AddressRange[]): readonly AddressRange[] {
  const shared: AddressRange[] = [];
  let [atA, atB] = [0, 0];
  for (;;) {
    const [inA, inB] = [a[atA], b[atB]];
    if (inA === undefined || inB === undefined) return shared;
    const isFromB = inA.first < inB.first;
    const isToA = inA.last < inB.last;
    const [first, last] = [isFromB ? inB.first : inA.first, isToA ? inA.last : inB.last];
    if (first <= last) shared.push({ first, last });
    if (isToA) atA++;
    else atB++;
  }
}
