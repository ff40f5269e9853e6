import { NO_TRAFFIC } from "../../net/traffic-set";
import { INTERNET, type PathDelta } from "../answer";
import { outcomeAt } from "./outcome";
import { endState, type Moment, outcomeBetween } from "./pair-outcome";
import type { ReachIndex } from "./reach-index";
import { compareTexts, type TierState } from "./tier";

/** Interfaces that the Internet reaches otherwise than before, by slot. */
export type Exposure = Set<number>;

export function noteExposure(
  { ends }: ReachIndex,
  exposure: Exposure,
  sender: number,
  receiver: number,
): void {
  if (ends.slots.get(INTERNET) === sender) exposure.add(receiver);
}

/**
 * Names of tiers that the Internet reaches now and did not before, and the reverse. A tier that an exposed interface
 * merely moved into is not newly exposed: nothing is reached that was not.
 */
export function exposureOf(index: ReachIndex, exposure: Exposure): Pick<PathDelta, "exposed" | "unexposed"> {
  const internet = index.ends.slots.get(INTERNET);
  if (internet === undefined || exposure.size === 0) return { exposed: [], unexposed: [] };
  const isReached = (moment: Moment) => (slot: number) =>
    outcomeAt(index.outcomes, outcomeBetween(index, moment, internet, slot)).some !== NO_TRAFFIC;
  const tiersAt = (moment: Moment) =>
    new Set([...exposure].flatMap((slot) => endState(index, moment, slot)?.tier ?? []));
  const only = (moment: Moment, other: Moment) =>
    [...tiersAt(moment)].filter((state) => {
      const own = membersAt(index, moment, state);
      return own.some(isReached(moment)) && !own.some(isReached(other));
    });
  return { exposed: namesOf(only("now", "before")), unexposed: namesOf(only("before", "now")) };
}

function membersAt(index: ReachIndex, moment: Moment, state: TierState): readonly number[] {
  if (moment === "now") return state.members;
  const left = [...index.endsBefore].flatMap(([slot, before]) => (before?.tier === state ? [slot] : []));
  return [...state.members.filter((slot) => !index.endsBefore.has(slot)), ...left];
}

const namesOf = (states: readonly TierState[]): readonly string[] =>
  [...new Set(states.map((state) => state.tier.name))].toSorted(compareTexts);
