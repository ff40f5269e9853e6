import {
  DEFAULT_GROUP_NAME,
  type Network,
  recordsOf,
  type SecurityGroup,
  type SecurityGroupId,
} from "../../engine";
import type { Layout } from "../document/diagram";
import { groupBy } from "./group-by";
import type { Chip } from "./scene";

/** How many colours of groups there are before they repeat. */
export const GROUP_COLORS = 12;

const MAX_LABEL = 3;

/** Short labels from the best on: initials, then more of the last word, then of the first, then numbered. */
function* labelsFor(name: string): Generator<string> {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const first = words[0] ?? "G";
  const initials =
    words
      .map((word) => word[0])
      .join("")
      .slice(0, MAX_LABEL) || "G";
  yield initials;
  for (const letter of (words.at(-1) ?? first).slice(1)) yield (initials + letter).slice(0, MAX_LABEL);
  for (const letter of first.slice(1)) yield (first[0] ?? "G") + letter;
  for (let n = 2; ; n += 1) yield `${initials.slice(0, n < 10 ? 2 : 1)}${n}`.slice(-MAX_LABEL);
}

/** A short label for each group, unique among these (they are of one VPC); `default` is asked first. */
export const chipLabels = (groups: readonly SecurityGroup[]): ReadonlyMap<SecurityGroupId, string> => {
  const isOther = (group: SecurityGroup): number => (group.groupName === DEFAULT_GROUP_NAME ? 0 : 1);
  const labels = new Map<SecurityGroupId, string>();
  const used = new Set<string>();
  for (const group of groups.toSorted((a, b) => isOther(a) - isOther(b)))
    for (const candidate of labelsFor(group.groupName)) {
      const label = candidate.toUpperCase();
      if (used.has(label)) continue;
      used.add(label);
      labels.set(group.groupId, label);
      break;
    }
  return labels;
};

/** The chip of every group. A group without a stored colour gets the one of its turn. */
export const chipsOf = (network: Network, layout: Layout): ReadonlyMap<SecurityGroupId, Chip> => {
  const groups = recordsOf(network.securityGroups);
  const labels = new Map(
    [...groupBy(groups, (group) => group.vpcId).values()].flatMap((ofVpc) => [...chipLabels(ofVpc)]),
  );
  return new Map(
    groups.map((group, index) => [
      group.groupId,
      {
        groupId: group.groupId,
        name: group.groupName,
        label: labels.get(group.groupId) ?? "",
        color: (layout.groupColors[group.groupId] ?? index) % GROUP_COLORS,
      },
    ]),
  );
};
