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

/** The area of a frame's title and, after it, the subtitle: nothing should be drawn over it. */
export const frameTitleRect = (frame: Frame): Rect => {
  const { x, y, width } = frame.rect;
  return { x, y, width: Math.min(width, frameTitleWidth(frame)), height: HEIGHT };
};
