import type { DbInstanceId, InstanceId, NetworkInterfaceId, SecurityGroupId, SubnetId } from "./id";

/** A private IPv4 address and the public or Elastic address mapped to it, if any. */
export type PrivateIpAddress = Readonly<{ privateIpAddress: string; publicIp: string | null }>;

/** What an interface is attached to. Device index 0 is the primary interface and cannot be detached. */
export type Attachment =
  | Readonly<{ kind: "instance"; instanceId: InstanceId; deviceIndex: number }>
  | Readonly<{ kind: "dbInstance"; dbInstanceId: DbInstanceId }>;

/**
 * An elastic network interface: the unit that wears security groups and sends packets.
 * The first of `privateIpAddresses` is the primary one; the list is empty on an IPv6-only interface.
 * `attachment` is null while it stands alone; it then belongs to its groups' address sets but sends nothing.
 * `requesterManaged` interfaces are made by a service and cannot be detached or deleted by hand.
 */
export type NetworkInterface = Readonly<{
  networkInterfaceId: NetworkInterfaceId;
  name: string;
  subnetId: SubnetId;
  attachment: Attachment | null;
  privateIpAddresses: readonly PrivateIpAddress[];
  ipv6Addresses: readonly string[];
  groupIds: readonly SecurityGroupId[];
  requesterManaged: boolean;
}>;
