/** Who wears a group, as areas on cards; and how hulls around the same cards are nested. */
import { DEFAULT_GROUP_NAME, type NetworkInterfaceId, type VpcId } from "../../engine";
import { joinAll, moveBy } from "./geometry";
import { groupBy } from "./group-by";
import type { SceneLayout } from "./layout-of";
import type { Card, Chip, Frame, Rect } from "./scene";

/** A part of a card whose rows all wear the group: the whole card, or some rows of it. */
export type Block = Readonly<{ cardId: string; whole: boolean; rect: Rect }>;

export type Members = Readonly<{
  chip: Chip;
  vpcId: VpcId;
  networkInterfaceIds: readonly NetworkInterfaceId[];
  blocks: readonly Block[];
  /** 0 for the innermost of the hulls that share a card. */
  level: number;
}>;

type Wearer = Readonly<{ card: Card; row: Card["rows"][number]; chip: Chip; vpcId: VpcId }>;

const wearersOf = ({ frames, cards }: SceneLayout): readonly Wearer[] => {
  const parents = new Map<string, Frame>(frames.map((frame) => [frame.id, frame]));
  return cards.flatMap((card) => {
    const vpcId = parents.get(card.parentId)?.parentId as VpcId | undefined;
    if (vpcId === undefined) return [];
    return card.rows.flatMap((row) => row.chips.map((chip) => ({ card, row, chip, vpcId })));
  });
};

/** The card itself where all its rows wear the group, else one block for each run of rows that do. */
export const blocksOf = (card: Card, wears: (row: Card["rows"][number]) => boolean): readonly Block[] => {
  if (card.rows.every(wears)) return [{ cardId: card.id, whole: true, rect: card.rect }];
  const runs: Card["rows"][number][][] = [];
  card.rows.forEach((row, index) => {
    const before = card.rows[index - 1];
    if (!wears(row)) return;
    if (before !== undefined && wears(before)) runs.at(-1)?.push(row);
    else runs.push([row]);
  });
  return runs.flatMap((run) => {
    const rect = joinAll(run.map((row) => row.rect));
    return rect === null
      ? []
      : [{ cardId: card.id, whole: false, rect: moveBy(rect, card.rect.x, card.rect.y) }];
  });
};

const unnested = (wearers: readonly Wearer[]): Omit<Members, "level"> | null => {
  const [first] = wearers;
  if (first === undefined) return null;
  const ids = new Set(wearers.map((wearer) => wearer.row.networkInterfaceId));
  const cards = [...new Set(wearers.map((wearer) => wearer.card))];
  return {
    chip: first.chip,
    vpcId: first.vpcId,
    networkInterfaceIds: [...ids],
    blocks: cards.flatMap((card) => blocksOf(card, (row) => ids.has(row.networkInterfaceId))),
  };
};

const areaOf = (members: Omit<Members, "level">): number => {
  const bounds = joinAll(members.blocks.map((block) => block.rect));
  return bounds === null ? 0 : bounds.width * bounds.height;
};

/** Inner before outer: few members before many, `default` after its equals, then small before large. */
const byInnerness = (a: Omit<Members, "level">, b: Omit<Members, "level">): number =>
  a.networkInterfaceIds.length - b.networkInterfaceIds.length ||
  Number(a.chip.name === DEFAULT_GROUP_NAME) - Number(b.chip.name === DEFAULT_GROUP_NAME) ||
  areaOf(a) - areaOf(b) ||
  (a.chip.groupId < b.chip.groupId ? -1 : 1);

/** The members of every group that is worn, innermost first. Groups that share a card have different levels. */
export const membersOf = (layout: SceneLayout): readonly Members[] => {
  const groups = groupBy(wearersOf(layout), ({ vpcId, chip }) => `${vpcId} ${chip.groupId}`);
  const ordered = [...groups.values()].flatMap((wearers) => unnested(wearers) ?? []).toSorted(byInnerness);
  const levelsByCard = new Map<string, Set<number>>();
  return ordered.map((members) => {
    const cards = members.blocks.map((block) => block.cardId);
    const used = new Set(cards.flatMap((id) => [...(levelsByCard.get(id) ?? [])]));
    let level = 0;
    while (used.has(level)) level += 1;
    for (const id of cards) levelsByCard.set(id, (levelsByCard.get(id) ?? new Set()).add(level));
    return { ...members, level };
  });
};
