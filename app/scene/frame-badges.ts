/** What a subnet's head says of its route table and its network ACL. */
import { type Network, networkAclOf, routeTableOf, type Subnet } from "../../engine";
import type { FrameBadge } from "./scene";
import { BADGE_HEIGHT, BADGE_ICON, BADGE_PADDING } from "./sizes";
import { textWidth } from "./text-width";

const GAP = 4;
const TOP = 4;
const FONT = 11;

type Judge = Omit<FrameBadge, "text" | "rect">;

const judgesOf = (network: Network, subnet: Subnet): readonly Judge[] => {
  const table = routeTableOf(network, subnet);
  const acl = networkAclOf(network, subnet);
  const judges: Judge[] = [];
  if (table !== null) {
    const { routeTableId: id, name, isMain } = table;
    judges.push({ kind: "routeTable", id, name: name || (isMain ? "main" : id), isDefault: isMain });
  }
  if (acl !== null) {
    const { networkAclId: id, name, isDefault } = acl;
    judges.push({ kind: "networkAcl", id, name: name || (isDefault ? "default" : id), isDefault });
  }
  return judges;
};

const ICON_ONLY = BADGE_ICON + 2 * BADGE_PADDING;

/** How much wider a badge is with its name. */
const nameWidth = ({ name }: Judge): number => textWidth(name, FONT) + BADGE_PADDING;

/**
 * The badges of a subnet side by side from `left` on, relative to its frame. Names are written as far as there is room for
 * them, those that the subnet has chosen first.
 */
export const badgesOf = (
  network: Network,
  subnet: Subnet,
  left: number,
  room: number,
): readonly FrameBadge[] => {
  const judges = judgesOf(network, subnet);
  let rest = room - judges.length * (ICON_ONLY + GAP);
  const named = new Set<Judge>();
  for (const judge of judges.toSorted((a, b) => Number(a.isDefault) - Number(b.isDefault)))
    if (nameWidth(judge) <= rest) {
      named.add(judge);
      rest -= nameWidth(judge);
    }
  let x = left;
  return judges.map((judge) => {
    const isNamed = named.has(judge);
    const width = ICON_ONLY + (isNamed ? nameWidth(judge) : 0);
    const rect = { x, y: TOP, width, height: BADGE_HEIGHT };
    x += width + GAP;
    return { ...judge, text: isNamed ? judge.name : null, rect };
  });
};
