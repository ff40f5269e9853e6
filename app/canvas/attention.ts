import { type Network, type Tier, type TierId, wearerIdOf } from "../../engine";
import type { Arrow } from "../scene/scene";
import type { Selection } from "../store/state";
import type { Tone } from "./flow-nodes";

/**
 * What the selection is about, in terms of paths: the ends (interfaces, ranges, the Internet) it stands for. Null where
 * it is about no end, so that nothing steps back.
 */
export const endsOf = (selection: Selection, network: Network): ReadonlySet<string> | null => {
  if (selection.kind !== "elements") return null;
  const ends = selection.ids.flatMap((id) => endsOfElement(id, network));
  return ends.length > 0 ? new Set(ends) : null;
};

const endsOfElement = (id: string, network: Network): readonly string[] => {
  if (id === "internet" || id in network.ipRanges) return [id];
  return Object.values(network.networkInterfaces)
    .filter(
      ({ networkInterfaceId, groupIds, attachment }) =>
        networkInterfaceId === id ||
        wearerIdOf(attachment) === id ||
        groupIds.some((groupId) => groupId === id),
    )
    .map((eni) => eni.networkInterfaceId);
};

/** Ids of the tiers that have one of these ends. */
export const tiersWith = (ends: ReadonlySet<string>, tiers: Iterable<Tier>): ReadonlySet<TierId> =>
  new Set(
    [...tiers]
      .filter((tier) => ends.has(tier.tierId) || tier.networkInterfaceIds.some((id) => ends.has(id)))
      .map((tier) => tier.tierId),
  );

/** The pinned arrow, those that touch the selection's tiers, and all of them when nothing is selected, are strong. */
export const arrowTone = (arrow: Arrow, selection: Selection, focus: ReadonlySet<TierId> | null): Tone => {
  if (arrow.change !== null) return "strong";
  if (selection.kind === "tierPair")
    return arrow.from === selection.from && arrow.to === selection.to ? "strong" : "faint";
  if (focus === null) return "usual";
  return focus.has(arrow.from) || focus.has(arrow.to) ? "strong" : "faint";
};
