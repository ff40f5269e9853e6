import { asId, type SubnetId } from "../../model/id";
import type { NetworkInterface } from "../../model/network-interface";
import type { Address, Family } from "../../net/cidr";
import type { Held } from "../way";
import type { InterfaceFacts } from "./interface-facts";

/**
 * Where addresses fare alike on every way: one subnet, between two borders of ACL entries and routes, with or without a
 * public address. `held` is one of them, that stands for all.
 */
export type Site = Readonly<{ subnetId: SubnetId; family: Family; held: Held }>;

export type SiteId = number;

export type Sites = {
  readonly list: Site[];
  readonly numbers: Map<string, SiteId>;
  /** Interfaces that routes lead to: each stands at a site of its own, since its way ends where that of others goes on. */
  appliances: ReadonlySet<string>;
};

export const createSites = (): Sites => ({ list: [], numbers: new Map(), appliances: new Set() });

/** Borders between addresses that may fare differently, sorted. */
export type Borders = Readonly<Record<Family, readonly bigint[]>>;

export function siteOf(sites: Sites, borders: Borders, facts: InterfaceFacts, address: Address): SiteId {
  const { family } = address;
  const publicAddress = family === 4 ? facts.publicAddress : null;
  const at = stretchAt(borders[family], address.value);
  const stretch = `${borders[family][at] ?? "first"}-${borders[family][at + 1] ?? "last"}`;
  const appliance = sites.appliances.has(facts.networkInterfaceId) ? facts.networkInterfaceId : "";
  const key = [facts.vpcId, facts.subnetId, family, stretch, publicAddress === null, appliance].join(" ");
  const known = sites.numbers.get(key);
  if (known !== undefined) return known;
  const { subnetId, vpcId } = facts;
  const networkInterface = appliance === "" ? anybody(facts.record, key) : facts.record;
  const held: Held = { networkInterface, subnetId, vpcId, address, publicAddress };
  const site = sites.list.length;
  sites.list.push({ subnetId, family, held });
  sites.numbers.set(key, site);
  return site;
}

/** An interface that stands for all of a site is none of them, least of all one that a route may lead to later. */
const anybody = (record: NetworkInterface, key: string): NetworkInterface => ({
  ...record,
  networkInterfaceId: asId<"networkInterface">(`site ${key}`),
});

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
