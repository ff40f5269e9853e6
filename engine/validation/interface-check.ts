import type { SecurityGroupId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Subnet } from "../model/subnet";
import { ok, type Result } from "../result";
import { isWearableIn } from "./group-vpc-check";
import { limitsOf } from "./instance-type-limits";
import { interfacesOf, ownerOf } from "./owner";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";
import { checkOnePerZone } from "./subnets-check";

/**
 * The groups of an interface: one to five, each once, all of its VPC or associated with it (API Reference,
 * ModifyNetworkInterfaceAttribute). Those that it wore before are not checked, and of too many (a foreign file) some may go.
 */
export function checkInterfaceGroups(
  network: Network,
  vpcId: string,
  groupIds: readonly SecurityGroupId[],
  before: readonly SecurityGroupId[] = [],
): Result<readonly SecurityGroupId[], Refusal> {
  const ids = [...new Set(groupIds)];
  const limit = QUOTAS.securityGroupsPerInterface;
  if (ids.length === 0) return refuse("interfaceWithoutGroup");
  for (const id of ids.filter((each) => !before.includes(each))) {
    const group = recordOf(network.securityGroups, id);
    if (group === undefined) return refuse("groupNotFound", { id });
    if (!isWearableIn(group, vpcId)) return refuse("groupOfOtherVpc", { name: group.groupName });
  }
  const most = Math.max(limit, before.length);
  return ids.length > most ? refuse("interfaceGroupLimit", { limit: `${limit}` }) : ok(ids);
}

/** May there be another interface in this subnet's zone? */
export function checkInterfaceQuota(
  network: Network,
  { availabilityZone: zone }: Pick<Subnet, "availabilityZone">,
): Result<void, Refusal> {
  const limit = QUOTAS.networkInterfacesPerZone;
  const all = recordsOf(network.networkInterfaces);
  if (all.length < limit) return ok(undefined);
  const inZone = all.filter((each) => recordOf(network.subnets, each.subnetId)?.availabilityZone === zone);
  return inZone.length < limit ? ok(undefined) : refuse("interfacesInZoneLimit", { zone, limit: `${limit}` });
}

/** Interfaces of one instance lie in one VPC and one Availability Zone. */
export function checkSameZone(
  network: Network,
  interfaces: readonly NetworkInterface[],
): Result<void, Refusal> {
  const [first, ...others] = interfaces.flatMap((each) => recordOf(network.subnets, each.subnetId) ?? []);
  if (first === undefined) return ok(undefined);
  const inOtherVpc = others.find((subnet) => subnet.vpcId !== first.vpcId);
  if (inOtherVpc !== undefined) return refuse("interfaceInOtherVpc", { subnet: inOtherVpc.name });
  const apart = others.find((subnet) => subnet.availabilityZone !== first.availabilityZone);
  if (apart === undefined) return ok(undefined);
  const facts = { subnet: apart.name || apart.subnetId, zone: apart.availabilityZone };
  return refuse("interfaceInOtherZone", { ...facts, otherZone: first.availabilityZone });
}

/**
 * May these interfaces of one wearer lie where they do? An instance's in one zone; a load balancer's and an endpoint's each in
 * another; those of other services anywhere in their VPC.
 */
export function checkZones(network: Network, interfaces: readonly NetworkInterface[]): Result<void, Refusal> {
  const subnets = interfaces.flatMap((each) => recordOf(network.subnets, each.subnetId) ?? []);
  switch (interfaces[0]?.attachment?.kind) {
    case "loadBalancer":
      return checkOnePerZone(subnets, "loadBalancerZones");
    case "vpcEndpoint":
      return checkOnePerZone(subnets, "subnetsInOneZone");
    case "instance":
      return checkSameZone(network, interfaces);
    default:
      return ok(undefined);
  }
}

/** May this (unattached) interface be attached to the instance: same zone and VPC, and its type takes one more. */
export function checkAttach(
  network: Network,
  networkInterface: NetworkInterface,
  instanceId: string,
): Result<void, Refusal> {
  const instance = recordOf(network.instances, instanceId);
  if (instance === undefined) return refuse("instanceNotFound", { id: instanceId });
  if (networkInterface.attachment !== null) {
    return refuse("interfaceAttached", {
      name: networkInterface.name || networkInterface.networkInterfaceId,
    });
  }
  const attached = interfacesOf(network, instanceId);
  const zone = checkSameZone(network, [...attached, networkInterface]);
  if (!zone.ok) return zone;
  return checkInterfaceCount(instance.name || instanceId, instance.instanceType, attached.length + 1);
}

export function checkInterfaceCount(
  name: string,
  instanceType: string,
  count: number,
): Result<void, Refusal> {
  const limit = limitsOf(instanceType)?.networkInterfaces ?? Number.POSITIVE_INFINITY;
  return count > limit ? refuse("interfaceLimit", { name, instanceType, limit: `${limit}` }) : ok(undefined);
}

/** May this interface have so many addresses of a family? Its instance's type says. */
export function checkAddressCount(
  network: Network,
  networkInterface: NetworkInterface,
  count: number,
): Result<void, Refusal> {
  const owner = ownerOf(networkInterface);
  const instance = owner === null ? undefined : recordOf(network.instances, owner);
  const limits = instance === undefined ? null : limitsOf(instance.instanceType);
  if (instance === undefined || limits === null || count <= limits.addressesPerInterface)
    return ok(undefined);
  const facts = { instanceType: instance.instanceType, limit: `${limits.addressesPerInterface}` };
  return refuse("addressLimit", { ...facts, name: instance.name || instance.instanceId });
}
