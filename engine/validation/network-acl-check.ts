import type { NetworkAclId, VpcId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { CidrRemote, NetworkAcl, NetworkAclEntry } from "../model/network-acl";
import type { Direction } from "../model/security-group";
import type { Subnet } from "../model/subnet";
import { formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { checkCidr } from "./cidr-check";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";
import { checkTraffic } from "./traffic-check";

/** What tells an entry from the others of its ACL. */
export type NetworkAclEntryKey = Pick<NetworkAclEntry, "direction" | "ruleNumber">;

export const isSameEntry = (a: NetworkAclEntryKey, b: NetworkAclEntryKey): boolean =>
  a.direction === b.direction && a.ruleNumber === b.ruleNumber;

/** The highest number that an entry can have: those above are the catch-all's. */
const LAST_NUMBER = 32766;
const STEP = 10;

/** A number for the next entry: ten above the last one, else the lowest that is free. */
export function nextRuleNumber(acl: NetworkAcl, direction: Direction): number {
  const taken = acl.entries.filter((each) => each.direction === direction).map((each) => each.ruleNumber);
  if (taken.length === 0) return 100;
  const next = (Math.floor(Math.max(...taken) / STEP) + 1) * STEP;
  if (next <= LAST_NUMBER) return next;
  return (
    Array.from({ length: taken.length + 1 }, (_, index) => index + 1).find((each) => !taken.includes(each)) ??
    1
  );
}

function checkCidrRemote(remote: CidrRemote): Result<CidrRemote, Refusal> {
  if (remote.kind === "cidrIpv4") {
    const cidr = checkCidr(remote.cidrIpv4, 4);
    return cidr.ok ? ok({ kind: "cidrIpv4", cidrIpv4: formatCidr(cidr.value) }) : cidr;
  }
  const cidr = checkCidr(remote.cidrIpv6, 6);
  return cidr.ok ? ok({ kind: "cidrIpv6", cidrIpv6: formatCidr(cidr.value) }) : cidr;
}

/** The catch-all takes a place too (VPC User Guide, "Amazon VPC quotas"). An ACL beyond its quota may still be edited. */
function checkEntryQuota(others: readonly NetworkAclEntry[], entry: NetworkAclEntry, before: number) {
  const alike = others.filter(
    (each) => each.direction === entry.direction && each.remote.kind === entry.remote.kind,
  );
  const limit = QUOTAS.entriesPerNetworkAcl;
  const count = alike.length + 1;
  if (count + 1 <= limit || count <= before) return ok(undefined);
  const family = entry.remote.kind === "cidrIpv4" ? "IPv4" : "IPv6";
  return refuse("aclEntryLimit", { direction: entry.direction, family, limit: `${limit}` });
}

/**
 * An entry as EC2 would store it in this ACL: number 1 to 32766, free in its direction; canonical CIDR. With `replaced` it
 * takes that one's place (API Reference, CreateNetworkAclEntry and ReplaceNetworkAclEntry).
 */
export function checkNetworkAclEntry(
  acl: NetworkAcl,
  entry: NetworkAclEntry,
  replaced?: NetworkAclEntryKey,
): Result<NetworkAclEntry, Refusal> {
  const number = entry.ruleNumber;
  if (!Number.isInteger(number) || number < 1 || number > LAST_NUMBER) {
    return refuse("aclEntryNumber", { number: `${number}` });
  }
  const traffic = checkTraffic(entry.traffic);
  if (!traffic.ok) return traffic;
  const remote = checkCidrRemote(entry.remote);
  if (!remote.ok) return remote;
  const others = acl.entries.filter((each) => replaced === undefined || !isSameEntry(each, replaced));
  if (others.some((each) => isSameEntry(each, entry))) {
    return refuse("aclEntryTaken", { direction: entry.direction, number: `${number}` });
  }
  const quota = checkEntryQuota(others, entry, replaced === undefined ? 0 : countAlike(acl, entry));
  return quota.ok ? ok({ ...entry, remote: remote.value }) : quota;
}

const countAlike = (acl: NetworkAcl, entry: NetworkAclEntry): number =>
  acl.entries.filter((each) => each.direction === entry.direction && each.remote.kind === entry.remote.kind)
    .length;

/** May this VPC have another ACL? */
export function checkNetworkAclQuota(network: Network, vpcId: VpcId): Result<void, Refusal> {
  if (recordOf(network.vpcs, vpcId) === undefined) return refuse("vpcNotFound", { id: vpcId });
  const limit = QUOTAS.networkAclsPerVpc;
  const count = recordsOf(network.networkAcls).filter((each) => each.vpcId === vpcId).length;
  return count < limit ? ok(undefined) : refuse("networkAclLimit", { limit: `${limit}` });
}

/** May this subnet have that ACL: is it there, and of the same VPC? */
export function checkNetworkAclAssociation(
  network: Network,
  subnet: Subnet,
  id: NetworkAclId,
): Result<void, Refusal> {
  const acl = recordOf(network.networkAcls, id);
  if (acl === undefined) return refuse("networkAclNotFound", { id });
  return acl.vpcId === subnet.vpcId
    ? ok(undefined)
    : refuse("networkAclOfOtherVpc", { name: acl.name || id });
}
