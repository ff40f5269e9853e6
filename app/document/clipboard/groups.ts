/** The copies of security groups, with their rules. */
import {
  checkGroupQuota,
  DEFAULT_GROUP_NAME,
  defaultGroupOf,
  isWearableIn,
  type Network,
  ok,
  type Refusal,
  type Remote,
  type Result,
  recordOf,
  recordsOf,
  refuse,
  ruleKey,
  type SecurityGroup,
  type SecurityGroupId,
  type SecurityGroupRule,
  type VpcId,
} from "../../../engine";
import { withGroup } from "../records";
import { copyId, freeName, type Paste, vpcFor } from "./context";

/**
 * The group that a copy in `vpcId` means by a group of the original: the copied one, the same one where it can be worn, else
 * the default group of the VPC that the copy is in.
 */
export const groupFor = (
  paste: Paste,
  network: Network,
  vpcId: VpcId,
  groupId: SecurityGroupId,
): SecurityGroupId | null => {
  if (recordOf(paste.clip.network.securityGroups, groupId) !== undefined) return copyId(paste, groupId);
  const group = recordOf(network.securityGroups, groupId);
  return group && isWearableIn(group, vpcId) ? groupId : (defaultGroupOf(network, vpcId)?.groupId ?? null);
};

const remoteFor = (paste: Paste, network: Network, vpcId: VpcId, remote: Remote): Remote | null => {
  if (remote.kind === "prefixList") {
    const prefixListId = copyId(paste, remote.prefixListId);
    return recordOf(network.prefixLists, prefixListId) === undefined ? null : { ...remote, prefixListId };
  }
  if (remote.kind !== "group") return remote;
  const isGone = [paste.clip.network, network].every(
    ({ securityGroups }) => recordOf(securityGroups, remote.groupId) === undefined,
  );
  if (isGone) return null;
  const groupId = groupFor(paste, network, vpcId, remote.groupId);
  return groupId === null ? null : { ...remote, groupId };
};

/** Rules that come to mean the same in another VPC become one; those about things that are gone are left out. */
const rulesFor = (
  paste: Paste,
  network: Network,
  vpcId: VpcId,
  rules: SecurityGroup["rules"],
): readonly SecurityGroupRule[] => {
  const byKey = new Map<string, SecurityGroupRule>();
  for (const rule of rules) {
    const remote = remoteFor(paste, network, vpcId, rule.remote);
    if (remote === null) continue;
    const copy = { ...rule, remote, securityGroupRuleId: copyId(paste, rule.securityGroupRuleId) };
    if (!byKey.has(ruleKey(copy))) byKey.set(ruleKey(copy), copy);
  }
  return [...byKey.values()];
};

const nameFor = (paste: Paste, network: Network, group: SecurityGroup, vpcId: VpcId): string => {
  const isOfCopiedVpc = recordOf(paste.clip.network.vpcs, group.vpcId) !== undefined;
  if (isOfCopiedVpc && group.groupName === DEFAULT_GROUP_NAME) return DEFAULT_GROUP_NAME;
  const taken = recordsOf(network.securityGroups).filter((each) => each.vpcId === vpcId);
  return freeName(group.groupName, [DEFAULT_GROUP_NAME, ...taken.map((each) => each.groupName)]);
};

const groupCopy = (paste: Paste, network: Network, group: SecurityGroup): Result<SecurityGroup, Refusal> => {
  const vpcId = vpcFor(paste, network, group.vpcId);
  if (vpcId === null) return refuse("pasteNeedsContainer", { name: group.groupName, container: "VPC" });
  const quota = checkGroupQuota(network, vpcId);
  if (!quota.ok) return quota;
  const groupName = nameFor(paste, network, group, vpcId);
  const associatedVpcIds = group.associatedVpcIds
    .map((id) => copyId<"vpc">(paste, id))
    .filter(
      (id) => id !== vpcId && recordOf(network.vpcs, id)?.region === recordOf(network.vpcs, vpcId)?.region,
    );
  const groupId = copyId<"securityGroup">(paste, group.groupId);
  return ok({ ...group, groupId, groupName, vpcId, associatedVpcIds, rules: [] });
};

/** Groups come first and rules second, since groups may name each other. */
export const pasteGroups = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  const originals = recordsOf(paste.clip.network.securityGroups);
  for (const group of originals) {
    const copy = groupCopy(paste, pasted, group);
    if (!copy.ok) return copy;
    pasted = withGroup(pasted, copy.value);
  }
  for (const group of originals) {
    const copy = recordOf(pasted.securityGroups, copyId(paste, group.groupId));
    if (copy === undefined) continue;
    pasted = withGroup(pasted, { ...copy, rules: rulesFor(paste, pasted, copy.vpcId, group.rules) });
  }
  return ok(pasted);
};
