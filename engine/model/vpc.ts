import type { VpcId } from "./id";

/** A VPC. CIDRs are canonical text; the primary IPv4 block cannot be removed, others can. */
export type Vpc = Readonly<{
  vpcId: VpcId;
  name: string;
  region: string;
  cidrBlock: string;
  secondaryCidrBlocks: readonly string[];
  ipv6CidrBlocks: readonly string[];
}>;
