import type { NetworkAclId, RouteTableId, SubnetId, VpcId } from "./id";

/**
 * A subnet: one block of its VPC in one Availability Zone. `ipv6CidrBlock` is null in an IPv4-only subnet. Without a route
 * table of its own it has its VPC's main one, without a network ACL of its own its VPC's default one.
 */
export type Subnet = Readonly<{
  subnetId: SubnetId;
  vpcId: VpcId;
  name: string;
  availabilityZone: string;
  cidrBlock: string;
  ipv6CidrBlock: string | null;
  mapPublicIpOnLaunch: boolean;
  routeTableId: RouteTableId | null;
  networkAclId: NetworkAclId | null;
}>;
