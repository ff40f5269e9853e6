import {
  refuse,
  type SecurityGroupId,
  type SecurityGroupRuleId,
  type Vpc,
  type VpcId,
} from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";

export type CreateVpc = Readonly<{
  vpcId: VpcId;
  defaultGroupId: SecurityGroupId;
  /** Ids for the default group's rules; `egressIpv6` is used when there is an IPv6 block. */
  ruleIds: Readonly<{
    ingress: SecurityGroupRuleId;
    egress: SecurityGroupRuleId;
    egressIpv6?: SecurityGroupRuleId;
  }>;
  name: string;
  cidrBlock: string;
  ipv6CidrBlocks?: readonly string[];
  region: string;
  place: Place;
}>;

export type VpcPatch = Readonly<
  Partial<Pick<Vpc, "name" | "cidrBlock" | "secondaryCidrBlocks" | "ipv6CidrBlocks">>
>;

export const createVpc = (input: CreateVpc): Command =>
  commandOf(`Create VPC ${input.name}`, () => refuse("vpcNotFound"));

export const modifyVpc = (vpcId: VpcId, patch: VpcPatch, mergeKey?: string): Command =>
  commandOf(`Modify VPC ${vpcId} ${Object.keys(patch)}`, () => refuse("vpcNotFound"), mergeKey);
