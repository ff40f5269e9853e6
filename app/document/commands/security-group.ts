import { refuse, type SecurityGroupId, type SecurityGroupRuleId, type VpcId } from "../../../engine";
import { type Command, commandOf } from "../command";

export type CreateSecurityGroup = Readonly<{
  groupId: SecurityGroupId;
  vpcId: VpcId;
  groupName: string;
  description: string;
  /** The outbound rules it starts with; `ipv6` is used when the VPC has an IPv6 block. */
  egressRuleIds: Readonly<{ ipv4: SecurityGroupRuleId; ipv6: SecurityGroupRuleId }>;
}>;

export type CopySecurityGroup = Readonly<{
  from: SecurityGroupId;
  groupId: SecurityGroupId;
  vpcId: VpcId;
  groupName: string;
  /** New ids for the rules of the old group, in their order. */
  ruleIds: readonly SecurityGroupRuleId[];
}>;

export type SecurityGroupPatch = Readonly<{ groupName?: string; description?: string }>;

const soon = (label: string, mergeKey?: string): Command =>
  commandOf(label, () => refuse("groupNotFound"), mergeKey);

export const createSecurityGroup = (input: CreateSecurityGroup): Command =>
  soon(`Create group ${input.groupName}`);

export const copySecurityGroup = (input: CopySecurityGroup): Command => soon(`Copy group ${input.groupName}`);

export const modifySecurityGroup = (
  id: SecurityGroupId,
  patch: SecurityGroupPatch,
  mergeKey?: string,
): Command => soon(`Modify ${id} ${Object.keys(patch)}`, mergeKey);

export const deleteSecurityGroup = (id: SecurityGroupId): Command => soon(`Delete ${id}`);
