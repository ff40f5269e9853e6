import type { NetworkInterfaceId } from "../model/id";
import { recordOf, recordsOf } from "../model/network";
import type { Replaced } from "../model/network-changes";
import type { NetworkInterface } from "../model/network-interface";
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
export const refreshInterfaces = (index: ReachIndex, replaced: Replaced): readonly number[] =>
  touchedInterfaces(index, replaced).flatMap((id) => refreshInterface(index, id));

function touchedInterfaces(index: ReachIndex, replaced: Replaced): readonly NetworkInterfaceId[] {
  const touched = new Set([...replaced.networkInterfaces.keys()] as NetworkInterfaceId[]);
  const { subnets, securityGroups } = index.network;
  const moved = [...replaced.subnets].filter(
    ([id, before]) => recordOf(subnets, id)?.vpcId !== before?.vpcId,
  );
  const came = [...replaced.securityGroups].filter(
    ([id, before]) => (recordOf(securityGroups, id) === undefined) !== (before === undefined),
  );
  if (moved.length + came.length === 0) return [...touched];
  const [subnetIds, groupIds] = [new Set(moved.map(([id]) => id)), new Set(came.map(([id]) => id))];
  for (const record of recordsOf<NetworkInterface>(index.network.networkInterfaces)) {
    const isTouched = subnetIds.has(record.subnetId) || record.groupIds.some((id) => groupIds.has(id));
    if (isTouched) touched.add(record.networkInterfaceId);
  }
  return [...touched];
}

function refreshInterface(index: ReachIndex, id: NetworkInterfaceId): readonly number[] {
  const before = endAt(index.ends, id);
  const facts = interfaceFacts(index.network, id);
  const now = facts && interfaceEnd(index, facts);
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

/**
 * A reference to a group means the addresses of its interfaces. No two interfaces of a VPC have the same address, so an
 * interface's points carry its own groups.
 */
function interfaceEnd(index: ReachIndex, facts: InterfaceFacts): InterfaceEnd {
  const { networkInterfaceId, vpcId, groupIds, isAttached, isPublic, addresses } = facts;
  const groups = groupSetOf(index, groupIds);
  const [primary] = addresses.filter(({ family }) => family === 4);
  const ipv6 = addresses.filter(({ family }) => family === 6);
  const atHome = (own: OwnAddress): Point => ({ ...own, groups, isRouted: true });
  const abroad = (own: OwnAddress): Point => ({ ...own, groups: NO_GROUPS, isRouted: own.family === 6 });
  const points = (point: (own: OwnAddress) => Point): Points => ({
    4: primary === undefined ? [] : [point(primary)],
    6: ipv6.map(point),
  });
  return {
    kind: "interface",
    endId: networkInterfaceId,
    tierId: tierIdOf(vpcId, groupIds),
    vpcId,
    groups,
    isAttached,
    isPublic,
    atHome: points(atHome),
    abroad: points(abroad),
  };
}
