import type { NetworkInterfaceId } from "../model/id";
import { recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Replaced } from "../network-changes";
import {
  type AnyEnd,
  areSameInterface,
  endAt,
  type InterfaceEnd,
  type Point,
  type Points,
  slotFor,
} from "./end";
import { type InterfaceFacts, interfaceFacts, type OwnAddress } from "./interface-facts";
import { groupSetOf, type ReachIndex } from "./reach-index";
import { tierIdOf } from "./tier";
import { NO_GROUPS } from "./tier-view";

/** Works out anew the interfaces that a change touched. Gives the slots of those of which something is another. */
export function refreshInterfaces(index: ReachIndex, replaced: Replaced): readonly number[] {
  const touched = touchedInterfaces(index, replaced);
  const affected = new Set(touched);
  for (const id of touched) for (const other of refreshFacts(index, id)) affected.add(other);
  return [...affected].flatMap((id) => refreshInterface(index, id));
}

function touchedInterfaces(index: ReachIndex, replaced: Replaced): readonly NetworkInterfaceId[] {
  const touched = new Set([...replaced.networkInterfaces.keys()] as NetworkInterfaceId[]);
  const { subnets, securityGroups } = index.network;
  const own = { ...subnets } as Readonly<Record<string, (typeof subnets)[keyof typeof subnets]>>;
  const moved = [...replaced.subnets].filter(([id, before]) => own[id]?.vpcId !== before?.vpcId);
  const groups = securityGroups as Readonly<Record<string, unknown>>;
  const came = [...replaced.securityGroups].filter(
    ([id, before]) => (groups[id] === undefined) !== (before === undefined),
  );
  if (moved.length + came.length === 0) return [...touched];
  const [subnetIds, groupIds] = [new Set(moved.map(([id]) => id)), new Set(came.map(([id]) => id))];
  for (const record of recordsOf<NetworkInterface>(index.network.networkInterfaces)) {
    const isTouched = subnetIds.has(record.subnetId) || record.groupIds.some((id) => groupIds.has(id));
    if (isTouched) touched.add(record.networkInterfaceId);
  }
  return [...touched];
}

/** Gives the other interfaces that share an address with it, before or now. */
function refreshFacts(index: ReachIndex, id: NetworkInterfaceId): readonly NetworkInterfaceId[] {
  const before = index.facts.get(id) ?? null;
  const now = interfaceFacts(index.network, id);
  if (now === null) index.facts.delete(id);
  else index.facts.set(id, now);
  const keysBefore = holderKeys(before);
  const keysNow = holderKeys(now);
  for (const key of keysBefore) letGo(index, key, id);
  for (const key of keysNow) hold(index, key, id);
  return [...keysBefore, ...keysNow].flatMap((key) => [...(index.holders.get(key) ?? [])]);
}

const holderKey = ({ vpcId }: InterfaceFacts, { family, address }: OwnAddress): string =>
  `${vpcId} ${family} ${address}`;

const holderKeys = (facts: InterfaceFacts | null): readonly string[] =>
  facts === null ? [] : facts.addresses.map((own) => holderKey(facts, own));

function hold(index: ReachIndex, key: string, id: NetworkInterfaceId): void {
  index.holders.set(key, new Set([...(index.holders.get(key) ?? []), id]));
}

function letGo(index: ReachIndex, key: string, id: NetworkInterfaceId): void {
  const others = [...(index.holders.get(key) ?? [])].filter((other) => other !== id);
  if (others.length === 0) index.holders.delete(key);
  else index.holders.set(key, new Set(others));
}

function refreshInterface(index: ReachIndex, id: NetworkInterfaceId): readonly number[] {
  const before = endAt(index.ends, id);
  const now = interfaceEnd(index, id);
  if (before === null && now === null) return [];
  if (before?.kind === "interface" && now !== null && areSameInterface(before, now)) return [];
  return [replaceEnd(index, id, now)];
}

/** Puts an end in its slot, and remembers the one that was there at the last settlement. */
export function replaceEnd(index: ReachIndex, endId: AnyEnd["endId"], now: AnyEnd | null): number {
  const slot = slotFor(index.ends, endId);
  if (!index.endsBefore.has(slot)) {
    const [end, tier] = [index.ends.list[slot] ?? null, index.tierOfSlot[slot] ?? null];
    index.endsBefore.set(slot, end === null || tier === null ? null : { end, tier });
  }
  index.ends.list[slot] = now;
  return slot;
}

function interfaceEnd(index: ReachIndex, id: NetworkInterfaceId): InterfaceEnd | null {
  const facts = index.facts.get(id);
  if (facts === undefined) return null;
  const { vpcId, groupIds, isAttached, isPublic, addresses } = facts;
  const point = (own: OwnAddress): Point => ({ ...own, groups: wearers(index, facts, own), isRouted: true });
  const [primary] = addresses.filter(({ family }) => family === 4);
  const ipv6 = addresses.filter(({ family }) => family === 6);
  const atHome: Points = { 4: primary === undefined ? [] : [point(primary)], 6: ipv6.map(point) };
  return {
    kind: "interface",
    endId: id,
    tierId: tierIdOf(vpcId, groupIds),
    vpcId,
    groups: groupSetOf(index, groupIds),
    isAttached,
    isPublic,
    atHome,
    abroad: {
      4: atHome[4].map((own) => ({ ...own, groups: NO_GROUPS, isRouted: false })),
      6: atHome[6].map((own) => ({ ...own, groups: NO_GROUPS })),
    },
  };
}

/**
 * The groups that a reference finds this address by: a reference means the addresses of a group's interfaces, so it is
 * the address that counts, and all who hold it.
 */
function wearers(index: ReachIndex, facts: InterfaceFacts, own: OwnAddress): Point["groups"] {
  const holders = index.holders.get(holderKey(facts, own));
  if (holders === undefined || holders.size === 1) return groupSetOf(index, facts.groupIds);
  const all = [...holders].flatMap((id) => index.facts.get(id)?.groupIds ?? []);
  return groupSetOf(index, [...new Set(all)].toSorted());
}
