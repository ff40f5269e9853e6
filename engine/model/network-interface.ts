import type {
  DbInstanceId,
  InstanceId,
  LoadBalancerId,
  ManagedResourceId,
  NetworkInterfaceId,
  SecurityGroupId,
  SubnetId,
  VpcEndpointId,
} from "./id";

/** A private IPv4 address and the public or Elastic address mapped to it, if any. */
export type PrivateIpAddress = Readonly<{ privateIpAddress: string; publicIp: string | null }>;

/** What an interface is attached to. Device index 0 is the primary interface and cannot be detached. */
export type Attachment =
  | Readonly<{ kind: "instance"; instanceId: InstanceId; deviceIndex: number }>
  | Readonly<{ kind: "dbInstance"; dbInstanceId: DbInstanceId }>
  | Readonly<{ kind: "loadBalancer"; loadBalancerId: LoadBalancerId }>
  | Readonly<{ kind: "managedResource"; managedResourceId: ManagedResourceId }>
  | Readonly<{ kind: "vpcEndpoint"; vpcEndpointId: VpcEndpointId }>;

/**
 * An elastic network interface: the unit that wears security groups and sends packets.
 * The first of `privateIpAddresses` is the primary one; the list is empty on an IPv6-only interface.
 * `attachment` is null while it stands alone; it then belongs to its groups' address sets but sends nothing.
 * `requesterManaged` interfaces are made by a service and cannot be detached or deleted by hand.
 * `sourceDestCheck` refuses packets that are neither from nor to one of its own addresses: off on what forwards for others.
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
  sourceDestCheck: boolean;
}>;

/** The id of the instance, database or other wearer that an interface belongs to; null while it stands alone. */
export function wearerIdOf(attachment: Attachment | null): string | null {
  switch (attachment?.kind) {
    case undefined:
      return null;
    case "instance":
      return attachment.instanceId;
    case "dbInstance":
      return attachment.dbInstanceId;
    case "loadBalancer":
      return attachment.loadBalancerId;
    case "managedResource":
      return attachment.managedResourceId;
    case "vpcEndpoint":
      return attachment.vpcEndpointId;
  }
}

/** 0 for the primary interface, and for the one of a database. */
export const deviceIndexOf = ({ attachment }: NetworkInterface): number =>
  attachment?.kind === "instance" ? attachment.deviceIndex : 0;

/** The primary interface first; those of a service, which all are, by name and then by id: a file does not keep their order. */
export const compareInterfaces = (a: NetworkInterface, b: NetworkInterface): number => {
  if (deviceIndexOf(a) !== deviceIndexOf(b)) return deviceIndexOf(a) - deviceIndexOf(b);
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.networkInterfaceId < b.networkInterfaceId ? -1 : 1;
};
