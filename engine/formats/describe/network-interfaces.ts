import { asId, type NetworkInterfaceId, type SubnetId } from "../../model/id";
import type { ManagedResource } from "../../model/managed-resource";
import type { Attachment, NetworkInterface } from "../../model/network-interface";
import { QUOTAS } from "../../validation/quotas";
import type { FoundDatabases } from "./databases";
import type { FoundInterface } from "./interfaces";
import type { Owned } from "./load-balancers";
import type { Owner } from "./owners";

function attachmentOf(owner: Owner, id: NetworkInterfaceId, databases: FoundDatabases): Attachment | null {
  switch (owner.kind) {
    case "nobody":
    case "gateway":
      return null;
    case "instance":
      return { kind: "instance", instanceId: owner.instanceId, deviceIndex: owner.deviceIndex };
    case "loadBalancer":
      return { kind: "loadBalancer", loadBalancerId: owner.loadBalancerId };
    case "managedResource":
      return { kind: "managedResource", managedResourceId: owner.resource.managedResourceId };
    case "vpcEndpoint":
      return { kind: "vpcEndpoint", vpcEndpointId: owner.vpcEndpointId };
    case "database": {
      const dbInstanceId = databases.byInterface.get(id);
      return dbInstanceId === undefined ? null : { kind: "dbInstance", dbInstanceId };
    }
  }
}

const isOfService = ({ kind }: Owner): boolean => !["nobody", "instance"].includes(kind);

/** What EC2 would not have allowed, or only after a change of quotas. */
function tellGroups(
  { groupIds, networkInterfaceId: networkInterface, source }: FoundInterface,
  owner: Owner,
): void {
  const [count, quota] = [groupIds.length, QUOTAS.securityGroupsPerInterface];
  if (count > quota) source.input.notes.add("tooManyGroups", source.path, { networkInterface, count, quota });
  if (count === 0 && !isOfService(owner))
    source.input.notes.add("noGroups", source.path, { networkInterface });
}

/** Why an interface cannot be kept; null where it can. */
function trouble(
  { networkInterfaceId, source, subnetId, ...found }: FoundInterface,
  subnets: ReadonlySet<string>,
): boolean {
  if (!subnets.has(subnetId)) {
    source.input.notes.add("noParent", source.path, { id: networkInterfaceId, parent: "subnet" });
    return true;
  }
  if (found.privateIpAddresses.length > 0 || found.ipv6Addresses.length > 0) return false;
  source.input.notes.add("noAddress", source.path, { networkInterface: networkInterfaceId });
  return true;
}

/** Interfaces that are ends of paths: those of gateways and of terminated instances are none. */
export function endsAmong(
  owned: readonly Owned[],
  terminated: ReadonlySet<string>,
  subnetIds: readonly SubnetId[],
): readonly Owned[] {
  const subnets = new Set<string>(subnetIds);
  return owned.filter(({ found, owner }) => {
    if (owner.kind === "gateway") return false;
    if (owner.kind === "instance" && terminated.has(owner.instanceId)) return false;
    return !trouble(found, subnets);
  });
}

/** The interfaces as the model has them. */
export const networkInterfacesOf = (
  owned: readonly Owned[],
  databases: FoundDatabases,
): readonly NetworkInterface[] =>
  owned.map(({ found, owner }) => {
    tellGroups(found, owner);
    return {
      networkInterfaceId: found.networkInterfaceId,
      name: found.name,
      subnetId: asId<"subnet">(found.subnetId),
      attachment: attachmentOf(owner, found.networkInterfaceId, databases),
      privateIpAddresses: found.privateIpAddresses,
      ipv6Addresses: found.ipv6Addresses,
      groupIds: found.groupIds,
      requesterManaged: found.requesterManaged || isOfService(owner),
      sourceDestCheck: found.sourceDestCheck,
    };
  });

/** The services' resources that own interfaces, each once. */
export const managedResourcesOf = (owned: readonly Owned[]): readonly ManagedResource[] => [
  ...new Map(
    owned.flatMap(({ owner }) =>
      owner.kind === "managedResource" ? [[owner.resource.managedResourceId, owner.resource] as const] : [],
    ),
  ).values(),
];
