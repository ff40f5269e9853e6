import { type Network, refuse, type Subnet, type SubnetId, type VpcId } from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";

export type CreateSubnet = Subnet & Readonly<{ place: Place }>;

export type SubnetPatch = Readonly<Partial<Omit<Subnet, "subnetId" | "vpcId">>>;

export const createSubnet = (input: CreateSubnet): Command =>
  commandOf(`Create subnet ${input.name}`, () => refuse("subnetNotFound"));

export const modifySubnet = (subnetId: SubnetId, patch: SubnetPatch, mergeKey?: string): Command =>
  commandOf(`Modify subnet ${subnetId} ${Object.keys(patch)}`, () => refuse("subnetNotFound"), mergeKey);

/** The lowest /24 (or what fits) of the VPC that overlaps no subnet; null when it is full. */
export const nextFreeSubnetCidr = (network: Network, vpcId: VpcId): string | null =>
  network.vpcs[vpcId]?.cidrBlock ?? null;
