import { asId, type SecurityGroupId } from "../model/id";
import { type Network, recordsOf } from "../model/network";
import { changesBetween, type NetworkChanges } from "../model/network-changes";
import type { NetworkInterface } from "../model/network-interface";
import type { SecurityGroup, SecurityGroupRule, Traffic } from "../model/security-group";
import { hostAddress, idText, subnetAt, subnetCidr } from "./fixture-places";
import { COMMON_SERVICES } from "./fixture-services";
import { SUBNETS } from "./fixture-size";
import type { Random } from "./random";

/** A network that is edited step by step. */
export type Editing = { network: Network; readonly random: Random; made: number };

export const startEditing = (network: Network, random: Random): Editing => ({ network, random, made: 0 });

/** Takes an inbound rule away, or adds one for a group or a subnet, in a random group. */
export function ruleEdit(editing: Editing): NetworkChanges {
  const { network, random } = editing;
  const group = random.pick(recordsOf<SecurityGroup>(network.securityGroups));
  return withRules(
    editing,
    group,
    random.below(2) === 0 ? lessRules(group, random) : moreRules(editing, group),
  );
}

function lessRules({ rules }: SecurityGroup, random: Random): readonly SecurityGroupRule[] {
  const inbound = rules.filter((rule) => rule.direction === "ingress");
  const gone = inbound.length === 0 ? null : random.pick(inbound);
  return rules.filter((rule) => rule !== gone);
}

function moreRules(editing: Editing, { rules }: SecurityGroup): readonly SecurityGroupRule[] {
  const { network, random } = editing;
  const groupIds = Object.keys(network.securityGroups) as SecurityGroupId[];
  const remote: SecurityGroupRule["remote"] =
    random.below(2) === 0
      ? { kind: "group", groupId: random.pick(groupIds) }
      : { kind: "cidrIpv4", cidrIpv4: subnetCidr(random.below(SUBNETS)) };
  return [...rules, newRule(editing, remote, random.pick(COMMON_SERVICES))];
}

const newRule = (
  editing: Editing,
  remote: SecurityGroupRule["remote"],
  traffic: Traffic,
): SecurityGroupRule => ({
  securityGroupRuleId: asId<"securityGroupRule">(idText("sgr-e", editing.made++)),
  direction: "ingress",
  traffic,
  remote,
  description: "",
});

function withRules(
  editing: Editing,
  group: SecurityGroup,
  rules: readonly SecurityGroupRule[],
): NetworkChanges {
  const before = editing.network;
  const securityGroups = { ...before.securityGroups, [group.groupId]: { ...group, rules } };
  return become(editing, { ...before, securityGroups });
}

function become(editing: Editing, network: Network): NetworkChanges {
  const changes = changesBetween(editing.network, network);
  editing.network = network;
  return changes;
}

/** A port that no fixture's rule is for. */
const UNUSED: Traffic = { ipProtocol: "tcp", ports: { from: 65_533, to: 65_533 } };

/** Gives the group that a quarter of all interfaces wear a rule for the whole VPC, or takes it away again. */
export function widestEdit(editing: Editing): NetworkChanges {
  const group = recordsOf<SecurityGroup>(editing.network.securityGroups)[0];
  if (group === undefined) throw new RangeError("No group");
  const others = group.rules.filter(({ traffic }) => traffic !== UNUSED);
  const isThere = others.length < group.rules.length;
  const added = newRule(editing, { kind: "cidrIpv4", cidrIpv4: "10.0.0.0/8" }, UNUSED);
  return withRules(editing, group, isThere ? others : [...others, added]);
}

/** Gives an interface the groups of another one, or moves it to another subnet. */
export function interfaceEdit(editing: Editing): NetworkChanges {
  const { network, random } = editing;
  const wearers = recordsOf<NetworkInterface>(network.networkInterfaces);
  const wearer = random.pick(wearers);
  const other = random.pick(wearers);
  const moved =
    random.below(2) === 0
      ? { ...wearer, groupIds: other.groupIds }
      : inSubnet(wearer, random, editing.made++);
  const networkInterfaces = { ...network.networkInterfaces, [wearer.networkInterfaceId]: moved };
  return become(editing, { ...network, networkInterfaces });
}

/** At an address behind those that the fixture gave away. */
function inSubnet(wearer: NetworkInterface, random: Random, turn: number): NetworkInterface {
  const subnet = random.below(SUBNETS);
  const [primary, ...others] = wearer.privateIpAddresses;
  if (primary === undefined) return wearer;
  const moved = { ...primary, privateIpAddress: hostAddress(subnet, 300 + (turn % 1600)) };
  const ipv6Addresses = wearer.ipv6Addresses.map(
    () => `2001:db8:4200:${subnet.toString(16)}::1:${(turn % 65_536).toString(16)}`,
  );
  const { subnetId } = subnetAt(subnet);
  return { ...wearer, subnetId, privateIpAddresses: [moved, ...others], ipv6Addresses };
}
