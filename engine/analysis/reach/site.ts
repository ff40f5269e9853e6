import type { SubnetId } from "../../model/id";
import type { Address, Family } from "../../net/cidr";
import type { Held } from "../way";
import type { InterfaceFacts } from "./interface-facts";

/**
 * Where addresses fare alike on every way: one subnet, between two borders of ACL entries and routes, with or without a
 * public address. `held` is one of them, that stands for all.
 */
export type Site = Readonly<{ subnetId: SubnetId; family: Family; held: Held }>;

export type SiteId = number;

export type Sites = Readonly<{ list: Site[]; numbers: Map<string, SiteId> }>;

export const createSites = (): Sites => ({ list: [], numbers: new Map() });

/** Borders between addresses that may fare differently, sorted. */
export type Borders = Readonly<Record<Family, readonly bigint[]>>;

export function siteOf(sites: Sites, borders: Borders, facts: InterfaceFacts, address: Address): SiteId {
  const { family } = address;
  const publicAddress = family === 4 ? facts.publicAddress : null;
  const stretch = borders[family][stretchAt(borders[family], address.value)] ?? 0n;
  const key = `${facts.vpcId} ${facts.subnetId} ${family} ${stretch} ${publicAddress === null}`;
  const known = sites.numbers.get(key);
  if (known !== undefined) return known;
  const { record: networkInterface, subnetId, vpcId } = facts;
  const held: Held = { networkInterface, subnetId, vpcId, address, publicAddress };
  const site = sites.list.length;
  sites.list.push({ subnetId, family, held });
  sites.numbers.set(key, site);
  return site;
}

/** The number of the last border at or before this address; -1 before the first. */
export function stretchAt(borders: readonly bigint[], address: bigint): number {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((borders[middle] ?? 0n) <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
