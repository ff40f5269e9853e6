/** What frames say, and how large they are around what is in them. */
import type { Network, SecurityGroup, Subnet, Vpc } from "../../engine";
import type { Size } from "../document/diagram";
import { isPublicSubnet } from "../document/public-subnet";
import { badgesOf } from "./frame-badges";
import { roomForBadges } from "./frame-titles";
import { bottomOf, join, joinAll, rightOf } from "./geometry";
import type { Frame, Rect } from "./scene";
import type { Padding } from "./sizes";
import { textWidth } from "./text-width";

/** The frame's rectangle, relative to its own origin: its stored size, grown where content sticks out. */
export const frameAround = (content: readonly Rect[], stored: Size, padding: Padding): Rect => {
  const own: Rect = { x: 0, y: 0, ...stored };
  const all = joinAll(content);
  if (all === null) return own;
  const edge = { right: rightOf(all) + padding.side, bottom: bottomOf(all) + padding.bottom };
  const x = Math.min(0, all.x - padding.side);
  const y = Math.min(0, all.y - padding.top);
  const roomy: Rect = { x, y, width: edge.right - x, height: edge.bottom - y };
  return all.x >= 0 && all.y >= 0 && rightOf(all) <= stored.width && bottomOf(all) <= stored.height
    ? own
    : join(own, roomy);
};

/** Around a group's name in its tag: edges, the chip with its letters, and the gap to the next tag. */
const TAG_EXTRA = 44;

/** `groups` are the security groups of the VPC. */
export const vpcFrame = (vpc: Vpc, groups: readonly SecurityGroup[], rect: Rect): Frame => ({
  kind: "vpc",
  id: vpc.vpcId,
  parentId: null,
  rect,
  title: vpc.name || vpc.vpcId,
  subtitle: [[vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks].join(", "), vpc.region]
    .filter((part) => part !== "")
    .join(" · "),
  tone: "vpc",
  badges: [],
  tagsWidth: groups.reduce((sum, { groupName }) => sum + textWidth(groupName) + TAG_EXTRA, 0),
});

export const subnetFrame = (network: Network, subnet: Subnet, rect: Rect): Frame => {
  const title = subnet.name || subnet.subnetId;
  const subtitle = [subnet.cidrBlock, subnet.ipv6CidrBlock, subnet.availabilityZone]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
  const { left, room } = roomForBadges({ title, subtitle }, rect.width);
  return {
    kind: "subnet",
    id: subnet.subnetId,
    parentId: subnet.vpcId,
    rect,
    title,
    subtitle,
    tone: isPublicSubnet(network, subnet) ? "public" : "private",
    badges: badgesOf(network, subnet, left, room),
    tagsWidth: 0,
  };
};
