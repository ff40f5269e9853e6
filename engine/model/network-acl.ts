import type { NetworkAclId, VpcId } from "./id";
import type { Direction, Remote, Traffic } from "./security-group";

/** A network ACL names addresses only, never groups or prefix lists. */
export type CidrRemote = Extract<Remote, { kind: "cidrIpv4" | "cidrIpv6" }>;

/**
 * One numbered line. Its key is direction and number (1 to 32766). `remote` is an ingress entry's source, an egress entry's
 * destination. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export type NetworkAclEntry = Readonly<{
  ruleNumber: number;
  direction: Direction;
  ruleAction: "allow" | "deny";
  traffic: Traffic;
  remote: CidrRemote;
}>;

/**
 * A subnet's stateless filter: in each direction the first entry by number that matches decides. The catch-all that denies
 * the rest (shown as `*`, 32767 for IPv4 and 32768 for IPv6) is always there and not listed in `entries`. A subnet without
 * an ACL of its own has its VPC's default one.
 */
export type NetworkAcl = Readonly<{
  networkAclId: NetworkAclId;
  vpcId: VpcId;
  name: string;
  isDefault: boolean;
  entries: readonly NetworkAclEntry[];
}>;

/** The catch-all's number, by family, as EC2 gives it. */
export const CATCH_ALL_RULE_NUMBER = { 4: 32767, 6: 32768 } as const;
