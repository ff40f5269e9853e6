import { rightOf } from "./geometry";
import type { Frame, Rect } from "./scene";
import { textWidth } from "./text-width";

/** Where a title starts: a VPC's stands beside its icon. */
const INDENT = { vpc: 40, subnet: 12 } as const;
const HEIGHT = 28;
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

/**
 * What is written in a frame's head, where nothing should be drawn: the name, with the badges of a subnet behind it, and at
 * its right the CIDR.
 */
export const frameTextRects = (frame: Frame): readonly Rect[] => {
  const { x, y, width } = frame.rect;
  if (frame.kind === "vpc") return [{ x, y, width: Math.min(width, frameTitleWidth(frame)), height: HEIGHT }];
  const last = frame.badges.at(-1);
  const title = last === undefined ? roomForBadges(frame, width).left : rightOf(last.rect) + GAP;
  const subtitle = Math.max(0, Math.min(width - title, textWidth(frame.subtitle) + INDENT.subnet));
  return [
    { x, y, width: Math.min(width, title), height: HEIGHT },
    { x: x + width - subtitle, y, width: subtitle, height: HEIGHT },
  ];
};
