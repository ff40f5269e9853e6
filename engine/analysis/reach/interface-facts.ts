import type { NetworkInterfaceId, SecurityGroupId, SubnetId, VpcId } from "../../model/id";
import { type Network, recordOf } from "../../model/network";
import type { Attachment, NetworkInterface } from "../../model/network-interface";
import { type Address, parseAddress } from "../../net/cidr";

/** What an interface's record says, read. Two that say the same are told apart by nothing here but their id. */
export type InterfaceFacts = Readonly<{
  record: NetworkInterface;
  networkInterfaceId: NetworkInterfaceId;
  vpcId: VpcId;
  subnetId: SubnetId;
  /** Those that exist, sorted. */
  groupIds: readonly SecurityGroupId[];
  /** No groups filter: a network load balancer that was made without any. */
  isOpen: boolean;
  /** Attached to something that runs: else it neither sends nor receives. */
  isActive: boolean;
  /** An interface endpoint only answers. */
  sends: boolean;
  /** The primary private IPv4 address, then the IPv6 ones. */
  addresses: readonly Address[];
  /** The first public IPv4 address, if any. */
  publicAddress: Address | null;
}>;

/** The groups that an interface wears and that exist, each once, sorted: a group that is gone has no members. */
export const groupsWorn = (network: Network, record: NetworkInterface): readonly SecurityGroupId[] =>
  [...new Set(record.groupIds)]
    .filter((groupId) => recordOf(network.securityGroups, groupId) !== undefined)
    .toSorted();

/** Null for an interface that is gone or whose subnet is: it is in no VPC, so nothing can be said of it. */
export function interfaceFacts(
  network: Network,
  networkInterfaceId: NetworkInterfaceId,
): InterfaceFacts | null {
  const record = recordOf(network.networkInterfaces, networkInterfaceId);
  const subnet = record === undefined ? undefined : recordOf(network.subnets, record.subnetId);
  if (record === undefined || subnet === undefined) return null;
  const { attachment } = record;
  return {
    record,
    networkInterfaceId,
    vpcId: subnet.vpcId,
    subnetId: subnet.subnetId,
    groupIds: groupsWorn(network, record),
    isOpen: hasNoFilter(network, record),
    isActive: attachment !== null && isRunning(network, attachment),
    sends: attachment?.kind !== "vpcEndpoint",
    addresses: addressesOf(record),
    publicAddress: publicAddressOf(record),
  };
}

/** ELB: a network load balancer without groups lets everything through. */
function hasNoFilter(network: Network, { attachment, groupIds }: NetworkInterface): boolean {
  if (attachment?.kind !== "loadBalancer" || groupIds.length > 0) return false;
  return recordOf(network.loadBalancers, attachment.loadBalancerId)?.loadBalancerType === "network";
}

const isRunning = ({ instances }: Network, attachment: Attachment): boolean =>
  attachment.kind !== "instance" ||
  (recordOf(instances, attachment.instanceId)?.state ?? "running") === "running";

function addressesOf({ privateIpAddresses, ipv6Addresses }: NetworkInterface): readonly Address[] {
  const ipv4 = privateIpAddresses.flatMap(({ privateIpAddress }) => read(privateIpAddress, 4)).slice(0, 1);
  return [...ipv4, ...ipv6Addresses.flatMap((text) => read(text, 6))];
}

function publicAddressOf({ privateIpAddresses }: NetworkInterface): Address | null {
  const mapped = privateIpAddresses.filter(({ privateIpAddress }) => read(privateIpAddress, 4).length > 0);
  return mapped.flatMap(({ publicIp }) => (publicIp === null ? [] : read(publicIp, 4)))[0] ?? null;
}

function read(text: string, family: 4 | 6): readonly Address[] {
  const parsed = parseAddress(text);
  return parsed.ok && parsed.value.family === family ? [parsed.value] : [];
}

/** Is there nothing that any layer could tell apart? */
export const areSameFacts = (a: InterfaceFacts, b: InterfaceFacts): boolean =>
  haveSameAddresses(a, b) &&
  a.subnetId === b.subnetId &&
  a.isOpen === b.isOpen &&
  a.sends === b.sends &&
  a.groupIds.join() === b.groupIds.join();

/** Do both stand for the same addresses, so that what passes may be compared address by address? */
export const haveSameAddresses = (a: InterfaceFacts, b: InterfaceFacts): boolean =>
  a.vpcId === b.vpcId &&
  a.isActive === b.isActive &&
  (a.publicAddress === null) === (b.publicAddress === null) &&
  a.addresses.length === b.addresses.length &&
  a.addresses.every(({ family, value }, at) => {
    const other = b.addresses[at];
    return family === other?.family && value === other.value;
  });
