import {
  checkInterfaceGroups,
  defaultGroupOf,
  freeAddress,
  freePublicAddress,
  type Network,
  type NetworkInterface,
  type NetworkInterfaceId,
  ok,
  type Refusal,
  type Result,
  refuse,
  type SecurityGroupId,
  type Subnet,
  type SubnetId,
} from "../../engine";
import { checkNewIds, findSubnet, withInterface } from "./records";

/** What every new interface needs to be told. */
export type NewInterface = Readonly<{
  networkInterfaceId: NetworkInterfaceId;
  subnetId: SubnetId;
  name: string;
  /** None: the VPC's default group. */
  groupIds: readonly SecurityGroupId[];
  attachment: NetworkInterface["attachment"];
  requesterManaged: boolean;
  /** Does it get a public address where the subnet gives them? Only an instance's primary interface does. */
  autoPublicIp: boolean;
}>;

/** The groups of a new interface: those named, else the default group of the VPC. */
export const groupsOrDefault = (
  network: Network,
  subnet: Subnet,
  groupIds: readonly SecurityGroupId[],
): Result<readonly SecurityGroupId[], Refusal> => {
  if (groupIds.length > 0) return checkInterfaceGroups(network, subnet.vpcId, groupIds);
  const fallback = defaultGroupOf(network, subnet.vpcId);
  return fallback === null ? refuse("interfaceWithoutGroup") : ok([fallback.groupId]);
};

/** Puts a new interface into a subnet, with its lowest free address. */
export const addInterface = (network: Network, input: NewInterface): Result<Network, Refusal> => {
  const subnet = findSubnet(network, input.subnetId);
  if (!subnet.ok) return subnet;
  const groupIds = groupsOrDefault(network, subnet.value, input.groupIds);
  if (!groupIds.ok) return groupIds;
  const address = freeAddress(network, input.subnetId);
  if (!address.ok) return address;
  const getsPublicIp = input.autoPublicIp && subnet.value.mapPublicIpOnLaunch;
  const publicIp = getsPublicIp ? freePublicAddress(network) : ok(null);
  if (!publicIp.ok) return publicIp;
  const ids = checkNewIds(network, [input.networkInterfaceId]);
  if (!ids.ok) return ids;
  const { autoPublicIp: _, ...rest } = input;
  const addresses = [{ privateIpAddress: address.value, publicIp: publicIp.value }];
  return ok(
    withInterface(network, {
      ...rest,
      groupIds: groupIds.value,
      privateIpAddresses: addresses,
      ipv6Addresses: [],
      sourceDestCheck: true,
    }),
  );
};
