/** Where on the canvas a tier is: what its arrows start and end at. */
import { INTERNET, type Tier, type TierId } from "../../engine";
import { gapBetween } from "./geometry";
import { blocksOf } from "./hull-members";
import type { GroupHull } from "./hulls";
import type { SceneLayout } from "./layout-of";
import { rounded } from "./outlines";
import type { Outside } from "./scene";
import type { End } from "./ways";

const CARD_RADIUS = 8;
const ROW_RADIUS = 4;

const outsideEnd = (outside: Outside): End => ({
  id: outside.id,
  outline:
    outside.kind === "internet" ? { kind: "disc", bounds: outside.rect } : rounded(outside.rect, CARD_RADIUS),
});

const sameMembers = (tier: ReadonlySet<string>, hull: GroupHull): boolean =>
  hull.members.networkInterfaceIds.length === tier.size &&
  hull.members.networkInterfaceIds.every((id) => tier.has(id));

/** The cards, or rows, of a tier that no hull stands for. An arrow to it ends at the nearest one. */
const memberEnds = (tier: ReadonlySet<string>, { cards }: SceneLayout): readonly End[] =>
  cards
    .filter((card) => card.rows.some((row) => tier.has(row.networkInterfaceId)))
    .flatMap((card) => blocksOf(card, (row) => tier.has(row.networkInterfaceId)))
    .map((block) => ({
      id: block.whole ? block.cardId : `${block.cardId} ${block.rect.y}`,
      outline: rounded(block.rect, block.whole ? CARD_RADIUS : ROW_RADIUS),
    }));

const interfaceEnds = (tier: Tier, layout: SceneLayout, hulls: readonly GroupHull[]): readonly End[] => {
  const ids = new Set<string>(tier.networkInterfaceIds);
  const hull = hulls.find((one) => one.members.vpcId === tier.vpcId && sameMembers(ids, one));
  if (hull === undefined) return memberEnds(ids, layout);
  return [{ id: `hull ${hull.hull.groupId}`, outline: hull.outline }];
};

/** What each tier's arrows may end at. */
export type TierEnds = ReadonlyMap<TierId, readonly End[]>;

/**
 * What each tier's arrows may end at: the node of an outside end; the outermost hull that holds exactly the tier's
 * interfaces; else each card or row of the tier. Empty for what is not on the canvas.
 */
export const endsOfTiers = (
  tiers: Iterable<Tier>,
  layout: SceneLayout,
  hulls: readonly GroupHull[],
): TierEnds => {
  const outsides = new Map(layout.outsides.map((outside) => [outside.id, outsideEnd(outside)]));
  const endsOf = (tier: Tier): readonly End[] => {
    if (tier.kind === "interfaces") return interfaceEnds(tier, layout, hulls);
    const end = outsides.get(tier.kind === "internet" ? INTERNET : tier.tierId);
    return end === undefined ? [] : [end];
  };
  return new Map([...tiers].map((tier) => [tier.tierId, endsOf(tier)]));
};

/** The two ends, one of each tier, that are nearest to each other; null where a tier has none. */
export const nearestEnds = (from: readonly End[], to: readonly End[]): readonly [End, End] | null => {
  let best: readonly [End, End] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const a of from)
    for (const b of to) {
      const gap = gapBetween(a.outline.bounds, b.outline.bounds);
      if (gap < least) {
        least = gap;
        best = [a, b];
      }
    }
  return best;
};
