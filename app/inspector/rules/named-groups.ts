/** Groups as rules name them: those of the rule's own VPC plainly, those of other VPCs together with their VPC. */
import { mayNameGroup, type Network, recordOf, recordsOf, type SecurityGroup } from "../../../engine";
import { type Fault, wrong } from "./fault";
import type { RuleContext } from "./rule-context";

type Place = Pick<RuleContext, "network" | "vpcId" | "groupId" | "direction">;

/** "app", or "app - shop" for a group of another VPC. */
export const groupLabel = ({ groupName, vpcId }: SecurityGroup, place: Place): string =>
  vpcId === place.vpcId ? groupName : `${groupName} - ${vpcName(place.network, vpcId)}`;

const vpcName = (network: Network, vpcId: string): string => recordOf(network.vpcs, vpcId)?.name || vpcId;

const isInReach =
  ({ network, groupId, direction }: Place) =>
  (named: SecurityGroup): boolean => {
    const own = recordOf(network.securityGroups, groupId);
    return own !== undefined && mayNameGroup(network, own, named, direction);
  };

/** All groups that EC2 lets this rule name, those of its own VPC first. */
export const groupsInReach = (place: Place): readonly SecurityGroup[] => {
  const groups = recordsOf(place.network.securityGroups);
  const others = groups.filter(({ vpcId }) => vpcId !== place.vpcId);
  return [...groups.filter(({ vpcId }) => vpcId === place.vpcId), ...others.filter(isInReach(place))];
};

/**
 * The groups that a text may stand for; several only where VPCs in reach have groups of the same name. An id always stands
 * for its own group, in reach or not, and a plain name for the group of the rule's VPC wherever that has one.
 */
export const groupsCalled = (text: string, place: Place): readonly SecurityGroup[] => {
  const groups: readonly SecurityGroup[] = recordsOf(place.network.securityGroups);
  const wanted = text.toLowerCase();
  const isCalled = ({ groupName }: SecurityGroup): boolean => groupName.toLowerCase() === wanted;
  const isLabelled = (group: SecurityGroup): boolean => groupLabel(group, place).toLowerCase() === wanted;
  const one =
    groups.find(({ groupId }) => groupId === text) ??
    groups.find((group) => group.vpcId === place.vpcId && isCalled(group));
  if (one !== undefined) return [one];
  const others = groups.filter(({ vpcId }) => vpcId !== place.vpcId);
  const labelled = others.filter(isLabelled).filter(isInReach(place));
  return labelled.length > 0 ? labelled : others.filter(isCalled).filter(isInReach(place));
};

/** Asks which of several groups is meant; by their ids where their VPCs have the same name too. */
export const whichGroup = (text: string, groups: readonly SecurityGroup[], place: Place): Fault => {
  const labels = groups.map((group) => groupLabel(group, place));
  const areDistinct = new Set(labels.map((label) => label.toLowerCase())).size === labels.length;
  const choices = areDistinct ? labels : groups.map(({ groupId }) => groupId);
  return wrong(`Several VPCs have a group “${text}”. Which one: ${choices.join(" or ")}`);
};
