import {
  interfacesOf,
  interfaceTitle,
  type Network,
  recordOf,
  recordsOf,
  type SecurityGroup,
  type SecurityGroupRule,
  type VpcId,
} from "../../engine";
import { INTERNET_PLACE } from "./diagram";
import { type Element, findElement } from "./elements";

export { groupUsers, interfacesOf, interfaceTitle } from "../../engine";
export { type ElementKind, findElement, TABLE_OF } from "./elements";

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

/**
 * The VPC in which a thing lies; null for what lies in none (ranges, prefix lists, peerings, transit gateways with their
 * tables, an internet gateway that is not attached) and for unknown ids.
 */
export const vpcOf = (network: Network, id: string): VpcId | null => {
  const record = findElement(network, id)?.record;
  if (record === undefined) return null;
  if ("vpcId" in record) return record.vpcId;
  const subnetId = "subnetId" in record ? record.subnetId : interfacesOf(network, id)[0]?.subnetId;
  return subnetId === undefined ? null : (recordOf(network.subnets, subnetId)?.vpcId ?? null);
};

const ownName = (network: Network, { kind, record }: Element): string => {
  if (kind === "securityGroup") return record.groupName;
  if (kind === "networkInterface") return interfaceTitle(network, record);
  if (kind === "networkAcl") return record.name || (record.isDefault ? "default network ACL" : "");
  if (kind === "routeTable") return record.name || (record.isMain ? "main route table" : "");
  return kind === "prefixList" ? record.prefixListName : record.name;
};

/**
 * What a thing is called in sentences: its name (an interface's after its owner), or its id where it has none. The ACL and
 * the route table that a VPC brings along have no name in AWS; they are called by what they are.
 */
export const nameOf = (network: Network, id: string): string => {
  if (id === INTERNET_PLACE) return "Internet";
  const element = findElement(network, id);
  return (element && ownName(network, element)) || id;
};
