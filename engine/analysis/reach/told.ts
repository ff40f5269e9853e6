import type { AnalysisUpdate } from "../answer";

type Lists = Pick<AnalysisUpdate, "tiers" | "removedTiers" | "tierPairs" | "removedTierPairs">;

/** What is another in the answer and has not been told yet. */
export type Told = { -readonly [Name in keyof Lists]: Lists[Name][number][] };

export const createTold = (): Told => ({ tiers: [], removedTiers: [], tierPairs: [], removedTierPairs: [] });

/** Above this many tiers a page is told the pairs of those in focus only. */
export const TOLD_TIERS = 300;
