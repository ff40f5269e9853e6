import { INTERNET, type Tier, type TierId, type TierPair } from "../../engine";

/** Inside users of an any-address rule, and ways out to the Internet: too many to be drawn in full at once. */
export const isThin = (pair: TierPair, tiers: ReadonlyMap<TierId, Tier>): boolean =>
  pair.to === INTERNET || (!pair.specific && tiers.get(pair.from)?.kind === "interfaces");
