import type { Frame, Rect } from "./scene";
import { textWidth } from "./text-width";

/** Where a title starts: a VPC's stands beside its icon. */
const INDENT = { vpc: 40, subnet: 12 } as const;
const HEIGHT = 28;
const GAP = 8;

/** The area of a frame's title and, after it, the subtitle: nothing should be drawn over it. */
export const frameTitleRect = ({ kind, rect, title, subtitle }: Frame): Rect => {
  const indent = INDENT[kind];
  const text = textWidth(title, 13) + GAP + textWidth(subtitle);
  return { x: rect.x, y: rect.y, width: Math.min(rect.width, indent + text + GAP), height: HEIGHT };
};
