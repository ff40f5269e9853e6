import { type Network, recordOf, recordsOf } from "../model/network";
import type { Vpc } from "../model/vpc";
import { type Cidr, cidrCovers, cidrsOverlap, formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { blocksOf, checkCidr, checkCidrs } from "./cidr-check";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";
import { routeKey } from "./route-key";

const LINK_LOCAL = blocksOf(["169.254.0.0/16"]);
/** Blocks of one VPC may not come from two of these (VPC User Guide, "IPv4 CIDR block association restrictions"). */
const PRIVATE_FAMILIES = blocksOf(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"]);
/** By the same table, a VPC with a block in the first of these gains none in the second. */
const NOT_GAINED = [
  ["10.0.0.0/15", "10.0.0.0/16"],
  ["172.16.0.0/12", "172.31.0.0/16"],
].map(blocksOf);

/** All IPv4 blocks of a VPC, the primary one first, and its IPv6 blocks. */
export const vpcBlocks = (vpc: Vpc): readonly Cidr[] =>
  blocksOf([vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks]);

function checkIpv4Block(block: Cidr): Result<void, Refusal> {
  const cidr = formatCidr(block);
  if (block.prefixLength < 16 || block.prefixLength > 28) return refuse("vpcSize", { cidr });
  return LINK_LOCAL.some((each) => cidrsOverlap(each, block))
    ? refuse("vpcLinkLocal", { cidr })
    : ok(undefined);
}

const familyOf = (block: Cidr): number => PRIVATE_FAMILIES.findIndex((each) => cidrCovers(each, block));

function checkTogether(blocks: readonly Cidr[]): Result<void, Refusal> {
  for (const [index, block] of blocks.entries()) {
    const earlier = blocks.slice(0, index);
    const facts = (other: Cidr) => ({ cidr: formatCidr(block), other: formatCidr(other) });
    const twin = earlier.find((each) => cidrsOverlap(each, block));
    if (twin !== undefined) return refuse("vpcBlocksOverlap", facts(twin));
    const mixed = earlier.find(
      (each) => mayNotMix(familyOf(each), familyOf(block)) || mayNotGain(each, block),
    );
    if (mixed !== undefined) return refuse("vpcBlocksMixed", facts(mixed));
  }
  return ok(undefined);
}

const mayNotMix = (a: number, b: number): boolean => a >= 0 && b >= 0 && a !== b;

const mayNotGain = (had: Cidr, block: Cidr): boolean =>
  NOT_GAINED.some(
    ([within, from]) =>
      within !== undefined && from !== undefined && cidrCovers(within, had) && cidrCovers(from, block),
  );

function checkIpv4Blocks(vpc: Vpc): Result<readonly Cidr[], Refusal> {
  const blocks = checkCidrs([vpc.cidrBlock, ...vpc.secondaryCidrBlocks], 4);
  if (!blocks.ok) return blocks;
  const limit = QUOTAS.ipv4CidrsPerVpc;
  if (blocks.value.length > limit) return refuse("vpcBlockLimit", { family: "IPv4", limit: `${limit}` });
  for (const block of blocks.value) {
    const checked = checkIpv4Block(block);
    if (!checked.ok) return checked;
  }
  const together = checkTogether(blocks.value);
  return together.ok ? blocks : together;
}

/** IPv6 blocks are /44 to /60 in steps of four; Amazon's own are /56. */
function checkIpv6Blocks(vpc: Vpc): Result<readonly Cidr[], Refusal> {
  const blocks = checkCidrs(vpc.ipv6CidrBlocks, 6);
  if (!blocks.ok) return blocks;
  const limit = QUOTAS.ipv6CidrsPerVpc;
  if (blocks.value.length > limit) return refuse("vpcBlockLimit", { family: "IPv6", limit: `${limit}` });
  const odd = blocks.value.find(
    ({ prefixLength }) => prefixLength < 44 || prefixLength > 60 || prefixLength % 4 !== 0,
  );
  if (odd !== undefined) return refuse("vpcIpv6Size", { cidr: formatCidr(odd) });
  const together = checkTogether(blocks.value);
  return together.ok ? blocks : together;
}

/** Subnets keep a block in use. Those that lay outside before (a foreign file) do not count. */
function checkSubnetsStayInside(network: Network, vpc: Vpc): Result<void, Refusal> {
  const before = recordOf(network.vpcs, vpc.vpcId);
  if (before === undefined) return ok(undefined);
  const covered = (blocks: readonly Cidr[], text: string) =>
    blocksOf([text]).every((cidr) => blocks.some((block) => cidrCovers(block, cidr)));
  const left = recordsOf(network.subnets)
    .filter((subnet) => subnet.vpcId === vpc.vpcId)
    .filter((subnet) =>
      [subnet.cidrBlock, subnet.ipv6CidrBlock ?? subnet.cidrBlock].some(
        (text) => covered(vpcBlocks(before), text) && !covered(vpcBlocks(vpc), text),
      ),
    );
  if (left.length === 0) return ok(undefined);
  const subnets = left.map((subnet) => `${subnet.name || subnet.subnetId} (${subnet.cidrBlock})`);
  return refuse("vpcBlockInUse", { subnets: subnets.join(", ") });
}

const destinationsIn = (network: Network, vpcId: string): readonly Cidr[] =>
  recordsOf(network.routeTables)
    .filter((table) => table.vpcId === vpcId)
    .flatMap(({ routes }) => blocksOf(routes.map(({ destination }) => routeKey(destination))));

/** The VPCs that an active peering joins to this one. */
const peersOf = (network: Network, vpcId: string): readonly Vpc[] =>
  recordsOf(network.vpcPeeringConnections)
    .filter(({ status }) => status === "active")
    .flatMap(({ requesterVpcId, accepterVpcId }) => {
      if (requesterVpcId === vpcId) return recordOf(network.vpcs, accepterVpcId) ?? [];
      return accepterVpcId === vpcId ? (recordOf(network.vpcs, requesterVpcId) ?? []) : [];
    });

/**
 * A block that a VPC gains would add a local route: none of its tables may lead that block, or a part of it, elsewhere; and no
 * peer may have it (VPC User Guide, "IPv4 CIDR block association restrictions").
 */
function checkNewBlocks(network: Network, vpc: Vpc): Result<void, Refusal> {
  const before = recordOf(network.vpcs, vpc.vpcId);
  if (before === undefined) return ok(undefined);
  const had = vpcBlocks(before);
  for (const block of vpcBlocks(vpc).filter((each) => !had.some((old) => cidrCovers(old, each)))) {
    const cidr = formatCidr(block);
    const route = destinationsIn(network, vpc.vpcId).find(
      (each) => cidrCovers(block, each) && !had.some((old) => cidrCovers(old, each)),
    );
    if (route !== undefined) return refuse("vpcBlockRouted", { cidr, destination: formatCidr(route) });
    const peer = peersOf(network, vpc.vpcId).find((each) =>
      vpcBlocks(each).some((other) => cidrsOverlap(other, block)),
    );
    if (peer !== undefined) return refuse("vpcBlockOfPeer", { cidr, name: peer.name || peer.vpcId });
  }
  return ok(undefined);
}

function checkVpcQuota(network: Network, vpc: Vpc): Result<void, Refusal> {
  const inRegion = recordsOf(network.vpcs).filter(({ region }) => region === vpc.region).length;
  const isNew = recordOf(network.vpcs, vpc.vpcId) === undefined;
  const limit = QUOTAS.vpcsPerRegion;
  return isNew && inRegion >= limit
    ? refuse("vpcLimit", { region: vpc.region, limit: `${limit}` })
    : ok(undefined);
}

const blockTexts = ({ cidrBlock, secondaryCidrBlocks, ipv6CidrBlocks }: Vpc): string =>
  [cidrBlock, ...secondaryCidrBlocks, "IPv6", ...ipv6CidrBlocks].join(" ");

/**
 * A VPC as EC2 would store it, new or changed, or why it would refuse (VPC User Guide, "VPC CIDR blocks"). Blocks that stay as
 * they were are not checked.
 */
export function checkVpc(network: Network, vpc: Vpc): Result<Vpc, Refusal> {
  const before = recordOf(network.vpcs, vpc.vpcId);
  if (before !== undefined && blockTexts(before) === blockTexts(vpc)) return ok(vpc);
  const ipv4 = checkIpv4Blocks(vpc);
  if (!ipv4.ok) return ipv4;
  const ipv6 = checkIpv6Blocks(vpc);
  if (!ipv6.ok) return ipv6;
  const [cidrBlock = vpc.cidrBlock, ...secondaryCidrBlocks] = ipv4.value.map(formatCidr);
  const stored: Vpc = { ...vpc, cidrBlock, secondaryCidrBlocks, ipv6CidrBlocks: ipv6.value.map(formatCidr) };
  const subnets = checkSubnetsStayInside(network, stored);
  if (!subnets.ok) return subnets;
  const room = checkNewBlocks(network, stored);
  if (!room.ok) return room;
  const quota = checkVpcQuota(network, vpc);
  return quota.ok ? ok(stored) : quota;
}

/** The primary block of a new VPC: /16 to /28, not link-local. Gives its canonical text. */
export function checkCidrForVpc(text: string): Result<string, Refusal> {
  const block = checkCidr(text, 4);
  if (!block.ok) return block;
  const checked = checkIpv4Block(block.value);
  return checked.ok ? ok(formatCidr(block.value)) : checked;
}
