/** Random editing, for tests of laws: numbers choose a command and what it is about, in whatever diagram there is. */
import type { Command } from "../command";
import { copyElements, idsToMake, pasteElements } from "../commands/clipboard";
import { createDbInstance } from "../commands/db-instance";
import { deleteElements } from "../commands/delete";
import { modifyInstance, runInstances } from "../commands/instance";
import {
  assignIpv6Address,
  assignPrivateIpAddress,
  associateAddress,
  disassociateAddress,
} from "../commands/ip-address";
import { createIpRange } from "../commands/ip-range";
import { placeNodes, renameDesign, showInternet } from "../commands/layout";
import { moveToSubnet } from "../commands/move";
import {
  addGroup,
  attachNetworkInterface,
  createNetworkInterface,
  detachNetworkInterface,
  removeGroup,
} from "../commands/network-interface";
import { createManagedPrefixList } from "../commands/prefix-list";
import { copySecurityGroup, createSecurityGroup, modifySecurityGroup } from "../commands/security-group";
import {
  authorizeSecurityGroupRules,
  modifySecurityGroupRule,
  replaceSecurityGroupRule,
  revokeSecurityGroupRules,
} from "../commands/security-group-rule";
import { createSubnet, modifySubnet, nextFreeSubnetCidr } from "../commands/subnet";
import { createVpc, modifyVpc } from "../commands/vpc";
import type { Diagram } from "../diagram";
import { CIDRS, type Draw, FRAME, type Hand, handOf, PLACE, rule, traffic } from "./hand";
import { NETWORK_COMMANDS } from "./random-network-command";
import { SERVICE_COMMANDS } from "./random-service-command";

const groupAndRule = (hand: Hand) => {
  const groupId = hand.any("securityGroup", "securityGroups");
  const old = hand.pick(hand.diagram.network.securityGroups[groupId]?.rules ?? [], rule(hand));
  return { groupId, old };
};

const anyElement = (hand: Hand): string => {
  const { network } = hand.diagram;
  return hand.pick(
    Object.values(network).flatMap((table) => Object.keys(table)),
    "nothing",
  );
};

const anyInterface = (hand: Hand) => hand.any("networkInterface", "networkInterfaces");

const paste = (hand: Hand): Command => {
  const clip = copyElements(hand.diagram, [anyElement(hand), anyElement(hand)]);
  const ids = Object.fromEntries(idsToMake(clip).map(({ id, kind }) => [id, hand.id(kind)]));
  return pasteElements({ clip, into: hand.pick([null, anyElement(hand)], null), ids, place: PLACE });
};

const newVpc = (hand: Hand): Command =>
  createVpc({
    vpcId: hand.id("vpc"),
    defaultGroupId: hand.id("securityGroup"),
    mainRouteTableId: hand.id("routeTable"),
    defaultNetworkAclId: hand.id("networkAcl"),
    ruleIds: {
      ingress: hand.id("securityGroupRule"),
      egress: hand.id("securityGroupRule"),
      egressIpv6: hand.id("securityGroupRule"),
    },
    name: "shop",
    cidrBlock: hand.pick(["10.0.0.0/16", "10.1.0.0/20", "10.2.0.0/8"], ""),
    ipv6CidrBlocks: hand.pick([[], ["2001:db8:1234::/56"]], []),
    region: hand.pick(["us-east-1", "eu-west-1"], ""),
    place: FRAME,
  });

const newSubnet = (hand: Hand): Command => {
  const vpcId = hand.any("vpc", "vpcs");
  return createSubnet({
    subnetId: hand.id("subnet"),
    vpcId,
    name: "front",
    cidrBlock: nextFreeSubnetCidr(hand.diagram.network, vpcId) ?? "10.0.0.0/24",
    ipv6CidrBlock: hand.pick([null, "2001:db8:1234::/64"], null),
    availabilityZone: hand.pick(["us-east-1a", "us-east-1b", "eu-west-1a"], ""),
    mapPublicIpOnLaunch: hand.pick([true, false], false),
    routeTableId: null,
    networkAclId: null,
    place: FRAME,
  });
};

const newGroup = (hand: Hand): Command =>
  createSecurityGroup({
    groupId: hand.id("securityGroup"),
    vpcId: hand.any("vpc", "vpcs"),
    groupName: hand.pick(["web", "Web", "app", "sg-x", "default"], "web"),
    description: hand.pick(["words", ""], "words"),
    egressRuleIds: { ipv4: hand.id("securityGroupRule"), ipv6: hand.id("securityGroupRule") },
  });

const newInstance = (hand: Hand): Command =>
  runInstances({
    instanceId: hand.id("instance"),
    networkInterfaceId: hand.id("networkInterface"),
    subnetId: hand.any("subnet", "subnets"),
    name: hand.pick(["web-1", ""], ""),
    instanceType: hand.pick(["t3.micro", "m5.large"], ""),
    groupIds: hand.pick([[], [hand.any("securityGroup", "securityGroups")]], []),
    place: PLACE,
  });

const newDatabase = (hand: Hand): Command =>
  createDbInstance({
    dbInstanceId: hand.id("dbInstance"),
    networkInterfaceId: hand.id("networkInterface"),
    subnetId: hand.any("subnet", "subnets"),
    name: "database",
    engine: "postgres",
    groupIds: [],
    place: PLACE,
  });

