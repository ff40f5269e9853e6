/** New VPCs and subnets, and what belongs to a VPC without standing in it. */
import { fail, ok, type VpcId } from "../../engine";
import { createSecurityGroup } from "../document/commands/security-group";
import { createSubnet, nextFreeSubnetCidr } from "../document/commands/subnet";
import { newId } from "../document/new-id";
import { SUBNET_SIZE } from "../scene/sizes";
import type { Adding, Addition } from "./adding";
import { freeName } from "./free-name";
import { proposedVpc, vpcCommand } from "./new-vpc-command";
import { placeIn } from "./place-in";
import { placeVpc } from "./place-vpc";

export const addVpc = ({ network, scene, point, vpcShape, vpcNamed, canvas }: Adding): Addition =>
  vpcCommand(network, vpcNamed ?? proposedVpc(network), vpcShape, (size) =>
    placeVpc(scene, size, point, canvas),
  );

export const addSubnet = ({ network, scene, target, point }: Adding): Addition => {
  const vpcId = target.vpcId as VpcId | null;
  const vpc = vpcId && network.vpcs[vpcId];
  if (!vpc) return fail("A subnet lies in a VPC. Add a VPC first, or drop the subnet onto one.");
  const cidrBlock = nextFreeSubnetCidr(network, vpc.vpcId);
  if (cidrBlock === null) return fail(`${vpc.name} has no free addresses left for another subnet.`);
  const siblings = Object.values(network.subnets).filter((subnet) => subnet.vpcId === vpc.vpcId);
  const subnetId = newId("subnet");
  const command = createSubnet({
    subnetId,
    vpcId: vpc.vpcId,
    name: freeName("subnet", siblings),
    cidrBlock,
    ipv6CidrBlock: null,
    availabilityZone: `${vpc.region}a`,
    mapPublicIpOnLaunch: false,
    routeTableId: null,
    networkAclId: null,
    place: { ...placeIn(scene, vpc.vpcId, SUBNET_SIZE, point), size: SUBNET_SIZE },
  });
  return ok({ command, id: subnetId });
};

export const addGroup = ({ network, target }: Adding): Addition => {
  const vpcId = target.vpcId as VpcId | null;
  if (vpcId === null)
    return fail("A security group belongs to a VPC. Add a VPC first, or drop the group onto one.");
  const names = Object.values(network.securityGroups).map(({ groupName }) => ({ name: groupName }));
  const groupName = freeName("group", names);
  const groupId = newId("securityGroup");
  const command = createSecurityGroup({
    groupId,
    vpcId,
    groupName,
    description: `Security group ${groupName}`,
    egressRuleIds: { ipv4: newId("securityGroupRule"), ipv6: newId("securityGroupRule") },
  });
  return ok({ command, id: groupId });
};
