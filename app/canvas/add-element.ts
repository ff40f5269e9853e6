import {
  asId,
  fail,
  type InstanceId,
  type Network,
  ok,
  type Result,
  type SubnetId,
  type VpcId,
} from "../../engine";
import type { Command } from "../document/command";
import { createDbInstance } from "../document/commands/db-instance";
import { runInstances } from "../document/commands/instance";
import { createIpRange } from "../document/commands/ip-range";
import { showInternet } from "../document/commands/layout";
import { createNetworkInterface } from "../document/commands/network-interface";
import { createSecurityGroup } from "../document/commands/security-group";
import { createSubnet, nextFreeSubnetCidr } from "../document/commands/subnet";
import { createVpc } from "../document/commands/vpc";
import { INTERNET_PLACE } from "../document/diagram";
import { newId } from "../document/new-id";
import type { Scene } from "../scene/scene";
import { cardSize, INTERNET_SIZE, RANGE_SIZE, SUBNET_SIZE, VPC_SIZE } from "../scene/sizes";
import type { ResourceKind } from "../ui/ResourceGlyph";
import type { Position, Under } from "./drop";
import { freeName } from "./free-name";
import { placeIn, placeOutside } from "./place-in";

export type Adding = Readonly<{
  resource: ResourceKind;
  network: Network;
  scene: Scene;
  /** What the new thing is to stand in or on. */
  target: Under;
  /** Where it was dropped, on the canvas; null: anywhere free. */
  point: Position | null;
}>;

/** What to do, and what to select afterwards; or a sentence that says what is missing. */
export type Addition = Result<Readonly<{ command: Command; id: string }>, string>;

/** A new thing from the palette as a command. */
export const addElement = (adding: Adding): Addition => ADD[adding.resource](adding);

const addVpc = ({ network, scene, point }: Adding): Addition => {
  const vpcId = newId("vpc");
  const taken = new Set(Object.values(network.vpcs).map((vpc) => vpc.cidrBlock));
  const second = [...Array(256).keys()].find((n) => !taken.has(`10.${n}.0.0/16`)) ?? 0;
  const command = createVpc({
    vpcId,
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
    region: "us-east-1",
    place: { ...placeIn(scene, null, VPC_SIZE, point), size: VPC_SIZE },
  });
  return ok({ command, id: vpcId });
};

const addSubnet = ({ network, scene, target, point }: Adding): Addition => {
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

const NO_SUBNET = "It lies in a subnet. Add a subnet first, or drop it onto one.";

const cardPlace = ({ scene, point }: Adding, subnetId: SubnetId) => ({
  ...placeIn(scene, subnetId, cardSize(1), point),
  size: null,
});

const addInstance = (adding: Adding): Addition => {
  const subnetId = adding.target.subnetId as SubnetId | null;
  if (subnetId === null) return fail(NO_SUBNET);
  const instanceId = newId("instance");
  const command = runInstances({
    instanceId,
    networkInterfaceId: newId("networkInterface"),
    subnetId,
    name: freeName("instance", Object.values(adding.network.instances)),
    instanceType: "t3.micro",
    groupIds: [],
    place: cardPlace(adding, subnetId),
  });
  return ok({ command, id: instanceId });
};

const addDatabase = (adding: Adding): Addition => {
  const subnetId = adding.target.subnetId as SubnetId | null;
  if (subnetId === null) return fail(NO_SUBNET);
  const dbInstanceId = newId("dbInstance");
  const command = createDbInstance({
    dbInstanceId,
    networkInterfaceId: newId("networkInterface"),
    subnetId,
    name: freeName("database", Object.values(adding.network.dbInstances)),
    engine: "postgres",
    groupIds: [],
    place: cardPlace(adding, subnetId),
  });
  return ok({ command, id: dbInstanceId });
};

/** On an instance's card it is attached there; elsewhere in a subnet it stands alone. */
const addInterface = (adding: Adding): Addition => {
  const { network, target } = adding;
  const subnetId = target.subnetId as SubnetId | null;
  if (subnetId === null) return fail(NO_SUBNET);
  const attachTo = network.instances[asId<"instance">(target.cardId ?? "")]?.instanceId ?? null;
  const networkInterfaceId = newId("networkInterface");
  const command = createNetworkInterface({
    networkInterfaceId,
    subnetId,
    name: attachTo
      ? nextEth(network, attachTo)
      : freeName("interface", Object.values(network.networkInterfaces)),
    groupIds: [],
    attachTo,
    place: attachTo ? null : cardPlace(adding, subnetId),
  });
  return ok({ command, id: networkInterfaceId });
};

const nextEth = (network: Network, instanceId: InstanceId): string => {
  const count = Object.values(network.networkInterfaces).filter(
    ({ attachment }) => attachment?.kind === "instance" && attachment.instanceId === instanceId,
  ).length;
  return `eth${count}`;
};

const addGroup = ({ network, target }: Adding): Addition => {
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

const addInternet = ({ scene, point }: Adding): Addition => {
  if (scene.outsides.some(({ kind }) => kind === "internet"))
    return fail("The Internet is on the canvas already.");
  const command = showInternet({ ...placeOutside(scene, INTERNET_SIZE, point), size: null });
  return ok({ command, id: INTERNET_PLACE });
};

const addRange = ({ network, scene, point }: Adding): Addition => {
  const ipRangeId = newId("ipRange");
  const command = createIpRange({
    ipRangeId,
    name: freeName("range", Object.values(network.ipRanges)),
    cidrBlocks: ["203.0.113.0/24"],
    place: { ...placeOutside(scene, RANGE_SIZE, point), size: null },
  });
  return ok({ command, id: ipRangeId });
};

const ADD: Readonly<Record<ResourceKind, (adding: Adding) => Addition>> = {
  vpc: addVpc,
  subnet: addSubnet,
  instance: addInstance,
  dbInstance: addDatabase,
  networkInterface: addInterface,
  securityGroup: addGroup,
  internet: addInternet,
  ipRange: addRange,
};
