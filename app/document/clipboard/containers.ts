/** The copies of VPCs and subnets. */
import {
  checkSubnet,
  checkVpc,
  type Network,
  nextFreeSubnetCidr,
  nextFreeSubnetIpv6Cidr,
  nextFreeVpcIpv6Cidr,
  ok,
  parseCidr,
  type Refusal,
  type Result,
  recordOf,
  recordsOf,
  refuse,
  type Subnet,
  shiftedCidr,
  type Vpc,
} from "../../../engine";
import { withRecord } from "../records";
import { copyId, freeName, type Paste, vpcFor } from "./context";
import { associationsFor } from "./filters";

/** IPv4 blocks may repeat from VPC to VPC; IPv6 ones are unique in the world. */
const vpcCopy = (paste: Paste, network: Network, vpc: Vpc): Vpc => {
  const ipv6 = vpc.ipv6CidrBlocks.length === 0 ? null : nextFreeVpcIpv6Cidr(network);
  return {
    ...vpc,
    vpcId: copyId(paste, vpc.vpcId),
    name: freeName(
      vpc.name,
      recordsOf(network.vpcs).map((each) => each.name),
    ),
    ipv6CidrBlocks: ipv6 === null ? [] : [ipv6],
  };
};

export const pasteVpcs = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  for (const vpc of recordsOf(paste.clip.network.vpcs)) {
    const copy = checkVpc(pasted, vpcCopy(paste, pasted, vpc));
    if (!copy.ok) return copy;
    pasted = withRecord(pasted, "vpcs", copy.value.vpcId, copy.value);
  }
  return ok(pasted);
};

type Blocks = Pick<Subnet, "cidrBlock" | "ipv6CidrBlock">;

/** In a copied VPC a subnet keeps its place; in another it takes the lowest free block of its size. */
const blocksFor = (paste: Paste, network: Network, subnet: Subnet, vpc: Vpc): Blocks | null => {
  const original = recordOf(paste.clip.network.vpcs, subnet.vpcId);
  if (original === undefined) {
    const prefixLength = parseCidr(subnet.cidrBlock);
    const size = prefixLength.ok ? prefixLength.value.prefixLength : undefined;
    const cidrBlock = nextFreeSubnetCidr(network, vpc.vpcId, size);
    const ipv6CidrBlock = subnet.ipv6CidrBlock === null ? null : nextFreeSubnetIpv6Cidr(network, vpc.vpcId);
    return cidrBlock === null ? null : { cidrBlock, ipv6CidrBlock };
  }
  const [before, after] = [original.ipv6CidrBlocks[0], vpc.ipv6CidrBlocks[0]];
  const carried =
    subnet.ipv6CidrBlock !== null && before !== undefined && after !== undefined
      ? shiftedCidr(subnet.ipv6CidrBlock, before, after)
      : null;
  return { cidrBlock: subnet.cidrBlock, ipv6CidrBlock: carried };
};

/** The zone with the same letter in the Region of the copy. */
const zoneIn = (region: string, zone: string): string =>
  zone.startsWith(region) ? zone : `${region}${zone.at(-1) ?? "a"}`;

const subnetCopy = (paste: Paste, network: Network, subnet: Subnet): Result<Subnet, Refusal> => {
  const vpcId = vpcFor(paste, network, subnet.vpcId);
  const vpc = vpcId === null ? undefined : recordOf(network.vpcs, vpcId);
  if (vpc === undefined) return refuse("pasteNeedsContainer", { name: subnet.name, container: "VPC" });
  const blocks = blocksFor(paste, network, subnet, vpc);
  if (blocks === null) return refuse("pasteNeedsSubnetSpace", { name: subnet.name, vpc: vpc.name });
  return checkSubnet(network, {
    ...subnet,
    ...blocks,
    ...associationsFor(paste, network, subnet, vpc.vpcId),
    subnetId: copyId(paste, subnet.subnetId),
    vpcId: vpc.vpcId,
    availabilityZone: zoneIn(vpc.region, subnet.availabilityZone),
    name: freeName(
      subnet.name,
      recordsOf(network.subnets).map((each) => each.name),
    ),
  });
};

export const pasteSubnets = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  for (const subnet of recordsOf(paste.clip.network.subnets)) {
    const copy = subnetCopy(paste, pasted, subnet);
    if (!copy.ok) return copy;
    pasted = withRecord(pasted, "subnets", copy.value.subnetId, copy.value);
  }
  return ok(pasted);
};
