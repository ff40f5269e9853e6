import type { SubnetId, VpcId } from "./id";

/** A subnet: one block of its VPC in one Availability Zone. `ipv6CidrBlock` is null in an IPv4-only subnet. */
export type Subnet = Readonly<{
  subnetId: SubnetId;
  vpcId: VpcId;
  name: string;
  availabilityZone: string;
  cidrBlock: string;
  ipv6CidrBlock: string | null;
  mapPublicIpOnLaunch: boolean;
}>;