const newInterface = (hand: Hand): Command => {
  const attachTo = hand.pick([null, hand.any("instance", "instances")], null);
  return createNetworkInterface({
    networkInterfaceId: hand.id("networkInterface"),
    subnetId: hand.any("subnet", "subnets"),
    name: "",
    groupIds: [],
    attachTo,
    place: attachTo === null ? PLACE : null,
  });
};

const addressesOf = (hand: Hand) => {
  const id = anyInterface(hand);
  const addresses = hand.diagram.network.networkInterfaces[id]?.privateIpAddresses ?? [];
  return {
    id,
    address: hand.pick(addresses, { privateIpAddress: "10.9.9.9", publicIp: null }).privateIpAddress,
  };
};

const DOCUMENT_COMMANDS: readonly ((hand: Hand) => Command)[] = [
  newVpc,
  newSubnet,
  newSubnet,
  newGroup,
  newInstance,
  newInstance,
  newDatabase,
  newInterface,
  paste,
  (hand) => modifyVpc(hand.any("vpc", "vpcs"), { cidrBlock: hand.pick(["10.0.0.0/16", "10.7.0.0/16"], "") }),
  (hand) =>
    modifySubnet(hand.any("subnet", "subnets"), { cidrBlock: hand.pick(["10.0.5.0/24", "10.0.9.0/28"], "") }),
  (hand) =>
    modifySubnet(hand.any("subnet", "subnets"), {
      availabilityZone: hand.pick(["us-east-1a", "us-east-1b"], ""),
    }),
  (hand) => modifyInstance(hand.any("instance", "instances"), { instanceType: "t3.nano" }),
  (hand) => moveToSubnet(anyElement(hand), hand.any("subnet", "subnets"), PLACE),
  (hand) => addGroup(anyInterface(hand), hand.any("securityGroup", "securityGroups")),
  (hand) => removeGroup(anyInterface(hand), hand.any("securityGroup", "securityGroups")),
  (hand) => attachNetworkInterface(anyInterface(hand), hand.any("instance", "instances")),
  (hand) => detachNetworkInterface(anyInterface(hand), PLACE),
  (hand) => assignPrivateIpAddress(anyInterface(hand), null),
  (hand) => assignIpv6Address(anyInterface(hand), null),
  (hand) => {
    const { id, address } = addressesOf(hand);
    return hand.number(2) === 0 ? associateAddress(id, address, null) : disassociateAddress(id, address);
  },
  (hand) => authorizeSecurityGroupRules(hand.any("securityGroup", "securityGroups"), [rule(hand)]),
  (hand) => {
    const { groupId, old } = groupAndRule(hand);
    return modifySecurityGroupRule(groupId, { ...old, traffic: traffic(hand) }, "typing");
  },
  (hand) => {
    const { groupId, old } = groupAndRule(hand);
    return replaceSecurityGroupRule(groupId, old.securityGroupRuleId, rule(hand));
  },
  (hand) => {
    const { groupId, old } = groupAndRule(hand);
    return revokeSecurityGroupRules(groupId, [old.securityGroupRuleId]);
  },
  (hand) => modifySecurityGroup(hand.any("securityGroup", "securityGroups"), { groupName: "renamed" }),
  (hand) => {
    const from = hand.any("securityGroup", "securityGroups");
    const rules = hand.diagram.network.securityGroups[from]?.rules ?? [];
    const groupId = hand.id("securityGroup");
    const ruleIds = rules.map(() => hand.id("securityGroupRule"));
    return copySecurityGroup({ from, groupId, vpcId: hand.any("vpc", "vpcs"), groupName: "copy", ruleIds });
  },
  (hand) => {
    const ipRangeId = hand.id("ipRange");
    return createIpRange({ ipRangeId, name: "Office", cidrBlocks: [hand.pick(CIDRS, "")], place: PLACE });
  },
  (hand) =>
    createManagedPrefixList({
      prefixListId: hand.id("prefixList"),
      prefixListName: "partners",
      addressFamily: "IPv4",
      maxEntries: 10,
      ownerId: "123456789012",
      entries: [{ cidr: hand.pick(CIDRS, ""), description: "" }],
    }),
  (hand) => deleteElements([anyElement(hand)]),
  (hand) => placeNodes({ [anyElement(hand)]: { ...PLACE, x: hand.number(400) } }, undefined, "drag"),
  () => showInternet(PLACE),
  (hand) => renameDesign(hand.pick(["Shop", ""], "Shop"), "name"),
];

const COMMANDS = [...DOCUMENT_COMMANDS, ...NETWORK_COMMANDS, ...SERVICE_COMMANDS];

/** The command that these numbers mean in this diagram. `step` keeps the ids apart that commands of one sequence make. */
export const commandFor = (diagram: Diagram, draw: Draw, step: number): Command => {
  const make = COMMANDS[(draw[0] ?? 0) % COMMANDS.length] ?? newVpc;
  return make(handOf(diagram, step, draw));
};

/** The diagrams that a sequence of commands goes through; a refused command leaves the last one. */
export const editedBy = (start: Diagram, sequence: readonly Draw[]): readonly Diagram[] => {
  const diagrams = [start];
  sequence.forEach((draw, step) => {
    const before = diagrams.at(-1) ?? start;
    const after = commandFor(before, draw, step).run(before);
    diagrams.push(after.ok ? after.value : before);
  });
  return diagrams;
};
