import type { PathDelta } from "../../engine";
import type { Change } from "./state";

const paths = (count: number): string => `${count} ${count === 1 ? "path" : "paths"}`;

/** At most two names, so that the sentence stays one line. */
const names = (all: readonly string[]): string => {
  const [first = "", second = "", ...more] = all;
  if (second === "") return first;
  return more.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${more.length} more`;
};

const are = (all: readonly string[]): string => (all.length === 1 ? "is" : "are");

const counted = ({ opened, closed, widened, narrowed }: PathDelta): string =>
  [
    opened > 0 ? `+${paths(opened)}` : "",
    closed > 0 ? `−${paths(closed)}` : "",
    widened > 0 ? `${paths(widened)} widened` : "",
    narrowed > 0 ? `${paths(narrowed)} narrowed` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");

/**
 * What a change did to the paths, in one line: "+2 paths, −1 path; database is now reachable from the Internet". "No path
 * changed" where it did nothing.
 */
export const deltaSentence = ({ delta }: Pick<Change, "delta">): string => {
  const { exposed, unexposed } = delta;
  const parts = [
    counted(delta),
    exposed.length > 0 ? `${names(exposed)} ${are(exposed)} now reachable from the Internet` : "",
    unexposed.length > 0 ? `${names(unexposed)} ${are(unexposed)} no longer reachable from the Internet` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "No path changed" : parts.join("; ");
};
