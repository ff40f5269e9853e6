/** Who sends to whom, card by card, as far as an arrangement should follow it. */
import { recordsOf, type SecurityGroupId, type Tier, type TierId, type TierPair } from "../../engine";
import { type Diagram, INTERNET_PLACE } from "../document/diagram";
import type { CardContent } from "./cards";
import { isThin } from "./thin";

export type Flow = Readonly<{ from: string; to: string }>;
export type FlowSource = Readonly<{
  tiers: ReadonlyMap<TierId, Tier>;
  tierPairs: ReadonlyMap<string, TierPair>;
}>;

/** Each member meets one of the other side at least; all pairs would be more than an order needs. */
const zip = (from: readonly string[], to: readonly string[]): readonly Flow[] => {
  if (from.length === 0 || to.length === 0) return [];
  return Array.from({ length: Math.max(from.length, to.length) }, (_, index) => ({
    from: from[index % from.length] ?? "",
    to: to[index % to.length] ?? "",
  }));
};

const membersOf = (tier: Tier | undefined, cardOf: ReadonlyMap<string, string>): readonly string[] => {
  if (tier === undefined) return [];
  if (tier.kind !== "interfaces") return [tier.kind === "internet" ? INTERNET_PLACE : tier.tierId];
  return [...new Set(tier.networkInterfaceIds.flatMap((id) => cardOf.get(id) ?? []))];
};

const analysedFlows = (source: FlowSource, cardOf: ReadonlyMap<string, string>): readonly Flow[] =>
  [...source.tierPairs.values()]
    .filter((pair) => !isThin(pair, source.tiers))
    .flatMap((pair) =>
      zip(membersOf(source.tiers.get(pair.from), cardOf), membersOf(source.tiers.get(pair.to), cardOf)),
    );

/** What the references between groups say, for a design that has not been analysed yet. */
const referencedFlows = ({ network }: Diagram, contents: readonly CardContent[]): readonly Flow[] => {
  const wearers = (groupId: SecurityGroupId): readonly string[] =>
    contents
      .filter((card) => card.rows.some((row) => row.chips.some((chip) => chip.groupId === groupId)))
      .map((card) => card.id);
  return recordsOf(network.securityGroups).flatMap((group) =>
    group.rules.flatMap(({ direction, remote }) =>
      direction === "ingress" && remote.kind === "group"
        ? zip(wearers(remote.groupId), wearers(group.groupId))
        : [],
    ),
  );
};

/** Flows between cards and from outside ends, by their ids; none from a card to itself. */
export const flowsOf = (
  diagram: Diagram,
  contents: readonly CardContent[],
  source: FlowSource,
): readonly Flow[] => {
  const cardOf = new Map(
    contents.flatMap((card) => card.rows.map((row) => [row.networkInterfaceId as string, card.id] as const)),
  );
  const flows =
    source.tierPairs.size > 0 ? analysedFlows(source, cardOf) : referencedFlows(diagram, contents);
  return flows.filter(({ from, to }) => from !== to);
};
