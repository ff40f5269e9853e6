import { type Network, recordOf, recordsOf } from "../model/network";
import { type Cidr, cidrCovers, cidrOf, cidrsOverlap, formatCidr } from "../net/cidr";
import { blocksOf } from "./cidr-check";
import { takenBlocks } from "./subnet-check";
import { vpcBlocks } from "./vpc-check";

/** The lowest block of this size inside `outer` that overlaps none of `taken`; steps over what is in the way. */
const lowestFree = (outer: Cidr, prefixLength: number, taken: readonly Cidr[]): Cidr | null => {
  let block = cidrOf({ family: outer.family, value: outer.first }, prefixLength);
  while (block.last <= outer.last) {
    const current = block;
    const obstacle = taken.find((each) => cidrsOverlap(each, current));
    if (obstacle === undefined) return block;
    const beyond = cidrCovers(obstacle, block) ? obstacle.last : block.last;
    block = cidrOf({ family: outer.family, value: beyond + 1n }, prefixLength);
  }
  return null;
};

const firstFree = (outers: readonly Cidr[], size: (outer: Cidr) => number, taken: readonly Cidr[]) => {
  for (const outer of outers) {
    const block = lowestFree(outer, size(outer), taken);
    if (block !== null) return formatCidr(block);
  }
  return null;
};

/** A /24 where the VPC is large enough for several, else a quarter of it, at least a /28. */
const subnetSize = ({ prefixLength }: Cidr): number => Math.min(28, Math.max(24, prefixLength + 2));

/** The lowest IPv4 block that a new subnet of the VPC can have; null when it is full. `prefixLength` asks for a size. */
export const nextFreeSubnetCidr = (network: Network, vpcId: string, prefixLength?: number): string | null => {
  const vpc = recordOf(network.vpcs, vpcId);
  if (vpc === undefined) return null;
  const blocks = vpcBlocks(vpc).filter(({ family }) => family === 4);
  return firstFree(blocks, (outer) => prefixLength ?? subnetSize(outer), takenBlocks(network, vpcId));
};

/** The lowest free /64 of the VPC's IPv6 blocks; null when it is full or has none. */
export const nextFreeSubnetIpv6Cidr = (network: Network, vpcId: string): string | null => {
  const vpc = recordOf(network.vpcs, vpcId);
  if (vpc === undefined) return null;
  const blocks = vpcBlocks(vpc).filter(({ family }) => family === 6);
  return firstFree(blocks, () => 64, takenBlocks(network, vpcId));
};

/** Amazon gives a /56 of its own; ours come from the documentation range, which no real network has. */
const IPV6_POOL = blocksOf(["2001:db8:1234::/48"]);

/** The IPv6 block that a VPC gets when it asks for one. */
export const nextFreeVpcIpv6Cidr = (network: Network): string | null =>
  firstFree(
    IPV6_POOL,
    () => 56,
    recordsOf(network.vpcs).flatMap((vpc) => blocksOf(vpc.ipv6CidrBlocks)),
  );

/** A block carried along when the block around it moves; null when it does not fit there, itself when it lay outside. */
export const shiftedCidr = (text: string, from: string, to: string): string | null => {
  const [block, before, after] = blocksOf([text, from, to]);
  if (block === undefined || before === undefined || after === undefined) return null;
  if (!cidrCovers(before, block)) return text;
  const value = block.first - before.first + after.first;
  const shifted = cidrOf({ family: block.family, value }, block.prefixLength);
  return cidrCovers(after, shifted) ? formatCidr(shifted) : null;
};
