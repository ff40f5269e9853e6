import {
  checkAssociateGroup,
  checkDisassociateGroup,
  checkGroupDescription,
  checkGroupName,
  checkGroupQuota,
  checkRules,
  type Network,
  ok,
  type Refusal,
  type Result,
  recordOf,
  refuse,
  type SecurityGroup,
  type SecurityGroupId,
  type SecurityGroupRule,
  type SecurityGroupRuleId,
  type VpcId,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Diagram } from "../diagram";
import { nameOf } from "../find";
import { withGroupColor } from "../places";
import { checkNewIds, findGroup, withGroup } from "../records";
import { deleteElements } from "./delete";

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

const allTraffic = (id: SecurityGroupRuleId, remote: SecurityGroupRule["remote"]): SecurityGroupRule => ({
  securityGroupRuleId: id,
  direction: "egress",
  traffic: { ipProtocol: "all" },
  remote,
  description: "",
});

/** All traffic out: to 0.0.0.0/0, and to ::/0 where the VPC has IPv6. A rule without an id is left out. */
export const allEgress = (
  ids: Readonly<{ ipv4: SecurityGroupRuleId; ipv6: SecurityGroupRuleId | undefined }>,
  hasIpv6: boolean,
): readonly SecurityGroupRule[] => [
  allTraffic(ids.ipv4, { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" }),
  ...(hasIpv6 && ids.ipv6 !== undefined
    ? [allTraffic(ids.ipv6, { kind: "cidrIpv6", cidrIpv6: "::/0" })]
    : []),
];

/** Puts a new group into the diagram and gives it a colour. */
export const addNewGroup = (diagram: Diagram, group: SecurityGroup): Diagram => ({
  ...diagram,
  network: withGroup(diagram.network, group),
  layout: withGroupColor(diagram.layout, group),
});

/** A group without rules, if EC2 would make it. */
const checkNewGroup = (
  network: Network,
  input: Readonly<{ groupId: SecurityGroupId; vpcId: VpcId; groupName: string; description: string }>,
): Result<SecurityGroup, Refusal> => {
  if (recordOf(network.vpcs, input.vpcId) === undefined) return refuse("vpcNotFound", { id: input.vpcId });
  const name = checkGroupName(network, input.vpcId, input.groupName);
  if (!name.ok) return name;
  const description = checkGroupDescription(input.description);
  if (!description.ok) return description;
  const quota = checkGroupQuota(network, input.vpcId);
  if (!quota.ok) return quota;
  const ids = checkNewIds(network, [input.groupId]);
  if (!ids.ok) return ids;
  const { groupId, vpcId } = input;
  return ok({
    groupId,
    vpcId,
    groupName: name.value,
    description: description.value,
    associatedVpcIds: [],
    rules: [],
  });
};

/** A new group lets nothing in and everything out (VPC User Guide, "Security group rules"). */
export const createSecurityGroup = (input: CreateSecurityGroup): Command =>
  commandOf(`Create security group ${input.groupName}`, (diagram) => {
    const group = checkNewGroup(diagram.network, input);
    if (!group.ok) return group;
    const hasIpv6 = (recordOf(diagram.network.vpcs, input.vpcId)?.ipv6CidrBlocks.length ?? 0) > 0;
    return ok(addNewGroup(diagram, { ...group.value, rules: allEgress(input.egressRuleIds, hasIpv6) }));
  });

/** "Copy to new security group": the same rules; one that names the old group goes on naming it. */
export const copySecurityGroup = (input: CopySecurityGroup): Command =>
  commandOf(
    (network) => `Copy ${nameOf(network, input.from)} to ${input.groupName}`,
    (diagram) => {
      const from = findGroup(diagram.network, input.from);
      if (!from.ok) return from;
      const group = checkNewGroup(diagram.network, { ...input, description: from.value.description });
      if (!group.ok) return group;
      const rules = from.value.rules.map((rule, index) => ({
        ...rule,
        securityGroupRuleId: input.ruleIds[index] ?? rule.securityGroupRuleId,
      }));
      const added = addNewGroup(diagram, group.value);
      const checked = checkRules(added.network, input.groupId, rules);
      if (!checked.ok) return checked;
      return ok({ ...added, network: withGroup(added.network, { ...group.value, rules: checked.value }) });
    },
  );

const modifyLabel = (id: SecurityGroupId, patch: SecurityGroupPatch) => (network: Network) =>
  patch.groupName === undefined
    ? `Change description of ${nameOf(network, id)}`
    : `Rename ${nameOf(network, id)} to ${patch.groupName}`;

/** EC2 never renames a group; a drawing may, under the checks of a new one. The default group keeps its name. */
export const modifySecurityGroup = (
  id: SecurityGroupId,
  patch: SecurityGroupPatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    modifyLabel(id, patch),
    (network) => {
      const group = findGroup(network, id);
      if (!group.ok) return group;
      const { vpcId, groupName, description } = { ...group.value, ...patch };
      const name = checkGroupName(network, vpcId, groupName, id);
      if (!name.ok) return name;
      const text = patch.description === undefined ? ok(description) : checkGroupDescription(description);
      if (!text.ok) return text;
      return ok(withGroup(network, { ...group.value, groupName: name.value, description: text.value }));
    },
    mergeKey,
  );

/** Lets interfaces of another VPC wear the group (API Reference, AssociateSecurityGroupVpc). */
export const associateSecurityGroupVpc = (id: SecurityGroupId, vpcId: VpcId): Command =>
  networkCommand(
    (network) => `Use ${nameOf(network, id)} in ${nameOf(network, vpcId)} too`,
    (network) => {
      const group = findGroup(network, id);
      if (!group.ok) return group;
      const may = checkAssociateGroup(network, group.value, vpcId);
      if (!may.ok) return may;
      const associatedVpcIds = [...group.value.associatedVpcIds, vpcId];
      return ok(withGroup(network, { ...group.value, associatedVpcIds }));
    },
  );

/** Refused while somebody in that VPC wears the group (API Reference, DisassociateSecurityGroupVpc). */
export const disassociateSecurityGroupVpc = (id: SecurityGroupId, vpcId: VpcId): Command =>
  networkCommand(
    (network) => `Use ${nameOf(network, id)} in ${nameOf(network, vpcId)} no more`,
    (network) => {
      const group = findGroup(network, id);
      if (!group.ok) return group;
      const may = checkDisassociateGroup(network, group.value, vpcId);
      if (!may.ok) return may;
      const associatedVpcIds = group.value.associatedVpcIds.filter((each) => each !== vpcId);
      return ok(withGroup(network, { ...group.value, associatedVpcIds }));
    },
  );

export const deleteSecurityGroup = (id: SecurityGroupId): Command => deleteElements([id]);
