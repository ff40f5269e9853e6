/** What the scene is given for a design of a test: its tiers, and pairs of them as the design states. */
import {
  INTERNET,
  type Network,
  type Tier,
  type TierId,
  type TierPair,
  type TrafficItem,
} from "../../../engine";
import { tierPairKey } from "../../store/state";
import type { SceneInput } from "../scene-of";
import { type DesignSpec, diagramOf, groupId, type PairSpec, VPC } from "./designs";

const tierIdOf = (spec: DesignSpec, end: string): TierId => {
  if (end === "internet") return INTERNET;
  if (spec.ranges?.some((range) => range.name === end) === true) return `range-${end}` as TierId;
  return `${VPC} ${end.split("+").map(groupId).toSorted().join(" ")}` as TierId;
};

export const tiersOf = (spec: DesignSpec, network: Network): ReadonlyMap<TierId, Tier> => {
  const tiers = new Map<TierId, Tier>();
  const outside = { vpcId: null, groupIds: [], networkInterfaceIds: [] };
  tiers.set(INTERNET, { tierId: INTERNET, kind: "internet", name: "Internet", ...outside });
  for (const { name } of spec.ranges ?? []) {
    const tierId = tierIdOf(spec, name);
    tiers.set(tierId, { tierId, kind: "ipRange", name, ...outside });
  }
  for (const one of Object.values(network.networkInterfaces)) {
    const names = one.groupIds.map((id) => id.slice(3));
    const tierId = tierIdOf(spec, names.join("+"));
    const before = tiers.get(tierId)?.networkInterfaceIds ?? [];
    const networkInterfaceIds = [...before, one.networkInterfaceId];
    tiers.set(tierId, {
      tierId,
      kind: "interfaces",
      name: names.join(" + "),
      vpcId: VPC,
      groupIds: one.groupIds,
      networkInterfaceIds,
    });
  }
  return tiers;
};

export const tcp = (ports: readonly number[] | "all"): readonly TrafficItem[] =>
  ports === "all"
    ? [{ protocol: "all", ranges: [], partial: false }]
    : [{ protocol: "tcp", ranges: ports.map((port) => ({ from: port, to: port })), partial: false }];

const pairOf = (spec: DesignSpec, pair: PairSpec): TierPair => ({
  from: tierIdOf(spec, pair.from),
  to: tierIdOf(spec, pair.to),
  traffic: tcp(pair.tcp),
  pairs: pair.partial === "pairs" ? 2 : 4,
  ofPairs: 4,
  partial: pair.partial ?? null,
  specific: pair.thin !== true,
  beyondInternet: pair.beyond ?? null,
});

/** What `sceneOf` is given for this design, with all hulls shown and nothing changed. */
export const inputOf = (spec: DesignSpec): SceneInput => {
  const diagram = diagramOf(spec);
  return {
    diagram,
    tiers: tiersOf(spec, diagram.network),
    tierPairs: new Map(
      spec.pairs.map((pair) => {
        const tierPair = pairOf(spec, pair);
        return [tierPairKey(tierPair.from, tierPair.to), tierPair];
      }),
    ),
    delta: null,
    options: { allPaths: false, hulls: "all", labelled: new Set() },
  };
};
