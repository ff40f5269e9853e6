import type { HopCard } from "./hop-cards";

/** The way of the packet, or that of its reply. */
export type StepWay = "there" | "back";

/** The id of a step's element on the page, by which the verdict leads to it. */
export const stepId = (way: StepWay, { key }: Pick<HopCard, "key">): string =>
  `pl-step-${way}-${key.replaceAll(" ", "-")}`;
