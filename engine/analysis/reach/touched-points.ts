import type { NatGateway } from "../../model/nat-gateway";
import { recordsOf } from "../../model/network";
import { keyOf } from "../../net/address-map";
import { natAddresses } from "../topology";
import type { GroupSet } from "./group-set";
import { firstFrom, type PointId, type Points, pointsWearing } from "./point";
import type { ReachIndex } from "./reach-index";
import {
  type AddressStretch,
  type RulesChange,
  type RulesDifference,
  rulesDifference,
} from "./rules-difference";

/** Whom a group permits something else now, as the index knows them. */
export type Touched = Readonly<{
  /** By their addresses. */
  points: readonly PointId[];
  /** Sets of groups that hold one that is referenced, and the points where they are worn. */
  groupSets: readonly GroupSet[];
  wearers: readonly PointId[];
  /** Is an address among them that a NAT gateway shows in place of the sender's? Then it may be anybody. */
  isOfShown: boolean;
}>;

/** A group stands in several rows: what it touches is found once. */
export function touchedBy(index: ReachIndex, known: Map<RulesChange, Touched>, change: RulesChange): Touched {
  const found = known.get(change);
  if (found !== undefined) return found;
  const difference = rulesDifference(index.sets, change);
  const groupSets = groupSetsOf(index, difference);
  const touched = {
    points: difference.stretches.flatMap((stretch) => pointsIn(index.points, stretch)),
    groupSets,
    wearers: groupSets.flatMap(({ number }) => pointsWearing(index.points, number)),
    isOfShown: speaksOfShown(index, difference),
  };
  known.set(change, touched);
  return touched;
}

function pointsIn(points: Points, { family, first, end }: AddressStretch): readonly PointId[] {
  const sorted = points.sorted[family];
  const until = end === null ? sorted.length : firstFrom(points, family, end);
  return sorted.slice(firstFrom(points, family, first), until);
}

function groupSetsOf({ groupSets }: ReachIndex, { referenced }: RulesDifference): readonly GroupSet[] {
  const numbers = new Set([...referenced].flatMap((groupId) => groupSets.holding.get(groupId) ?? []));
  return [...numbers].flatMap((number) => groupSets.list[number] ?? []);
}

const speaksOfShown = ({ network }: ReachIndex, { stretches }: RulesDifference): boolean =>
  recordsOf<NatGateway>(network.natGateways).some((nat) => {
    const { address } = natAddresses(nat);
    if (address === null) return false;
    const key = keyOf(address.family, address.value);
    return stretches.some(
      ({ family, first, end }) => family === address.family && first <= key && (end === null || key < end),
    );
  });
