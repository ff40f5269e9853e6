/** Which arrows there are to be, between which ends and with what to say, before any has a way. */
import type { PathDelta, Tier, TierId, TierPair, TierPairDelta } from "../../engine";
import { tierPairKey } from "../store/state";
import { type ArrowText, arrowText, ghostText } from "./arrow-texts";
import { gapBetween } from "./geometry";
import { nearestEnds, type TierEnds } from "./regions";
import type { Arrow } from "./scene";
import { isThin } from "./thin";
import type { End } from "./ways";

/** What is known about who reaches whom. `delta` is what the shown change did, or null when none is shown. */
export type Reach = Readonly<{
  tiers: ReadonlyMap<TierId, Tier>;
  /** By `tierPairKey(from, to)`. */
  tierPairs: ReadonlyMap<string, TierPair>;
  delta: PathDelta | null;
}>;

/** `thin` says what it is by nature, whatever is hovered or selected now. */
export type Wish = Omit<Arrow, "points" | "path" | "bounds" | "label" | "weight"> &
  Readonly<{ text: ArrowText; thin: boolean; ends: readonly [End, End] }>;

const changeOf = (pair: TierPair, delta: TierPairDelta | undefined): Arrow["change"] => {
  if (delta === undefined) return null;
  if (delta.opened > 0 && delta.opened >= pair.pairs) return "opened";
  return delta.opened + delta.widened > 0 ? "widened" : "narrowed";
};

const endsFor = (ends: TierEnds, from: TierId, to: TierId): readonly [End, End] | null => {
  const starts = ends.get(from) ?? [];
  const [first] = starts;
  if (from === to) return first === undefined ? null : [first, first];
  return nearestEnds(starts, ends.get(to) ?? []);
};

const pairWishes = ({ tiers, tierPairs, delta }: Reach, tierEnds: TierEnds): readonly Wish[] => {
  const deltas = new Map(delta?.tierPairs.map((one) => [tierPairKey(one.from, one.to), one]));
  const nameOf = (id: TierId): string => tiers.get(id)?.name ?? "";
  return [...tierPairs].flatMap(([id, pair]): readonly Wish[] => {
    const { from, to, partial } = pair;
    const ends = endsFor(tierEnds, from, to);
    if (ends === null) return [];
    const names = { fromName: nameOf(from), toName: nameOf(to) };
    const change = changeOf(pair, deltas.get(id));
    const thin = isThin(pair, tiers);
    return [{ id, from, to, ...names, partial, change, text: arrowText(pair), thin, ends }];
  });
};

/** Pairs that are gone altogether. Those of tiers that are gone too have no place any more. */
const ghostWishes = ({ tierPairs, delta }: Reach, tierEnds: TierEnds): readonly Wish[] =>
  (delta?.tierPairs ?? []).flatMap((one): readonly Wish[] => {
    const { from, to, fromName, toName, removed } = one;
    const id = tierPairKey(from, to);
    const ends = endsFor(tierEnds, from, to);
    if (tierPairs.has(id) || one.closed === 0 || ends === null) return [];
    const looks = { partial: null, change: "closed", text: ghostText(removed), thin: false } as const;
    return [{ id, from, to, fromName, toName, ...looks, ends }];
  });

const distance = ({ ends: [from, to] }: Wish): number => gapBetween(from.outline.bounds, to.outline.bounds);

/**
 * Who chooses a way first: full before thin and near before far. Ghosts come last; nothing here depends on what is hovered
 * or selected, so that arrows stay where they are.
 */
const byTurn = (a: Wish, b: Wish): number =>
  Number(a.change === "closed") - Number(b.change === "closed") ||
  Number(a.thin) - Number(b.thin) ||
  distance(a) - distance(b) ||
  (a.id < b.id ? -1 : 1);

/** All arrows that are wanted, in the order in which they choose their ways. */
export const wishesOf = (reach: Reach, tierEnds: TierEnds): readonly Wish[] =>
  [...pairWishes(reach, tierEnds), ...ghostWishes(reach, tierEnds)].toSorted(byTurn);
