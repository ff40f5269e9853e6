/**
 * A network in three lines, for tests. Things are named shortly ("web"); their ids are the name behind AWS's prefix
 * ("sg-web", "eni-w1", "vpc-A"). Each function gives a part; `network` puts parts together, `change` adds some to a network.
 *
 *     network(vpc("A", "10.0.0.0/16"), subnet("a", "A", "10.0.1.0/24"),
 *       group("web", "A", ["tcp 80 from 0.0.0.0/0", ...ANY_OUT]),
 *       networkInterface("w1", "a", "10.0.1.11", { public: "198.51.100.11", groups: ["web"] }));
 */
import {
  asId,
  type DbInstanceId,
  type InstanceId,
  type NetworkInterfaceId,
  type SecurityGroupId,
} from "../model/id";
import { EMPTY_NETWORK, type Network } from "../model/network";
import type { Attachment, NetworkInterface } from "../model/network-interface";
import type { SecurityGroup } from "../model/security-group";
import { rulesOf } from "./rule-text";

export type Part = (network: Network) => Network;

/** What AWS gives a new group: everything may leave. */
export const ANY_OUT = ["all to 0.0.0.0/0", "all to ::/0"] as const;

export const change = (network: Network, ...parts: readonly Part[]): Network =>
  parts.reduce((sum, part) => part(sum), network);

export const network = (...parts: readonly Part[]): Network => change(EMPTY_NETWORK, ...parts);

export const vpc =
  (name: string, cidrBlock: string, ipv6CidrBlocks: readonly string[] = []): Part =>
  (before) => {
    const vpcId = asId<"vpc">(`vpc-${name}`);
    const record = { vpcId, name, region: "us-east-1", cidrBlock, secondaryCidrBlocks: [], ipv6CidrBlocks };
    return { ...before, vpcs: { ...before.vpcs, [vpcId]: record } };
  };

export const subnet =
  (name: string, vpcName: string, cidrBlock: string, ipv6CidrBlock: string | null = null): Part =>
  (before) => {
    const subnetId = asId<"subnet">(`subnet-${name}`);
    const record = {
      subnetId,
      vpcId: asId<"vpc">(`vpc-${vpcName}`),
      name,
      availabilityZone: "us-east-1a",
      cidrBlock,
      ipv6CidrBlock,
      mapPublicIpOnLaunch: false,
      routeTableId: null,
      networkAclId: null,
    };
    return { ...before, subnets: { ...before.subnets, [subnetId]: record } };
  };

const withGroup = (network: Network, group: SecurityGroup): Network => ({
  ...network,
  securityGroups: { ...network.securityGroups, [group.groupId]: group },
});

/** A group with the rules given, in the notation of rule-text; another group of the same id is replaced. */
export const group =
  (name: string, vpcName: string, rules: readonly string[], groupName: string = name): Part =>
  (before) =>
    withGroup(before, {
      groupId: asId<"securityGroup">(`sg-${name}`),
      groupName,
      description: name,
      vpcId: asId<"vpc">(`vpc-${vpcName}`),
      associatedVpcIds: [],
      rules: rulesOf(name, rules),
    });

/** Gives a group that is there other rules. */
export const rules =
  (name: string, texts: readonly string[]): Part =>
  (before) => {
    const old = before.securityGroups[asId<"securityGroup">(`sg-${name}`)];
    if (old === undefined) throw new Error(`No group ${name}`);
    return withGroup(before, { ...old, rules: rulesOf(name, texts) });
  };

type InterfaceOptions = Readonly<{
  groups: readonly string[];
  /** The public address of the primary private one. */
  public?: string;
  /** Secondary private addresses, with their public ones. */
  secondary?: Readonly<Record<string, string | null>>;
  ipv6?: readonly string[];
  /** What wears it: an instance of the interface's own name unless said otherwise. */
  attachedTo?: string | Readonly<{ database: string }> | null;
  deviceIndex?: number;
}>;

const attachmentOf = (
  name: string,
  { attachedTo = name, deviceIndex = 0 }: InterfaceOptions,
): Wearing | null => {
  if (attachedTo === null) return null;
  return typeof attachedTo === "string"
    ? { kind: "instance" as const, instanceId: asId<"instance">(`i-${attachedTo}`), deviceIndex }
    : { kind: "dbInstance" as const, dbInstanceId: asId<"dbInstance">(`db-${attachedTo.database}`) };
};

type Wearing = Extract<Attachment, { kind: "instance" | "dbInstance" }>;

/** Makes the instance or database an interface is attached to, where it is not there yet. */
const withWearer = (network: Network, attachment: Wearing | null): Network => {
  if (attachment === null) return network;
  if (attachment.kind === "dbInstance") return withDbInstance(network, attachment.dbInstanceId);
  return withInstance(network, attachment.instanceId);
};

const withInstance = (network: Network, instanceId: InstanceId): Network => {
  const name = instanceId.replace(/^i-/, "");
  const record = { instanceId, name, instanceType: "t3.micro", state: "running" as const };
  return { ...network, instances: { [instanceId]: record, ...network.instances } };
};

const withDbInstance = (network: Network, dbInstanceId: DbInstanceId): Network => {
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
      sourceDestCheck: true,
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

export const ipRange =
  (name: string, ...cidrBlocks: readonly string[]): Part =>
  (before) => {
    const ipRangeId = asId<"ipRange">(`range-${name}`);
    return { ...before, ipRanges: { ...before.ipRanges, [ipRangeId]: { ipRangeId, name, cidrBlocks } } };
  };

/** A managed prefix list; its family is that of its entries. */
export const prefixList =
  (name: string, entries: readonly string[], maxEntries: number = entries.length): Part =>
  (before) => {
    const prefixListId = asId<"prefixList">(`pl-${name}`);
    const record = {
      prefixListId,
      prefixListName: name,
      addressFamily: entries[0]?.includes(":") ? ("IPv6" as const) : ("IPv4" as const),
      maxEntries,
      ownerId: "123456789012",
      entries: entries.map((cidr) => ({ cidr, description: "" })),
    };
    return { ...before, prefixLists: { ...before.prefixLists, [prefixListId]: record } };
  };
