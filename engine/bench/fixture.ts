/**
 * Networks to measure with, the same in every run. One VPC of 48 subnets under 12 network ACLs, groups of 60 rules, five
 * groups on each interface. docs/performance.md has the table of what is in them; a test holds them to it.
 */
import { asId, type SecurityGroupId } from "../model/id";
import type { Instance } from "../model/instance";
import { EMPTY_NETWORK, type Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { RouteTable } from "../model/route-table";
import { fixtureAcls } from "./fixture-acls";
import { hostAddress, idText, subnetAt, subnetRecords, VPC_ID, vpcRecord } from "./fixture-places";
import { fixtureGroups, groupIdAt } from "./fixture-rules";
import {
  FIXTURES,
  type FixtureName,
  type FixtureSize,
  GROUPS_PER_INTERFACE,
  SUBNET_TIERS,
  SUBNETS,
  ZONES,
} from "./fixture-size";
import { withWholePath } from "./fixture-whole-path";
import { createRandom, type Random } from "./random";
import { tableOf } from "./table";

/** `groups`: groups and ACLs, IPv4, nothing outside. `whole`: with routes, gateways, IPv6, public addresses and ranges. */
export type FixtureScope = "groups" | "whole";

export function fixture(name: FixtureName, scope: FixtureScope): Network {
  const network = fixtureOf(FIXTURES[name]);
  return scope === "groups" ? network : withWholePath(network);
}

const mainRouteTable: RouteTable = {
  routeTableId: asId<"routeTable">(idText("rtb", 0)),
  vpcId: VPC_ID,
  name: "main",
  isMain: true,
  routes: [],
};

/** A network of any size with groups and ACLs, IPv4. */
export function fixtureOf(size: FixtureSize): Network {
  const random = createRandom(size.seed);
  const groups = fixtureGroups(size, random);
  const wearers = networkInterfaces(size, random);
  return {
    ...EMPTY_NETWORK,
    vpcs: { [VPC_ID]: vpcRecord },
    subnets: tableOf(subnetRecords, (record) => record.subnetId),
    instances: tableOf(wearers.map(instanceOf), (record) => record.instanceId),
    networkInterfaces: tableOf(wearers, (record) => record.networkInterfaceId),
    securityGroups: tableOf(groups, (record) => record.groupId),
    networkAcls: tableOf(fixtureAcls(random), (record) => record.networkAclId),
    routeTables: { [mainRouteTable.routeTableId]: mainRouteTable },
  };
}

function networkInterfaces(size: FixtureSize, random: Random): readonly NetworkInterface[] {
  const sets = groupSets(size, random);
  const hosts = new Array<number>(SUBNETS).fill(0);
  return Array.from({ length: size.interfaces }, (_, number) => {
    const subnet = subnetOf(size, number);
    const host = hosts[subnet] ?? 0;
    hosts[subnet] = host + 1;
    return interfaceRecord(number, subnet, host, sets[number % size.groupSets] ?? []);
  });
}

/** Those that share a set of groups are spread over one tier's subnets, one in each zone. */
function subnetOf(size: FixtureSize, number: number): number {
  if (size.groupSets === size.interfaces) return number % SUBNETS;
  const turn = Math.floor(number / size.groupSets);
  return ((number % size.groupSets) % SUBNET_TIERS) * ZONES + (turn % ZONES);
}

/** All different. Where sets are shared, a quarter of them has the first group: the one that a whole company wears. */
function groupSets(size: FixtureSize, random: Random): readonly (readonly SecurityGroupId[])[] {
  const isShared = size.groupSets < size.interfaces;
  const others = Array.from({ length: size.groups }, (_, number) => number).slice(isShared ? 1 : 0);
  const sets = new Map<string, readonly SecurityGroupId[]>();
  while (sets.size < size.groupSets) {
    const first = isShared && sets.size % 4 === 0 ? [0] : [];
    const numbers = [...first, ...random.sample(others, GROUPS_PER_INTERFACE - first.length)];
    sets.set(numbers.toSorted((a, b) => a - b).join(), numbers.map(groupIdAt));
  }
  return [...sets.values()];
}

const instanceIdAt = (number: number) => asId<"instance">(idText("i", number));

const interfaceRecord = (
  number: number,
  subnet: number,
  host: number,
  groupIds: readonly SecurityGroupId[],
): NetworkInterface => ({
  networkInterfaceId: asId<"networkInterface">(idText("eni", number)),
  name: `server ${number}`,
  subnetId: subnetAt(subnet).subnetId,
  attachment: { kind: "instance", instanceId: instanceIdAt(number), deviceIndex: 0 },
  privateIpAddresses: [{ privateIpAddress: hostAddress(subnet, host), publicIp: null }],
  ipv6Addresses: [],
  groupIds,
  requesterManaged: false,
  sourceDestCheck: true,
});

const instanceOf = (_: NetworkInterface, number: number): Instance => ({
  instanceId: instanceIdAt(number),
  name: `server ${number}`,
  instanceType: "m5.large",
  state: "running",
});
