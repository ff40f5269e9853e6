/** A new VPC as it is proposed, named by the user and made. */
import { fail, type Network, nextFreeVpcIpv6Cidr, ok, type Result } from "../../engine";
import type { Command } from "../document/command";
import { createVpc } from "../document/commands/vpc";
import { createVpcWithSubnets, vpcSize, wizardIds } from "../document/commands/vpc-wizard";
import type { Point, Size } from "../document/diagram";
import { newId } from "../document/new-id";
import { VPC_SIZE } from "../scene/sizes";
import { freeName } from "./free-name";
import { type VpcShape, zonesOf } from "./new-vpc";
import type { NamedVpc } from "./new-vpc-question";

const REGION = "us-east-1";

/** A name and a block that no VPC of the design has. */
export const proposedVpc = (network: Network): NamedVpc => {
  const vpcs = Object.values(network.vpcs);
  const taken = new Set(vpcs.map((vpc) => vpc.cidrBlock));
  const second = [...Array(256).keys()].find((n) => !taken.has(`10.${n}.0.0/16`)) ?? 0;
  return { name: freeName("vpc", vpcs), cidrBlock: `10.${second}.0.0/16` };
};

const newVpc = (named: NamedVpc) => ({
  ...named,
  vpcId: newId("vpc"),
  defaultGroupId: newId("securityGroup"),
  mainRouteTableId: newId("routeTable"),
  defaultNetworkAclId: newId("networkAcl"),
  ruleIds: {
    ingress: newId("securityGroupRule"),
    egress: newId("securityGroupRule"),
    egressIpv6: newId("securityGroupRule"),
  },
  region: REGION,
});

type Made = Readonly<{ command: Command; id: string }>;
type PlaceFor = (size: Size) => Point;

/** What makes the VPC, with its id; or a sentence that says what is missing. `shape` is null for the VPC only. */
export const vpcCommand = (
  network: Network,
  named: NamedVpc,
  shape: VpcShape | null,
  placeFor: PlaceFor,
): Result<Made, string> => {
  if (shape !== null) return commandWithSubnets(network, named, shape, placeFor);
  const vpc = newVpc(named);
  const place = { ...placeFor(VPC_SIZE), size: VPC_SIZE };
  return ok({ command: createVpc({ ...vpc, place }), id: vpc.vpcId });
};

const commandWithSubnets = (
  network: Network,
  named: NamedVpc,
  shape: VpcShape,
  placeFor: PlaceFor,
): Result<Made, string> => {
  const zones = zonesOf(shape, REGION);
  const { zoneCount: _, hasIpv6, ...rest } = shape;
  const ipv6 = hasIpv6 ? nextFreeVpcIpv6Cidr(network) : null;
  if (hasIpv6 && ipv6 === null) return fail("There is no free IPv6 block left: create the VPC without one.");
  const ipv6CidrBlocks = ipv6 === null ? [] : [ipv6];
  const place = placeFor(vpcSize({ ...shape, zones, ipv6CidrBlocks }));
  const wizard = { ...newVpc(named), ...rest, ipv6CidrBlocks, zones, place };
  return ok({ command: createVpcWithSubnets(wizard, wizardIds(wizard, newId)), id: wizard.vpcId });
};
