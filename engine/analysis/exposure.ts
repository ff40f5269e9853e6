import { NO_TRAFFIC } from "../net/traffic-set";
import { INTERNET, type PathDelta } from "./answer";
import type { Cohort, CohortPair, Cohorts } from "./cohort";
import type { ReachIndex } from "./reach-index";
import { compareTexts, type TierState, viewBefore, viewNow } from "./tier";
import { decide, outcomeAt, type ViewId } from "./view";

/**
 * Names of tiers that the Internet reaches now and did not before, and the reverse. A tier that an exposed interface
 * merely moved into is not newly exposed: nothing is reached that was not.
 */
export function exposureOf(
  index: ReachIndex,
  { all }: Cohorts,
  changed: readonly CohortPair[],
): Pick<PathDelta, "exposed" | "unexposed"> {
  const internet = index.tiers.get(INTERNET);
  if (internet === undefined) return { exposed: [], unexposed: [] };
  const reached = changed.flatMap(([from, to]) => (from.now === internet ? [to] : []));
  const wasReached = (cohort: Cohort) => isReachedBefore(index, internet, cohort);
  const isReached = (cohort: Cohort) => isReachedNow(index, internet, cohort);
  const tiersAt = (time: "before" | "now") => new Set(reached.flatMap((cohort) => cohort[time] ?? []));
  const only = (time: "before" | "now", is: typeof isReached, isNot: typeof isReached) =>
    [...tiersAt(time)].filter((state) => {
      const own = all.filter((cohort) => cohort[time] === state);
      return own.some(is) && !own.some(isNot);
    });
  return {
    exposed: namesOf(only("now", isReached, wasReached)),
    unexposed: namesOf(only("before", wasReached, isReached)),
  };
}

const namesOf = (states: readonly TierState[]): readonly string[] =>
  [...new Set(states.map((state) => state.tier.name))].toSorted(compareTexts);

function isReachedBefore(index: ReachIndex, internet: TierState, { before, slots }: Cohort): boolean {
  const [own] = internet.members;
  if (before === null || own === undefined) return false;
  const ingress = viewBefore(before, "ingress", own);
  return slots.some((slot) => passes(index, viewBefore(internet, "egress", slot), ingress));
}

function isReachedNow(index: ReachIndex, internet: TierState, { now, slots }: Cohort): boolean {
  const [own] = internet.members;
  if (now === null || own === undefined) return false;
  const ingress = viewNow(now, "ingress", own);
  return slots.some((slot) => passes(index, viewNow(internet, "egress", slot), ingress));
}

const passes = ({ views }: ReachIndex, egress: ViewId, ingress: ViewId): boolean =>
  outcomeAt(views, decide(views, egress, ingress)).some !== NO_TRAFFIC;
