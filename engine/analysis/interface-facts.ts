import type { NetworkInterfaceId, SecurityGroupId, VpcId } from "../model/id";
import { type Network, recordOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import { type AddressKey, keyOf } from "../net/address-map";
import { type Family, parseAddress } from "../net/cidr";

/** An address that an interface has within its VPC. */
export type OwnAddress = Readonly<{ family: Family; address: AddressKey }>;

/** What an interface's record says, read. */
export type InterfaceFacts = Readonly<{
  networkInterfaceId: NetworkInterfaceId;
  vpcId: VpcId;
  /** Those that exist, sorted. */
  groupIds: readonly SecurityGroupId[];
  isAttached: boolean;
  isPublic: boolean;
  /** Private IPv4, the primary one first, and IPv6. */
  addresses: readonly OwnAddress[];
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
  const texts = [...record.privateIpAddresses.map((own) => own.privateIpAddress), ...record.ipv6Addresses];
  return {
    networkInterfaceId,
    vpcId: subnet.vpcId,
    groupIds: groupsWorn(network, record),
    isAttached: record.attachment !== null,
    isPublic: hasPublicAddress(record),
    addresses: texts.flatMap(ownAddress),
  };
}

function ownAddress(text: string): readonly OwnAddress[] {
  const parsed = parseAddress(text);
  if (!parsed.ok) return [];
  const { family, value } = parsed.value;
  return [{ family, address: keyOf(family, value) }];
}

const hasPublicAddress = (record: NetworkInterface): boolean =>
  record.privateIpAddresses.some(
    ({ privateIpAddress, publicIp }) => isIpv4(privateIpAddress) && publicIp !== null && isIpv4(publicIp),
  );

function isIpv4(text: string): boolean {
  const address = parseAddress(text);
  return address.ok && address.value.family === 4;
}
