import { type Network, recordOf, recordsOf } from "../model/network";
import type { Subnet } from "../model/subnet";
import type { Vpc } from "../model/vpc";
import { type Cidr, cidrCovers, cidrsOverlap, type Family, formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { blocksOf, checkCidr } from "./cidr-check";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";
import { vpcBlocks } from "./vpc-check";

const hasSubnetSize = ({ family, prefixLength }: Cidr): boolean =>
  family === 4
    ? prefixLength >= 16 && prefixLength <= 28
    : prefixLength >= 44 && prefixLength <= 64 && prefixLength % 4 === 0;

const siblingsOf = (network: Network, subnet: Readonly<{ vpcId: string; subnetId?: string }>) =>
  recordsOf(network.subnets).filter(
    (each) => each.vpcId === subnet.vpcId && each.subnetId !== subnet.subnetId,
  );

/** The blocks that the subnets of a VPC take, of both families. */
export const takenBlocks = (network: Network, vpcId: string): readonly Cidr[] =>
  siblingsOf(network, { vpcId }).flatMap((each) => blocksOf([each.cidrBlock, each.ipv6CidrBlock ?? ""]));

type SubnetKey = Readonly<{ vpcId: string; subnetId?: string }>;

function checkOverlap(network: Network, key: SubnetKey, block: Cidr): Result<void, Refusal> {
  for (const sibling of siblingsOf(network, key)) {
    const twin = blocksOf([sibling.cidrBlock, sibling.ipv6CidrBlock ?? ""]).find((each) =>
      cidrsOverlap(each, block),
    );
    if (twin === undefined) continue;
    const facts = { cidr: formatCidr(block), other: formatCidr(twin) };
    return refuse("subnetOverlaps", { ...facts, name: sibling.name || sibling.subnetId });
  }
  return ok(undefined);
}

function checkInside(vpc: Vpc, block: Cidr): Result<void, Refusal> {
  const blocks = vpcBlocks(vpc).filter(({ family }) => family === block.family);
  if (blocks.some((each) => cidrCovers(each, block))) return ok(undefined);
  const facts = { cidr: formatCidr(block), name: vpc.name || vpc.vpcId };
  return refuse("subnetOutsideVpc", { ...facts, blocks: blocks.map(formatCidr).join(", ") });
}

/**
 * The block of a subnet, new or (with its id) changed: /16 to /28 for IPv4, /44 to /64 in steps of four for IPv6, inside one
 * block of its VPC, no overlap with another subnet (VPC User Guide, "Subnet CIDR blocks"). Gives its canonical text.
 */
export function checkSubnetCidr(
  network: Network,
  key: SubnetKey,
  text: string,
  family: Family = 4,
): Result<string, Refusal> {
  const vpc = recordOf(network.vpcs, key.vpcId);
  if (vpc === undefined) return refuse("vpcNotFound", { id: key.vpcId });
  const block = checkCidr(text, family);
  if (!block.ok) return block;
  if (!hasSubnetSize(block.value)) {
    return refuse("subnetSize", { cidr: formatCidr(block.value), family: `IPv${family}` });
  }
  const inside = checkInside(vpc, block.value);
  if (!inside.ok) return inside;
  const overlap = checkOverlap(network, key, block.value);
  return overlap.ok ? ok(formatCidr(block.value)) : overlap;
}

function checkSubnetQuota(network: Network, subnet: Subnet): Result<void, Refusal> {
  const limit = QUOTAS.subnetsPerVpc;
  const isNew = recordOf(network.subnets, subnet.subnetId) === undefined;
  return isNew && siblingsOf(network, subnet).length >= limit
    ? refuse("subnetLimit", { limit: `${limit}` })
    : ok(undefined);
}

/** A zone's name is its Region's with a letter ("us-east-1a") or a local zone's suffix ("us-west-2-lax-1a") behind it. */
function checkZone(network: Network, subnet: Subnet): Result<void, Refusal> {
  const region = recordOf(network.vpcs, subnet.vpcId)?.region ?? "";
  const zone = subnet.availabilityZone;
  const suffix = zone.startsWith(region) ? zone.slice(region.length) : "";
  return /^(-[a-z0-9-]+)?[a-z]$/u.test(suffix) ? ok(undefined) : refuse("zoneNotInRegion", { zone, region });
}

/** A subnet as EC2 would store it, new or changed, or why it would refuse. What stays as it was is not checked. */
export function checkSubnet(network: Network, subnet: Subnet): Result<Subnet, Refusal> {
  const before = recordOf(network.subnets, subnet.subnetId);
  const { cidrBlock: text, ipv6CidrBlock: ipv6Text, availabilityZone } = subnet;
  const cidrBlock = before?.cidrBlock === text ? ok(text) : checkSubnetCidr(network, subnet, text);
  if (!cidrBlock.ok) return cidrBlock;
  const zone = before?.availabilityZone === availabilityZone ? ok(undefined) : checkZone(network, subnet);
  if (!zone.ok) return zone;
  const quota = checkSubnetQuota(network, subnet);
  if (!quota.ok) return quota;
  const isOld = ipv6Text === null || before?.ipv6CidrBlock === ipv6Text;
  const ipv6 = isOld ? ok(ipv6Text) : checkSubnetCidr(network, subnet, ipv6Text, 6);
  return ipv6.ok ? ok({ ...subnet, cidrBlock: cidrBlock.value, ipv6CidrBlock: ipv6.value }) : ipv6;
}
