import {
  type IpRange,
  type Network,
  type NetworkInterface,
  recordsOf,
  type SecurityGroup,
} from "../../../engine";
import { entryCount } from "../parts/prefix-list-size";
import { groupsInReach } from "./named-groups";
import { ANYWHERE_IPV4, ANYWHERE_IPV6, remoteText } from "./remote-fields";
import type { RuleContext } from "./rule-context";

export type RemoteOption = Readonly<{ value: string; label?: string; description?: string }>;
export type RemoteOptions = Readonly<{ label: string; options: readonly RemoteOption[] }>;

/** What the Custom field suggests: groups that the rule may name, prefix lists, ranges on the canvas, CIDRs in use. */
export const remoteOptions = (context: RuleContext): readonly RemoteOptions[] =>
  [
    { label: "Security groups", options: groupOptions(context) },
    { label: "Prefix lists", options: prefixListOptions(context) },
    ...blockOptions(context),
  ].filter(({ options }) => options.length > 0);

const ANYWHERE: readonly RemoteOption[] = [
  { value: ANYWHERE_IPV4, description: "anywhere, IPv4" },
  { value: ANYWHERE_IPV6, description: "anywhere, IPv6" },
];

/** What a field for a CIDR suggests, where nothing else can be named. */
export const cidrSuggestions = (
  context: Pick<RuleContext, "network" | "vpcId">,
): readonly RemoteOptions[] => [
  { label: "Anywhere", options: ANYWHERE },
  ...blockOptions(context)
    .map(({ label, options }) => ({ label, options: options.filter(({ value }) => !isAnywhere(value)) }))
    .filter(({ options }) => options.length > 0),
];

const isAnywhere = (cidr: string): boolean => ANYWHERE.some(({ value }) => value === cidr);

/** The blocks of all VPCs, where routes between them are written. */
export const vpcBlockSuggestions = (network: Network): readonly RemoteOptions[] =>
  recordsOf(network.vpcs).map(({ name, vpcId, cidrBlock, secondaryCidrBlocks, ipv6CidrBlocks }) => ({
    label: name || vpcId,
    options: [cidrBlock, ...secondaryCidrBlocks, ...ipv6CidrBlocks].map((value) => ({ value })),
  }));

const blockOptions = (context: Pick<RuleContext, "network" | "vpcId">): readonly RemoteOptions[] => [
  { label: "IP ranges", options: recordsOf(context.network.ipRanges).flatMap(rangeOptions) },
  { label: "CIDRs in use", options: cidrOptions(context) },
];

const groupOptions = (context: RuleContext): readonly RemoteOption[] =>
  groupsInReach(context).map((group) => {
    const users = interfaceCount(wearers(context.network, group));
    const own = group.groupId === context.groupId ? "this group · " : "";
    return {
      value: remoteText({ kind: "group", groupId: group.groupId }, context),
      description: own + users,
    };
  });

const wearers = (network: Network, group: SecurityGroup): readonly NetworkInterface[] =>
  recordsOf(network.networkInterfaces).filter((each) => each.groupIds.includes(group.groupId));

const interfaceCount = (interfaces: readonly NetworkInterface[]): string =>
  interfaces.length === 1 ? "1 interface" : `${interfaces.length} interfaces`;

const prefixListOptions = (context: RuleContext): readonly RemoteOption[] =>
  recordsOf(context.network.prefixLists).map((list) => ({
    value: remoteText({ kind: "prefixList", prefixListId: list.prefixListId }, context),
    description: `${list.addressFamily} · ${entryCount(list)}`,
  }));

const rangeOptions = (range: IpRange): readonly RemoteOption[] =>
  range.cidrBlocks.map((cidr) => ({ value: cidr, description: range.name }));

/** Blocks of this VPC and its subnets, then those that rules name; each once. */
const cidrOptions = ({ network, vpcId }: Pick<RuleContext, "network" | "vpcId">): readonly RemoteOption[] => {
  const named = new Map<string, string>();
  const add = (cidr: string | null, description: string): void => {
    if (cidr !== null && !named.has(cidr)) named.set(cidr, description);
  };
  for (const vpc of recordsOf(network.vpcs).filter((each) => each.vpcId === vpcId)) {
    for (const cidr of [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks])
      add(cidr, `VPC ${vpc.name}`);
  }
  for (const subnet of recordsOf(network.subnets).filter((each) => each.vpcId === vpcId)) {
    add(subnet.cidrBlock, `subnet ${subnet.name}`);
    add(subnet.ipv6CidrBlock, `subnet ${subnet.name}`);
  }
  for (const { rules, groupName } of recordsOf(network.securityGroups)) {
    for (const { remote } of rules) {
      if (remote.kind === "cidrIpv4") add(remote.cidrIpv4, `in rules of ${groupName}`);
      if (remote.kind === "cidrIpv6") add(remote.cidrIpv6, `in rules of ${groupName}`);
    }
  }
  return [...named].map(([value, description]) => ({ value, description }));
};
