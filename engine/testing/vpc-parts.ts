/** Parts: VPCs, subnets, groups, lists and ranges. */
import { asId, type VpcId } from "../model/id";
import type { Network } from "../model/network";
import type { SecurityGroup } from "../model/security-group";
import type { Part } from "./network-part";
import { rulesOf } from "./rule-text";

type VpcOptions = Readonly<{ secondary?: readonly string[]; region?: string }>;

export const vpc =
  (
    name: string,
    cidrBlock: string,
    ipv6CidrBlocks: readonly string[] = [],
    { secondary: secondaryCidrBlocks = [], region = "us-east-1" }: VpcOptions = {},
  ): Part =>
  (before) => {
    const vpcId = asId<"vpc">(`vpc-${name}`);
    const record = { vpcId, name, region, cidrBlock, secondaryCidrBlocks, ipv6CidrBlocks };
    return { ...before, vpcs: { ...before.vpcs, [vpcId]: record } };
  };

/** A subnet in zone `us-east-1a` unless said otherwise, with its VPC's main route table and default ACL. */
export const subnet =
  (
    name: string,
    vpcName: string,
    cidrBlock: string,
    ipv6CidrBlock: string | null = null,
    availabilityZone = "us-east-1a",
  ): Part =>
  (before) => {
    const subnetId = asId<"subnet">(`subnet-${name}`);
    const record = {
      subnetId,
      vpcId: asId<"vpc">(`vpc-${vpcName}`),
      name,
      availabilityZone,
      cidrBlock,
      ipv6CidrBlock,
      mapPublicIpOnLaunch: false,
      routeTableId: null,
      networkAclId: null,
    };
    return { ...before, subnets: { ...before.subnets, [subnetId]: record } };
  };

const withGroup = (network: Network, group: SecurityGroup): Network => ({
  ...network,
  securityGroups: { ...network.securityGroups, [group.groupId]: group },
});

const groupNamed = (network: Network, name: string): SecurityGroup => {
  const record = network.securityGroups[asId<"securityGroup">(`sg-${name}`)];
  if (record === undefined) throw new Error(`No group ${name}`);
  return record;
};

/** A group with the rules given, in the notation of rule-text; another group of the same id is replaced. */
export const group =
  (name: string, vpcName: string, rules: readonly string[], groupName: string = name): Part =>
  (before) =>
    withGroup(before, {
      groupId: asId<"securityGroup">(`sg-${name}`),
      groupName,
      description: name,
      vpcId: asId<"vpc">(`vpc-${vpcName}`),
      associatedVpcIds: [],
      rules: rulesOf(name, rules),
    });

/** Gives a group that is there other rules. */
export const rules =
  (name: string, texts: readonly string[]): Part =>
  (before) =>
    withGroup(before, { ...groupNamed(before, name), rules: rulesOf(name, texts) });

/** Lets interfaces of these VPCs too wear a group that is there. */
export const associated =
  (name: string, ...vpcNames: readonly string[]): Part =>
  (before) => {
    const associatedVpcIds: readonly VpcId[] = vpcNames.map((vpcName) => asId<"vpc">(`vpc-${vpcName}`));
    return withGroup(before, { ...groupNamed(before, name), associatedVpcIds });
  };

export const ipRange =
  (name: string, ...cidrBlocks: readonly string[]): Part =>
  (before) => {
    const ipRangeId = asId<"ipRange">(`range-${name}`);
    return { ...before, ipRanges: { ...before.ipRanges, [ipRangeId]: { ipRangeId, name, cidrBlocks } } };
  };

/** A managed prefix list; its family is that of its entries. */
export const prefixList =
  (name: string, entries: readonly string[], maxEntries: number = entries.length): Part =>
  (before) => {
    const prefixListId = asId<"prefixList">(`pl-${name}`);
    const record = {
      prefixListId,
      prefixListName: name,
      addressFamily: entries[0]?.includes(":") ? ("IPv6" as const) : ("IPv4" as const),
      maxEntries,
      ownerId: "123456789012",
      entries: entries.map((cidr) => ({ cidr, description: "" })),
    };
    return { ...before, prefixLists: { ...before.prefixLists, [prefixListId]: record } };
  };
