import type { PrefixListId, SecurityGroupId, SecurityGroupRuleId, VpcId } from "./id";

export type Direction = "ingress" | "egress";

/** Whole ports from `from` to `to`, both included, 0 to 65535. */
export type PortRange = Readonly<{ from: number; to: number }>;

/**
 * What a rule admits. EC2 lets FromPort and ToPort stand for ICMP type and code too; here each protocol has its own
 * fields. A protocol by number other than 1, 6, 17 and 58 has no ports: such a rule opens all of it.
 */
export type Traffic =
  | Readonly<{ ipProtocol: "tcp" | "udp"; ports: PortRange }>
  | Readonly<{ ipProtocol: "icmp" | "icmpv6"; icmpType: number | "all"; icmpCode: number | "all" }>
  | Readonly<{ ipProtocol: number }>
  | Readonly<{ ipProtocol: "all" }>;

/** A rule's far end: an ingress rule's source, an egress rule's destination. */
export type Remote =
  | Readonly<{ kind: "cidrIpv4"; cidrIpv4: string }>
  | Readonly<{ kind: "cidrIpv6"; cidrIpv6: string }>
  | Readonly<{ kind: "group"; groupId: SecurityGroupId }>
  | Readonly<{ kind: "prefixList"; prefixListId: PrefixListId }>;

/** One row of the console's table. */
export type SecurityGroupRule = Readonly<{
  securityGroupRuleId: SecurityGroupRuleId;
  direction: Direction;
  traffic: Traffic;
  remote: Remote;
  description: string;
}>;

/**
 * A security group with its rules, in the order they were made. The group named `default` is its VPC's default. Interfaces of
 * `associatedVpcIds` may wear it too. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-assoc.html
 */
export type SecurityGroup = Readonly<{
  groupId: SecurityGroupId;
  groupName: string;
  description: string;
  vpcId: VpcId;
  associatedVpcIds: readonly VpcId[];
  rules: readonly SecurityGroupRule[];
}>;

export const DEFAULT_GROUP_NAME = "default";
