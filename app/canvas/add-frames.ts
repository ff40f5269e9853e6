/** New VPCs and subnets, and what belongs to a VPC without standing in it. */
import { fail, type Network, nextFreeVpcIpv6Cidr, ok, type VpcId } from "../../engine";
import { createSecurityGroup } from "../document/commands/security-group";
import { createSubnet, nextFreeSubnetCidr } from "../document/commands/subnet";
import { createVpc } from "../document/commands/vpc";
import { createVpcWithSubnets, vpcSize, wizardIds } from "../document/commands/vpc-wizard";
import { newId } from "../document/new-id";
import { SUBNET_SIZE, VPC_SIZE } from "../scene/sizes";
import type { Adding, Addition } from "./adding";
import { freeName } from "./free-name";
import { type VpcShape, zonesOf } from "./new-vpc";
import { placeIn } from "./place-in";
import { placeVpc } from "./place-vpc";

const REGION = "us-east-1";

const newVpc = (network: Network) => {
  const taken = new Set(Object.values(network.vpcs).map((vpc) => vpc.cidrBlock));
  const second = [...Array(256).keys()].find((n) => !taken.has(`10.${n}.0.0/16`)) ?? 0;
  return {
    vpcId: newId("vpc"),
    defaultGroupId: newId("securityGroup"),
    mainRouteTableId: newId("routeTable"),
    defaultNetworkAclId: newId("networkAcl"),
    ruleIds: {
      ingress: newId("securityGroupRule"),
      egress: newId("securityGroupRule"),
      egressIpv6: newId("securityGroupRule"),
    },
    name: freeName("vpc", Object.values(network.vpcs)),
    cidrBlock: `10.${second}.0.0/16`,
    region: REGION,
  };
};

export const addVpc = (adding: Adding): Addition => {
  const { network, scene, point, vpcShape, canvas } = adding;
  if (vpcShape !== null) return addVpcWithSubnets(adding, vpcShape);
  const vpc = newVpc(network);
  const place = { ...placeVpc(scene, VPC_SIZE, point, canvas), size: VPC_SIZE };
  return ok({ command: createVpc({ ...vpc, place }), id: vpc.vpcId });
};

const addVpcWithSubnets = ({ network, scene, point, canvas }: Adding, shape: VpcShape): Addition => {
  const zones = zonesOf(shape, REGION);
  const { zoneCount: _, hasIpv6, ...rest } = shape;
  const ipv6 = hasIpv6 ? nextFreeVpcIpv6Cidr(network) : null;
  if (hasIpv6 && ipv6 === null) return fail("There is no free IPv6 block left: create the VPC without one.");
  const ipv6CidrBlocks = ipv6 === null ? [] : [ipv6];
  const place = placeVpc(scene, vpcSize({ ...shape, zones, ipv6CidrBlocks }), point, canvas);
  const wizard = { ...newVpc(network), ...rest, ipv6CidrBlocks, zones, place };
  return ok({ command: createVpcWithSubnets(wizard, wizardIds(wizard, newId)), id: wizard.vpcId });
};

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
