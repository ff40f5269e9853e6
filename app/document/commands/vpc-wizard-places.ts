/** Where the wizard puts things: a column a zone, the public subnets in the first row. */
import type { Place, Size } from "../diagram";

export type WizardShape = Readonly<{
  zones: readonly string[];
  hasPublicSubnets: boolean;
  privateSubnetsPerZone: 0 | 1 | 2;
  ipv6CidrBlocks?: readonly string[];
}>;

/** Room for one card with its hulls; a public subnet also for a NAT gateway below it. */
const SUBNET: Size = { width: 320, height: 200 };
/** With its IPv6 block, a subnet's head is longer. */
const IPV6_WIDTH = 424;
const PUBLIC_HEIGHT = 288;
const PADDING = { top: 56, side: 32, bottom: 32 };
const GAP = 32;

const heightOf = ({ hasPublicSubnets }: WizardShape, row: number): number =>
  hasPublicSubnets && row === 0 ? PUBLIC_HEIGHT : SUBNET.height;

const widthOf = ({ ipv6CidrBlocks = [] }: WizardShape): number =>
  ipv6CidrBlocks.length > 0 ? IPV6_WIDTH : SUBNET.width;

const topOf = (shape: WizardShape, row: number): number => {
  let top = PADDING.top;
  for (let above = 0; above < row; above += 1) top += heightOf(shape, above) + GAP;
  return top;
};

export const subnetPlace = (shape: WizardShape, zone: number, row: number): Place => ({
  x: PADDING.side + zone * (widthOf(shape) + GAP),
  y: topOf(shape, row),
  size: { width: widthOf(shape), height: heightOf(shape, row) },
});

/** Below the place of the first card. */
export const NAT_PLACE: Place = { x: 56, y: 212, size: null };

/** The VPC's frame around all of its subnets; one without any has room for one. */
export const vpcSize = (shape: WizardShape): Size => {
  const columns = Math.max(1, shape.zones.length);
  const rows = Math.max(1, shape.privateSubnetsPerZone + (shape.hasPublicSubnets ? 1 : 0));
  return {
    width: 2 * PADDING.side + columns * widthOf(shape) + (columns - 1) * GAP,
    height: topOf(shape, rows) - GAP + PADDING.bottom,
  };
};
