import {
  checkInterfaceGroups,
  checkInterfaceQuota,
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
  /** None: the VPC's default group, unless it is `groupless`. */
  groupIds: readonly SecurityGroupId[];
  attachment: NetworkInterface["attachment"];
  requesterManaged: boolean;
  /** A public address: where the subnet gives them (only an instance's primary interface), always, or never. */
  publicIp: "auto" | "always" | "never";
  /** A network load balancer's interface wears no group when none is given. */
  groupless?: boolean;
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
  const quota = checkInterfaceQuota(network, subnet.value);
  if (!quota.ok) return quota;
  const { publicIp: wish, groupless = false, ...rest } = input;
  const isBare = groupless && input.groupIds.length === 0;
  const groupIds = isBare ? ok([]) : groupsOrDefault(network, subnet.value, input.groupIds);
  if (!groupIds.ok) return groupIds;
  const address = freeAddress(network, input.subnetId);
  if (!address.ok) return address;
  const getsPublicIp = wish === "always" || (wish === "auto" && subnet.value.mapPublicIpOnLaunch);
  const publicIp = getsPublicIp ? freePublicAddress(network) : ok(null);
  if (!publicIp.ok) return publicIp;
  const ids = checkNewIds(network, [input.networkInterfaceId]);
  if (!ids.ok) return ids;
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

/** What a service's interfaces have in common, one to a subnet. */
export type ServiceInterfaces = Readonly<{
  networkInterfaceIds: readonly NetworkInterfaceId[];
  subnetIds: readonly SubnetId[];
}> &
  Pick<NewInterface, "groupIds" | "attachment" | "publicIp" | "groupless">;

/** Puts an interface of a service into each subnet, `eth0` into the first; there is an id for each. */
export const addServiceInterfaces = (
  network: Network,
  { networkInterfaceIds, subnetIds, ...rest }: ServiceInterfaces,
): Result<Network, Refusal> => {
  let added = network;
  for (const [index, subnetId] of [...new Set(subnetIds)].entries()) {
    const networkInterfaceId = networkInterfaceIds[index];
    if (networkInterfaceId === undefined) return refuse("interfaceNotFound", { id: "" });
    const input = { ...rest, networkInterfaceId, subnetId, name: `eth${index}`, requesterManaged: true };
    const next = addInterface(added, input);
    if (!next.ok) return next;
    added = next.value;
  }
  return ok(added);
};
