import {
  checkManagedResource,
  checkSubnets,
  type ManagedResource,
  type ManagedResourceId,
  type ManagedResourceKind,
  type NetworkInterfaceId,
  ok,
  type SecurityGroupId,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf, vpcOf } from "../find";
import { addServiceInterfaces } from "../new-interface";
import { placedAt } from "../places";
import { checkNewIds, findRecord, withRecord } from "../records";
import { type SubnetChange, withServiceSubnets } from "../service-subnets";

export type CreateManagedResource = Readonly<{
  managedResourceId: ManagedResourceId;
  name: string;
  kind: ManagedResourceKind;
  /** With an interface in each. */
  subnetIds: readonly SubnetId[];
  networkInterfaceIds: readonly NetworkInterfaceId[];
  /** None: the VPC's default group; a function has to be told. */
  groupIds: readonly SecurityGroupId[];
  place: Place;
}>;

export type ManagedResourcePatch = Readonly<Partial<Pick<ManagedResource, "name" | "kind">>>;

/** A cache, task, function or another service's resource, with interfaces that the service manages. */
export const createManagedResource = (input: CreateManagedResource): Command =>
  commandOf(`Create ${input.name || "resource"}`, (diagram) => {
    const { managedResourceId, name, kind, place, ...interfaces } = input;
    const subnets = checkSubnets(diagram.network, input.subnetIds);
    if (!subnets.ok) return subnets;
    const groups = checkManagedResource(input, input.groupIds.length);
    if (!groups.ok) return groups;
    const ids = checkNewIds(diagram.network, [managedResourceId, ...input.networkInterfaceIds]);
    if (!ids.ok) return ids;
    const resource: ManagedResource = { managedResourceId, name, kind };
    const network = addServiceInterfaces(
      withRecord(diagram.network, "managedResources", managedResourceId, resource),
      { ...interfaces, attachment: { kind: "managedResource", managedResourceId }, publicIp: "never" },
    );
    return network.ok
      ? ok(placedAt({ ...diagram, network: network.value }, managedResourceId, place))
      : network;
  });

export const modifyManagedResource = (
  id: ManagedResourceId,
  patch: ManagedResourcePatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    (network) =>
      patch.name === undefined
        ? `Change kind of ${nameOf(network, id)}`
        : `Rename ${nameOf(network, id)} to ${patch.name}`,
    (network) => {
      const before = findRecord(network, "managedResources", id, "managedResourceNotFound");
      return before.ok
        ? ok(withRecord(network, "managedResources", id, { ...before.value, ...patch }))
        : before;
    },
    mergeKey,
  );

/** Puts a service's resource into other subnets of its VPC as well, or takes it out of some; at least one stays. */
export const setManagedResourceSubnets = (id: ManagedResourceId, change: SubnetChange): Command =>
  commandOf(
    (network) => `Change subnets of ${nameOf(network, id)}`,
    (diagram) => {
      const resource = findRecord(diagram.network, "managedResources", id, "managedResourceNotFound");
      if (!resource.ok) return resource;
      const vpcId = vpcOf(diagram.network, id) ?? undefined;
      const subnets = checkSubnets(diagram.network, change.subnetIds, vpcId);
      if (!subnets.ok) return subnets;
      return withServiceSubnets(diagram, id, change, {
        attachment: { kind: "managedResource", managedResourceId: id },
        publicIp: "never",
      });
    },
  );
