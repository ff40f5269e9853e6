import type { AnalysisUpdate } from "../answer";

type Lists = Pick<AnalysisUpdate, "tiers" | "removedTiers" | "tierPairs" | "removedTierPairs">;

/** What is another in the answer and has not been told yet. */
export type Told = { -readonly [Name in keyof Lists]: Lists[Name][number][] };

export const createTold = (): Told => ({ tiers: [], removedTiers: [], tierPairs: [], removedTierPairs: [] });
