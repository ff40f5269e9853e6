/** Reads the points of path data back, as far as the scene writes it. */
import type { Point } from "../../document/diagram";
import type { Rect } from "../scene";

/** The corners of an arrow's path: its ends, and the control point of each rounded corner. */
export const cornersOf = (path: string): readonly Point[] => {
  const commands = [...path.matchAll(/([MLQ])([^MLQZ]+)/g)].map(([, command, numbers = ""]) => ({
    command,
    values: numbers.trim().split(/\s+/).map(Number),
  }));
  return commands.flatMap(({ command, values }, index): readonly Point[] => {
    const [x = 0, y = 0] = values;
    if (command === "Q") return [{ x, y }];
    return commands[index + 1]?.command === "Q" ? [] : [{ x, y }];
  });
};

/** How far a point is from the border of a rectangle. */
export const distanceToBorder = ({ x, y }: Point, rect: Rect): number => {
  const [dx, dy] = [
    Math.max(rect.x - x, x - rect.x - rect.width),
    Math.max(rect.y - y, y - rect.y - rect.height),
  ];
  return dx <= 0 && dy <= 0 ? Math.min(-dx, -dy) : Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
};
