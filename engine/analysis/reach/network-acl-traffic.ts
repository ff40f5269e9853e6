import type { NetworkAcl, NetworkAclEntry } from "../../model/network-acl";
import type { Direction } from "../../model/security-group";
import { type AddressKey, type AddressMap, keyOf, trafficAt } from "../../net/address-map";
import { type Cidr, type Family, parseCidr } from "../../net/cidr";
import {
  ALL_TRAFFIC,
  intersect,
  NO_TRAFFIC,
  subtract,
  type TrafficSetId,
  type TrafficSets,
  unite,
} from "../../net/traffic-set";
import { trafficSet } from "../compiled-rule";

type AclMaps = Readonly<Record<Direction, Readonly<Record<Family, AddressMap>>>>;

/** Read ACLs, by record: a record that changes is another one. */
export type AclMemory = WeakMap<NetworkAcl, AclMaps>;

/** What an ACL lets through in a direction from or to this address. */
export function aclTraffic(
  sets: TrafficSets,
  memory: AclMemory,
  acl: NetworkAcl,
  direction: Direction,
  family: Family,
  key: AddressKey,
): TrafficSetId {
  const known = memory.get(acl) ?? readAcl(sets, acl);
  memory.set(acl, known);
  return trafficAt(known[direction][family], key);
}

const readAcl = (sets: TrafficSets, acl: NetworkAcl): AclMaps => ({
  egress: { 4: aclMap(sets, acl, "egress", 4), 6: aclMap(sets, acl, "egress", 6) },
  ingress: { 4: aclMap(sets, acl, "ingress", 4), 6: aclMap(sets, acl, "ingress", 6) },
});

type ReadEntry = Readonly<{ action: NetworkAclEntry["ruleAction"]; traffic: TrafficSetId; cidr: Cidr }>;

/**
 * The first entry that matches decides. So each entry takes what it speaks of out of what the later ones may still decide:
 * allowed is what an allow takes. Done once for each stretch of addresses between two borders of entries.
 */
function aclMap(sets: TrafficSets, acl: NetworkAcl, direction: Direction, family: Family): AddressMap {
  const entries = acl.entries
    .filter((entry) => entry.direction === direction)
    .toSorted((a, b) => a.ruleNumber - b.ruleNumber)
    .flatMap((entry) => readEntry(sets, entry, family));
  const borders = new Set(entries.flatMap(({ cidr }) => [cidr.first, cidr.last + 1n]));
  const starts = [...borders].toSorted((a, b) => (a < b ? -1 : 1));
  return {
    starts: starts.map((start) => keyOf(family, start)),
    traffic: starts.map((start) =>
      decided(
        sets,
        entries.filter(({ cidr }) => cidr.first <= start && start <= cidr.last),
      ),
    ),
  };
}

function readEntry(sets: TrafficSets, entry: NetworkAclEntry, family: Family): readonly ReadEntry[] {
  const text = entry.remote.kind === "cidrIpv4" ? entry.remote.cidrIpv4 : entry.remote.cidrIpv6;
  const cidr = parseCidr(text);
  if (!cidr.ok || cidr.value.family !== family) return [];
  const isOwn = (entry.remote.kind === "cidrIpv4") === (family === 4);
  if (!isOwn) return [];
  return [{ action: entry.ruleAction, traffic: trafficSet(sets, entry.traffic)[family], cidr: cidr.value }];
}

function decided(sets: TrafficSets, entries: readonly ReadEntry[]): TrafficSetId {
  let allowed: TrafficSetId = NO_TRAFFIC;
  let open: TrafficSetId = ALL_TRAFFIC;
  for (const { action, traffic } of entries) {
    if (action === "allow") allowed = unite(sets, allowed, intersect(sets, traffic, open));
    open = subtract(sets, open, traffic);
  }
  return allowed;
}
