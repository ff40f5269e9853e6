/** Which route table and which network ACL a subnet has, by itself or from its VPC. */
import type { NetworkAclId, RouteTableId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { NetworkAcl } from "../model/network-acl";
import type { RouteTable } from "../model/route-table";
import type { Subnet } from "../model/subnet";

/** The table of the subnets that name none. */
export const mainRouteTableOf = (network: Network, vpcId: string): RouteTable | null =>
  recordsOf(network.routeTables).find((table) => table.vpcId === vpcId && table.isMain) ?? null;

/** The table that routes a subnet's packets: its own, else its VPC's main one; null where the design tells of none. */
export const routeTableOf = (network: Network, subnet: Subnet): RouteTable | null =>
  recordOf(network.routeTables, subnet.routeTableId ?? "") ?? mainRouteTableOf(network, subnet.vpcId);

/** The subnets that a table routes, those included that have it as the main one. */
export const subnetsOfRouteTable = (network: Network, id: RouteTableId): readonly Subnet[] =>
  recordsOf(network.subnets).filter((subnet) => routeTableOf(network, subnet)?.routeTableId === id);

/** The ACL that a VPC brings along. */
export const defaultNetworkAclOf = (network: Network, vpcId: string): NetworkAcl | null =>
  recordsOf(network.networkAcls).find((acl) => acl.vpcId === vpcId && acl.isDefault) ?? null;

/** The ACL that judges a subnet's traffic: its own, else its VPC's default one; null where the design tells of none. */
export const networkAclOf = (network: Network, subnet: Subnet): NetworkAcl | null =>
  recordOf(network.networkAcls, subnet.networkAclId ?? "") ?? defaultNetworkAclOf(network, subnet.vpcId);

/** The subnets whose traffic an ACL judges, those included that have it by default. */
export const subnetsOfNetworkAcl = (network: Network, id: NetworkAclId): readonly Subnet[] =>
  recordsOf(network.subnets).filter((subnet) => networkAclOf(network, subnet)?.networkAclId === id);
