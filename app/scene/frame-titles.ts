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

/** What is written in a frame's head, where nothing should be drawn: the name and, in a subnet at the right, its CIDR. */
export const frameTextRects = (frame: Frame): readonly Rect[] => {
  const { x, y, width } = frame.rect;
  if (frame.kind === "vpc") return [{ x, y, width: Math.min(width, frameTitleWidth(frame)), height: HEIGHT }];
  const title = INDENT.subnet + textWidth(frame.title, 13) + GAP;
  const subtitle = Math.min(width - title, textWidth(frame.subtitle) + INDENT.subnet);
  return [
    { x, y, width: Math.min(width, title), height: HEIGHT },
    { x: x + width - subtitle, y, width: subtitle, height: HEIGHT },
  ];
};
