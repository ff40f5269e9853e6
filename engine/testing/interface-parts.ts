/** Parts: network interfaces and what wears them. */
import { asId, type NetworkInterfaceId, type SecurityGroupId } from "../model/id";
import type { InstanceState } from "../model/instance";
import type { ManagedResourceKind } from "../model/managed-resource";
import type { Network } from "../model/network";
import type { Attachment, NetworkInterface } from "../model/network-interface";
import type { Part } from "./network-part";

/** An instance by its name; or a wearer of another kind, by its kind and name. */
type Wearer =
  | string
  | Readonly<{ database: string }>
  | Readonly<{ managedResource: string }>
  | Readonly<{ loadBalancer: string }>
  | Readonly<{ vpcEndpoint: string }>;

type InterfaceOptions = Readonly<{
  groups: readonly string[];
  /** The public address of the primary private one. */
  public?: string;
  /** Secondary private addresses, with their public ones. */
  secondary?: Readonly<Record<string, string | null>>;
  ipv6?: readonly string[];
  /** What wears it: an instance of the interface's own name unless said otherwise. */
  attachedTo?: Wearer | null;
  deviceIndex?: number;
  sourceDestCheck?: boolean;
}>;

const attachmentOf = (
  name: string,
  { attachedTo = name, deviceIndex = 0 }: InterfaceOptions,
): Attachment | null => {
  if (attachedTo === null) return null;
  if (typeof attachedTo === "string")
    return { kind: "instance", instanceId: asId<"instance">(`i-${attachedTo}`), deviceIndex };
  if ("database" in attachedTo)
    return { kind: "dbInstance", dbInstanceId: asId<"dbInstance">(`db-${attachedTo.database}`) };
  if ("managedResource" in attachedTo) {
    const managedResourceId = asId<"managedResource">(`managed-${attachedTo.managedResource}`);
    return { kind: "managedResource", managedResourceId };
  }
  if ("loadBalancer" in attachedTo)
    return { kind: "loadBalancer", loadBalancerId: asId<"loadBalancer">(`lb-${attachedTo.loadBalancer}`) };
  return { kind: "vpcEndpoint", vpcEndpointId: asId<"vpcEndpoint">(`vpce-${attachedTo.vpcEndpoint}`) };
};

/** Makes the instance or database an interface is attached to, where it is not there yet. */
const withWearer = (network: Network, attachment: Attachment | null): Network => {
  if (attachment?.kind === "instance") {
    const { instanceId } = attachment;
    const name = instanceId.replace(/^i-/, "");
    const record = { instanceId, name, instanceType: "t3.micro", state: "running" as const };
    return { ...network, instances: { [instanceId]: record, ...network.instances } };
  }
  if (attachment?.kind !== "dbInstance") return network;
  const { dbInstanceId } = attachment;
  const record = { dbInstanceId, name: dbInstanceId.replace(/^db-/, ""), engine: "postgres" as const };
  return { ...network, dbInstances: { [dbInstanceId]: record, ...network.dbInstances } };
};

const privateAddresses = (address: string | null, options: InterfaceOptions) => {
  const primary = address === null ? [] : [{ privateIpAddress: address, publicIp: options.public ?? null }];
  const secondary = Object.entries(options.secondary ?? {});
  return [...primary, ...secondary.map(([privateIpAddress, publicIp]) => ({ privateIpAddress, publicIp }))];
};

const groupIdsOf = (names: readonly string[]): readonly SecurityGroupId[] =>
  names.map((name) => asId<"securityGroup">(`sg-${name}`));

/** An interface, by default the primary one of an instance of its own name. `address` is null on an IPv6-only one. */
export const networkInterface =
  (name: string, subnetName: string, address: string | null, options: InterfaceOptions): Part =>
  (before) => {
    const attachment = attachmentOf(name, options);
    const record: NetworkInterface = {
      networkInterfaceId: asId<"networkInterface">(`eni-${name}`),
      name,
      subnetId: asId<"subnet">(`subnet-${subnetName}`),
      attachment,
      privateIpAddresses: privateAddresses(address, options),
      ipv6Addresses: options.ipv6 ?? [],
      groupIds: groupIdsOf(options.groups),
      requesterManaged: typeof options.attachedTo === "object" && options.attachedTo !== null,
      sourceDestCheck: options.sourceDestCheck ?? true,
    };
    return withInterface(withWearer(before, attachment), record);
  };

const withInterface = (network: Network, record: NetworkInterface): Network => ({
  ...network,
  networkInterfaces: { ...network.networkInterfaces, [record.networkInterfaceId]: record },
});

const interfaceNamed = (network: Network, name: string): NetworkInterface => {
  const id: NetworkInterfaceId = asId<"networkInterface">(`eni-${name}`);
  const record = network.networkInterfaces[id];
  if (record === undefined) throw new Error(`No interface ${name}`);
  return record;
};

/** Replaces the groups of an interface, as `modify-network-interface-attribute --groups` does. */
export const wears =
  (name: string, groups: readonly string[]): Part =>
  (before) =>
    withInterface(before, { ...interfaceNamed(before, name), groupIds: groupIdsOf(groups) });

/** Gives an interface more addresses: secondary private ones, or IPv6. */
export const addresses =
  (name: string, more: Readonly<{ secondary?: readonly string[]; ipv6?: readonly string[] }>): Part =>
  (before) => {
    const old = interfaceNamed(before, name);
    const secondary = (more.secondary ?? []).map((privateIpAddress) => ({
      privateIpAddress,
      publicIp: null,
    }));
    return withInterface(before, {
      ...old,
      privateIpAddresses: [...old.privateIpAddresses, ...secondary],
      ipv6Addresses: [...old.ipv6Addresses, ...(more.ipv6 ?? [])],
    });
  };

/** Puts an instance that is there into another state. */
export const instanceState =
  (name: string, state: InstanceState): Part =>
  (before) => {
    const instanceId = asId<"instance">(`i-${name}`);
    const old = before.instances[instanceId];
    if (old === undefined) throw new Error(`No instance ${name}`);
    return { ...before, instances: { ...before.instances, [instanceId]: { ...old, state } } };
  };

/** A service that wears groups; its interfaces are attached with `attachedTo: { managedResource: name }`. */
export const managedResource =
  (name: string, kind: ManagedResourceKind): Part =>
  (before) => {
    const managedResourceId = asId<"managedResource">(`managed-${name}`);
    const record = { managedResourceId, name, kind };
    return { ...before, managedResources: { ...before.managedResources, [managedResourceId]: record } };
  };
