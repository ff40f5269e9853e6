import {
  checkVpc,
  DEFAULT_GROUP_NAME,
  type Network,
  type NetworkAcl,
  type NetworkAclId,
  ok,
  type Refusal,
  type Result,
  type RouteTable,
  type RouteTableId,
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
import { allowAllEntries } from "./network-acl";
import { addNewGroup, allEgress } from "./security-group";

export type CreateVpc = Readonly<{
  vpcId: VpcId;
  defaultGroupId: SecurityGroupId;
  mainRouteTableId: RouteTableId;
  defaultNetworkAclId: NetworkAclId;
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

/** The local route only, and an ACL that allows everything (VPC User Guide, "Route tables" and "Default network ACL"). */
const withTableAndAcl = (network: Network, input: CreateVpc, hasIpv6: boolean): Network => {
  const { vpcId, mainRouteTableId: routeTableId, defaultNetworkAclId: networkAclId } = input;
  const table: RouteTable = { routeTableId, vpcId, name: "", isMain: true, routes: [] };
  const acl: NetworkAcl = {
    networkAclId,
    vpcId,
    name: "",
    isDefault: true,
    entries: allowAllEntries(hasIpv6),
  };
  return withRecord(
    withRecord(network, "routeTables", routeTableId, table),
    "networkAcls",
    networkAclId,
    acl,
  );
};

/** A VPC with its default group, its main route table and its default network ACL. */
export const createVpc = (input: CreateVpc): Command =>
  commandOf(`Create VPC ${input.name}`, (diagram) => {
    const vpc = checkVpc(diagram.network, vpcFrom(input));
    if (!vpc.ok) return vpc;
    const { vpcId, defaultGroupId, mainRouteTableId, defaultNetworkAclId } = input;
    const ids = checkNewIds(diagram.network, [vpcId, defaultGroupId, mainRouteTableId, defaultNetworkAclId]);
    if (!ids.ok) return ids;
    const hasIpv6 = vpc.value.ipv6CidrBlocks.length > 0;
    const network = withTableAndAcl(withRecord(diagram.network, "vpcs", vpcId, vpc.value), input, hasIpv6);
    const group = defaultGroupFrom(input, hasIpv6);
    return ok(placedAt(addNewGroup({ ...diagram, network }, group), vpcId, input.place));
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
