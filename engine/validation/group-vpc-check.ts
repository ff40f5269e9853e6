import type { VpcId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import { DEFAULT_GROUP_NAME, type SecurityGroup } from "../model/security-group";
import { ok, type Result } from "../result";
import { listed } from "./listed";
import { interfaceTitle } from "./owner";
import { type Refusal, refuse } from "./refusal";

/** The VPCs in which a group can be worn: its own, and those that it is associated with. */
export const homesOf = (group: SecurityGroup): readonly VpcId[] => [group.vpcId, ...group.associatedVpcIds];

/** May interfaces of this VPC wear the group: is it of the VPC, or associated with it? */
export const isWearableIn = (group: SecurityGroup, vpcId: string): boolean =>
  group.vpcId === vpcId || group.associatedVpcIds.some((each) => each === vpcId);

/** May the group be associated with that VPC: another one of its Region, and it is no default group (AssociateSecurityGroupVpc). */
export function checkAssociateGroup(
  network: Network,
  group: SecurityGroup,
  vpcId: VpcId,
): Result<void, Refusal> {
  const [home, vpc] = [recordOf(network.vpcs, group.vpcId), recordOf(network.vpcs, vpcId)];
  if (vpc === undefined) return refuse("vpcNotFound", { id: vpcId });
  const facts = { name: group.groupName, vpc: vpc.name || vpcId };
  if (isWearableIn(group, vpcId)) return refuse("groupAtHome", facts);
  if (group.groupName === DEFAULT_GROUP_NAME) return refuse("groupDefaultNotShared", facts);
  return home?.region === vpc.region ? ok(undefined) : refuse("groupOfOtherRegion", facts);
}

/** May the association end: nobody in that VPC wears the group (DisassociateSecurityGroupVpc). */
export function checkDisassociateGroup(
  network: Network,
  group: SecurityGroup,
  vpcId: VpcId,
): Result<void, Refusal> {
  const facts = { name: group.groupName, vpc: recordOf(network.vpcs, vpcId)?.name || vpcId };
  if (!group.associatedVpcIds.includes(vpcId)) return refuse("groupNotAssociated", facts);
  const wearers = recordsOf(network.networkInterfaces).filter(
    (each) =>
      each.groupIds.includes(group.groupId) && recordOf(network.subnets, each.subnetId)?.vpcId === vpcId,
  );
  if (wearers.length === 0) return ok(undefined);
  const interfaces = listed(wearers.map((each) => interfaceTitle(network, each)));
  return refuse("groupWornInVpc", { ...facts, interfaces });
}
