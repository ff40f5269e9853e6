import type { Refusal } from "../../engine";

/** What is wrong, where, and what to do, in one plain sentence. */
export const sentenceOf = (refusal: Refusal): string => refusal.reason;
