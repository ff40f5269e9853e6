import { asId } from "../model/id";
import type { Subnet } from "../model/subnet";
import type { Vpc } from "../model/vpc";
import { NETWORK_ACLS, SUBNETS, ZONES } from "./fixture-size";
import { createRandom } from "./random";

export const VPC_ID = asId<"vpc">(idText("vpc", 0));

/** An id of AWS's shape. */
export function idText(prefix: string, number: number): string {
  return `${prefix}-${number.toString(16).padStart(17, "0")}`;
}

/** A /16 holds 32 subnets of 2,048 addresses, so the VPC has two. */
const SUBNET_SIZE = 2048;
const FIRST_ADDRESS = 10 * 2 ** 24;

const firstOf = (subnet: number): number => FIRST_ADDRESS + subnet * SUBNET_SIZE;

/** Dotted text of a 32-bit number. */
export const ipv4Text = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");

export const subnetCidr = (subnet: number): string => `${ipv4Text(firstOf(subnet))}/21`;

/** The n-th host of a subnet; AWS keeps the first four addresses. */
export const hostAddress = (subnet: number, host: number): string => ipv4Text(firstOf(subnet) + 10 + host);

export const vpcRecord: Vpc = {
  vpcId: VPC_ID,
  name: "fixture",
  region: "us-east-1",
  cidrBlock: "10.0.0.0/16",
  secondaryCidrBlocks: ["10.1.0.0/16"],
  ipv6CidrBlocks: [],
};

export const subnetRecords: readonly Subnet[] = Array.from({ length: SUBNETS }, (_, number) => ({
  subnetId: asId<"subnet">(idText("subnet", number)),
  vpcId: VPC_ID,
  name: `subnet ${number}`,
  availabilityZone: `us-east-1${"abc"[number % ZONES]}`,
  cidrBlock: subnetCidr(number),
  ipv6CidrBlock: null,
  mapPublicIpOnLaunch: false,
  routeTableId: null,
  networkAclId: asId<"networkAcl">(idText("acl", number % NETWORK_ACLS)),
}));

/** The subnet of this number; there are `SUBNETS` of them. */
export function subnetAt(number: number): Subnet {
  const record = subnetRecords[number];
  if (record === undefined) throw new RangeError(`No subnet ${number}`);
  return record;
}

/** The /24s that rules name: the part of each subnet where its servers are, and offices behind a private link. */
export const SMALL_BLOCKS: readonly string[] = [
  ...Array.from({ length: SUBNETS }, (_, number) => `${ipv4Text(firstOf(number))}/24`),
  ...Array.from({ length: 16 }, (_, number) => `10.200.${number * 2}.0/24`),
];

/** Blocks of partners and offices on the Internet, from /16 to /28. */
export const INTERNET_BLOCKS: readonly string[] = (() => {
  const random = createRandom(11);
  return Array.from({ length: 64 }, (_, number) => {
    const prefixLength = random.pick([16, 20, 24, 26, 28]);
    const first = (20 + number) * 2 ** 24 + random.below(2 ** 8) * 2 ** 16;
    return `${ipv4Text(first)}/${prefixLength}`;
  });
})();

/**
 * One address of a subnet. Rules name addresses all over the subnets, while servers stand close together: most single hosts
 * that rules name are not there, as in accounts where machines come and go.
 */
export const anyHost = (subnet: number, offset: number): string => `${ipv4Text(firstOf(subnet) + offset)}/32`;

export const HOSTS = SUBNET_SIZE;
