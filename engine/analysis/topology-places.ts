/** A VPC and a subnet as ways see them: read from their records once, and remembered by record. */

import type { SubnetId, VpcId } from "../model/id";
import type { InternetGateway } from "../model/internet-gateway";
import type { NetworkAcl } from "../model/network-acl";
import type { RouteTable } from "../model/route-table";
import type { Subnet } from "../model/subnet";
import type { Vpc } from "../model/vpc";
import { type Cidr, parseCidr } from "../net/cidr";

/** `internetGateway` is the one attached. Main and default are null where the network does not tell them. */
export type VpcPlace = Readonly<{
  vpcId: VpcId;
  region: string;
  blocks: readonly Cidr[];
  /** Without any, routes are not judged: an internet gateway is taken for granted. */
  hasRouteTables: boolean;
  mainRouteTable: RouteTable | null;
  defaultNetworkAcl: NetworkAcl | null;
  internetGateway: InternetGateway | null;
}>;

/** A subnet with the table and the ACL in force: its own, else its VPC's main and default one. */
export type SubnetPlace = Readonly<{
  subnetId: SubnetId;
  subnet: Subnet;
  vpc: VpcPlace;
  routeTable: RouteTable | null;
  networkAcl: NetworkAcl | null;
}>;

/** A function of a record that is not computed twice for the same record. */
export const rememberedBy = <Key extends object, Value>(read: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(key);
    known.set(key, value);
    return value;
  };
};

/** What is no CIDR is left out: an unfinished drawing is the normal case. */
export const cidrsOf = (texts: readonly string[]): readonly Cidr[] =>
  texts.flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr.ok ? [cidr.value] : [];
  });

/** A VPC's blocks of both families. */
export const vpcBlocks: (vpc: Vpc) => readonly Cidr[] = rememberedBy((vpc) =>
  cidrsOf([vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks]),
);
