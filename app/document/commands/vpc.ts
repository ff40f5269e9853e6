import {
  checkVpc,
  DEFAULT_GROUP_NAME,
  type Network,
  ok,
  type Refusal,
  type Result,
  recordOf,
  refuse,
  type SecurityGroup,
  type SecurityGroupId,
  type SecurityGroupRule,
  type SecurityGroupRuleId,
  type Vpc,
  type VpcId,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf } from "../find";
import { placedAt } from "../places";
import { checkNewIds, withRecord } from "../records";
import { shiftSubnets } from "../renumber";
import { addNewGroup, allEgress } from "./security-group";

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

const vpcFrom = ({ vpcId, name, cidrBlock, region, ipv6CidrBlocks = [] }: CreateVpc): Vpc => ({
  vpcId,
  name,
  region,
  cidrBlock,
  secondaryCidrBlocks: [],
  ipv6CidrBlocks,
});

const fromItself = (id: SecurityGroupRuleId, groupId: SecurityGroupId): SecurityGroupRule => ({
  securityGroupRuleId: id,
  direction: "ingress",
  traffic: { ipProtocol: "all" },
  remote: { kind: "group", groupId },
  description: "",
});

/** VPC User Guide, "Default security groups for your VPCs": all from its own members, all out. */
const defaultGroupFrom = (
  { defaultGroupId, vpcId, ruleIds }: CreateVpc,
  hasIpv6: boolean,
): SecurityGroup => ({
  groupId: defaultGroupId,
  groupName: DEFAULT_GROUP_NAME,
  description: "default VPC security group",
  vpcId,
  associatedVpcIds: [],
  rules: [
    fromItself(ruleIds.ingress, defaultGroupId),
    ...allEgress({ ipv4: ruleIds.egress, ipv6: ruleIds.egressIpv6 }, hasIpv6),
  ],
});

/** A VPC with its default group. */
export const createVpc = (input: CreateVpc): Command =>
  commandOf(`Create VPC ${input.name}`, (diagram) => {
    const vpc = checkVpc(diagram.network, vpcFrom(input));
    if (!vpc.ok) return vpc;
    const ids = checkNewIds(diagram.network, [input.vpcId, input.defaultGroupId]);
    if (!ids.ok) return ids;
    const network = withRecord(diagram.network, "vpcs", input.vpcId, vpc.value);
    const group = defaultGroupFrom(input, vpc.value.ipv6CidrBlocks.length > 0);
    return ok(placedAt(addNewGroup({ ...diagram, network }, group), input.vpcId, input.place));
  });

const modifyLabel = (vpcId: VpcId, patch: VpcPatch) => (network: Network) =>
  patch.name === undefined
    ? `Change CIDR blocks of ${nameOf(network, vpcId)}`
    : `Rename ${nameOf(network, vpcId)} to ${patch.name}`;

/** When the primary block moves, subnets that no longer lie in the VPC move along, with the addresses in them. */
const changeBlocks = (network: Network, before: Vpc, vpc: Vpc): Result<Network, Refusal> => {
  const asIs = checkVpc(network, vpc);
  const fits = asIs.ok || asIs.error.reason !== "vpcBlockInUse";
  const shifted = fits ? ok(network) : shiftSubnets(network, before, vpc);
  if (!shifted.ok) return shifted;
  const checked = checkVpc(shifted.value, vpc);
  return checked.ok ? ok(withRecord(shifted.value, "vpcs", vpc.vpcId, checked.value)) : checked;
};

export const modifyVpc = (vpcId: VpcId, patch: VpcPatch, mergeKey?: string): Command =>
  networkCommand(
    modifyLabel(vpcId, patch),
    (network) => {
      const before = recordOf(network.vpcs, vpcId);
      if (before === undefined) return refuse("vpcNotFound", { id: vpcId });
      return changeBlocks(network, before, { ...before, ...patch });
    },
    mergeKey,
  );
