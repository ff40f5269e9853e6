import type { SecurityGroupId } from "../model/id";
import type { Direction } from "../model/security-group";
import { type CompiledRule, speaksOf } from "./compiled-rule";
import type { InterfaceEnd } from "./end";
import { pairKey, type ReachIndex } from "./reach-index";
import type { ChangedGroups } from "./refresh-rules";
import type { Regrouping } from "./refresh-tiers";
import { ruleRowOf } from "./rule-row";
import { type TierState, viewNow } from "./tier";
import { tierView } from "./tier-view";
import { NO_VIEW } from "./view";

/** Pairs of tiers between which something else may pass now, by `pairKey`. */
export type StalePairs = Map<number, readonly [TierState, TierState]>;

const DIRECTIONS: readonly Direction[] = ["egress", "ingress"];

/** What is stale: ends of which something is another, groups that permit something else, tiers with other members. */
type Changes = Readonly<{ slots: readonly number[]; groups: ChangedGroups; tiers: Regrouping }>;

/** Brings rows and views up to date, looking only at ends that changed or that a changed rule speaks of. */
export function refreshViews(index: ReachIndex, changes: Changes): StalePairs {
  const pairs: StalePairs = new Map();
  const slotsOf = remembered((rule: CompiledRule) => slotsSpokenOf(index, rule));
  for (const state of index.tiers.values()) {
    for (const direction of DIRECTIONS) {
      const isNew = changes.tiers.created.has(state);
      const slots = isNew
        ? newRow(index, state, direction)
        : [...changes.slots, ...refreshRow(index, state, direction, changes.groups, slotsOf)];
      for (const other of lookAgain(index, state, direction, slots, isNew)) {
        mark(direction === "egress" ? [state, other] : [other, state], pairs);
      }
    }
  }
  for (const state of changes.tiers.regrouped) markAll(index, state, pairs);
  return pairs;
}

/** Gives all ends: a new tier has seen none. */
function newRow(index: ReachIndex, state: TierState, direction: Direction): readonly number[] {
  state.rows[direction] = rowOf(index, state.groups.groupIds, direction);
  return [...index.ends.list.keys()];
}

/** Takes in what the tier's groups permit now. Gives the ends for which that may be something else. */
function refreshRow(
  index: ReachIndex,
  state: TierState,
  direction: Direction,
  changedGroups: ChangedGroups,
  slotsOf: (rule: CompiledRule) => readonly number[],
): readonly number[] {
  const { groupIds } = state.groups;
  const changed = groupIds.flatMap((groupId) => changedGroups.get(groupId)?.[direction] ?? []);
  if (changed.length === 0) return [];
  state.rows[direction] = rowOf(index, groupIds, direction);
  return [...new Set(changed.flatMap(slotsOf))];
}

const rowOf = (index: ReachIndex, groupIds: readonly SecurityGroupId[], direction: Direction) => {
  const rules = groupIds.flatMap((groupId) => index.rules.get(groupId) ?? []);
  return ruleRowOf(
    index.sets,
    rules.filter((rule) => rule.direction === direction),
  );
};

const remembered = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
};

/** The ends that a rule may speak of. Outside ends are few, so they all count. */
const slotsSpokenOf = ({ ends }: ReachIndex, rule: CompiledRule): readonly number[] =>
  [...ends.list.keys()].filter((slot) => {
    const end = ends.list[slot];
    return end && (end.kind === "outside" || isSpokenOf(rule, end));
  });

/** From abroad it has the same addresses, and no groups: what is not spoken of at home is not there either. */
const isSpokenOf = (rule: CompiledRule, { atHome }: InterfaceEnd): boolean =>
  atHome[4].some((point) => speaksOf(rule, point)) || atHome[6].some((point) => speaksOf(rule, point));

function makeRoom(state: TierState, direction: Direction, slots: number): void {
  if (state.views[direction].length >= slots) return;
  const larger = new Int32Array(Math.ceil(slots * 1.25));
  larger.set(state.views[direction]);
  state.views[direction] = larger;
}

/**
 * Looks at these ends anew. Gives the tiers of those that are seen in another way. What a new tier saw before is not
 * remembered, since nothing asks: all its members have moved.
 */
function lookAgain(
  index: ReachIndex,
  state: TierState,
  direction: Direction,
  slots: readonly number[],
  isNew: boolean,
): ReadonlySet<TierState> {
  makeRoom(state, direction, index.ends.list.length);
  const others = new Set<TierState>();
  for (const slot of slots) {
    const end = index.ends.list[slot] ?? null;
    const before = viewNow(state, direction, slot);
    const now = end === null ? NO_VIEW : tierView(index.views, state, direction, end);
    if (before === now) continue;
    if (!isNew && !state.viewsBefore[direction].has(slot)) state.viewsBefore[direction].set(slot, before);
    state.views[direction][slot] = now;
    const other = index.tierOfSlot[slot];
    if (other) others.add(other);
  }
  return others;
}

const mark = (pair: readonly [TierState, TierState], pairs: StalePairs): void => {
  pairs.set(pairKey(...pair), pair);
};

function markAll(index: ReachIndex, state: TierState, pairs: StalePairs): void {
  for (const other of index.tiers.values()) {
    mark([state, other], pairs);
    mark([other, state], pairs);
  }
}
