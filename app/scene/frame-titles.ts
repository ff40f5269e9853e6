import { rightOf } from "./geometry";
import type { Frame, Rect } from "./scene";
import { textWidth } from "./text-width";

/** Where a title starts: a VPC's stands beside its icon. */
const INDENT = { vpc: 40, subnet: 12 } as const;
const HEIGHT = 32;
const GAP = 8;

/** Width of a frame's title with what stands after it. */
export const frameTitleWidth = ({
  kind,
  title,
  subtitle,
}: Pick<Frame, "kind" | "title" | "subtitle">): number =>
  INDENT[kind] + textWidth(title, 13) + GAP + textWidth(subtitle) + GAP;

/** Where the badges of a subnet start, and how much room they have between its name and its CIDR. */
export const roomForBadges = (
  { title, subtitle }: Pick<Frame, "title" | "subtitle">,
  width: number,
): Readonly<{ left: number; room: number }> => {
  const left = INDENT.subnet + textWidth(title, 13) + GAP;
  return { left, room: width - left - textWidth(subtitle) - INDENT.subnet - GAP };
};

/** The rest of a head behind the title, from the right; at most what there is. */
const atRight = ({ x, y, width }: Rect, title: number, wanted: number): readonly Rect[] => {
  const taken = Math.max(0, Math.min(width - title, wanted));
  return [
    { x, y, width: Math.min(width, title), height: HEIGHT },
    { x: x + width - taken, y: y + 4, width: taken, height: 24 },
  ];
};

/**
 * What is written in a frame's head, where nothing should be drawn: the name, with the badges of a subnet behind it, and at
 * its right a subnet's CIDR or the groups of a VPC.
 */
export const frameTextRects = (frame: Frame): readonly Rect[] => {
  if (frame.kind === "vpc")
    return atRight(frame.rect, frameTitleWidth(frame), frame.tagsWidth + INDENT.subnet);
  const last = frame.badges.at(-1);
  const title = last === undefined ? roomForBadges(frame, frame.rect.width).left : rightOf(last.rect) + GAP;
  return atRight(frame.rect, title, textWidth(frame.subtitle) + INDENT.subnet);
};
