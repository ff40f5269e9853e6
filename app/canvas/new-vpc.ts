import type { WizardShape } from "../document/commands/vpc-wizard-places";

/** What the wizard is asked for, but for names and addresses. */
export type VpcShape = Omit<WizardShape, "zones" | "ipv6CidrBlocks"> &
  Readonly<{
    zoneCount: 1 | 2 | 3;
    natGateways: "none" | "one" | "onePerZone";
    /** Does it get an IPv6 block of Amazon's? */
    hasIpv6: boolean;
    /** For the private subnets of one with IPv6. */
    hasEgressOnlyGateway: boolean;
    mapPublicIpOnLaunch: boolean;
  }>;

/** As AWS's wizard proposes it; without NAT gateways, which cost. */
export const FIRST_SHAPE: VpcShape = {
  zoneCount: 2,
  hasPublicSubnets: true,
  privateSubnetsPerZone: 1,
  natGateways: "none",
  hasIpv6: false,
  hasEgressOnlyGateway: true,
  mapPublicIpOnLaunch: false,
};

/** The Availability Zones of a Region that a shape fills: `us-east-1a`, `us-east-1b`. */
export const zonesOf = ({ zoneCount }: VpcShape, region: string): readonly string[] =>
  ["a", "b", "c"].slice(0, zoneCount).map((letter) => `${region}${letter}`);

const counted = (count: number, noun: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"}`];

const natCount = (shape: VpcShape): number => {
  if (!shape.hasPublicSubnets || shape.privateSubnetsPerZone === 0) return 0;
  if (shape.natGateways === "none") return 0;
  return shape.natGateways === "one" ? 1 : shape.zoneCount;
};

const egressOnlyCount = (shape: VpcShape): number =>
  shape.hasIpv6 && shape.hasEgressOnlyGateway && shape.privateSubnetsPerZone > 0 ? 1 : 0;

/** What is made besides the VPC, in one line: "2 public subnets, 2 private subnets, 1 internet gateway, …". */
export const previewOf = (shape: VpcShape): string => {
  const { zoneCount, hasPublicSubnets } = shape;
  const privateSubnets = zoneCount * shape.privateSubnetsPerZone;
  const parts = [
    ...counted(hasPublicSubnets ? zoneCount : 0, "public subnet"),
    ...counted(privateSubnets, "private subnet"),
    ...counted(hasPublicSubnets ? 1 : 0, "internet gateway"),
    ...counted(natCount(shape), "NAT gateway"),
    ...counted(egressOnlyCount(shape), "egress-only gateway"),
    ...counted(privateSubnets + (hasPublicSubnets ? 1 : 0), "route table"),
  ];
  return parts.length === 0 ? "nothing else" : parts.join(", ");
};
