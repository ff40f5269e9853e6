import {
  type DbInstance,
  type Instance,
  type IpRange,
  interfacesOf,
  interfaceTitle,
  type Network,
  type NetworkInterface,
  type PrefixList,
  recordOf,
  recordsOf,
  type SecurityGroup,
  type SecurityGroupRule,
  type Subnet,
  type TableName,
  type Vpc,
  type VpcId,
} from "../../engine";
import { INTERNET_PLACE } from "./diagram";

export { groupUsers, interfacesOf, interfaceTitle, isPrimary } from "../../engine";

/** A thing of the network with its kind, so that a `switch` over `kind` knows the record. */
export type Element =
  | Readonly<{ kind: "vpc"; record: Vpc }>
  | Readonly<{ kind: "subnet"; record: Subnet }>
  | Readonly<{ kind: "instance"; record: Instance }>
  | Readonly<{ kind: "dbInstance"; record: DbInstance }>
  | Readonly<{ kind: "networkInterface"; record: NetworkInterface }>
  | Readonly<{ kind: "securityGroup"; record: SecurityGroup }>
  | Readonly<{ kind: "prefixList"; record: PrefixList }>
  | Readonly<{ kind: "ipRange"; record: IpRange }>;

export type ElementKind = Element["kind"];

/** The table in which the things of a kind are kept. */
export const TABLE_OF = {
  vpc: "vpcs",
  subnet: "subnets",
  instance: "instances",
  dbInstance: "dbInstances",
  networkInterface: "networkInterfaces",
  securityGroup: "securityGroups",
  prefixList: "prefixLists",
  ipRange: "ipRanges",
} as const satisfies Record<ElementKind, TableName>;

const KINDS = Object.keys(TABLE_OF) as readonly ElementKind[];

/** What has this id; null for nothing, and for the Internet's node, which is no part of the network. */
export const findElement = (network: Network, id: string): Element | null => {
  for (const kind of KINDS) {
    const record = recordOf<Element["record"]>(network[TABLE_OF[kind]], id);
    if (record !== undefined) return { kind, record } as Element;
  }
  return null;
};

/** A rule with the group that holds it. */
export const findRule = (
  network: Network,
  ruleId: string,
): Readonly<{ group: SecurityGroup; rule: SecurityGroupRule }> | null => {
  for (const group of recordsOf(network.securityGroups)) {
    const rule = group.rules.find((each) => each.securityGroupRuleId === ruleId);
    if (rule !== undefined) return { group, rule };
  }
  return null;
};

/** The VPC in which a thing lies; null for what lies in none (ranges, prefix lists) and for unknown ids. */
export const vpcOf = (network: Network, id: string): VpcId | null => {
  const element = findElement(network, id);
  switch (element?.kind) {
    case "vpc":
    case "subnet":
    case "securityGroup":
      return element.record.vpcId;
    case "networkInterface":
      return recordOf(network.subnets, element.record.subnetId)?.vpcId ?? null;
    case "instance":
    case "dbInstance": {
      const primary = interfacesOf(network, id)[0];
      return primary === undefined ? null : vpcOf(network, primary.networkInterfaceId);
    }
    default:
      return null;
  }
};

const ownName = (network: Network, { kind, record }: Element): string => {
  if (kind === "securityGroup") return record.groupName;
  if (kind === "networkInterface") return interfaceTitle(network, record);
  return kind === "prefixList" ? record.prefixListName : record.name;
};

/** What a thing is called in sentences: its name (an interface's after its owner), or its id where it has none. */
export const nameOf = (network: Network, id: string): string => {
  if (id === INTERNET_PLACE) return "Internet";
  const element = findElement(network, id);
  return (element && ownName(network, element)) || id;
};
