import type { DbInstance } from "./db-instance";
import type {
  DbInstanceId,
  EgressOnlyInternetGatewayId,
  InstanceId,
  InternetGatewayId,
  IpRangeId,
  LoadBalancerId,
  ManagedResourceId,
  NatGatewayId,
  NetworkAclId,
  NetworkInterfaceId,
  PrefixListId,
  RouteTableId,
  SecurityGroupId,
  SubnetId,
  TransitGatewayAttachmentId,
  TransitGatewayId,
  TransitGatewayRouteTableId,
  VpcEndpointId,
  VpcId,
  VpcPeeringConnectionId,
} from "./id";
import type { Instance } from "./instance";
import type { EgressOnlyInternetGateway, InternetGateway } from "./internet-gateway";
import type { IpRange } from "./ip-range";
import type { LoadBalancer } from "./load-balancer";
import type { ManagedResource } from "./managed-resource";
import type { NatGateway } from "./nat-gateway";
import type { NetworkAcl } from "./network-acl";
import type { NetworkInterface } from "./network-interface";
import type { PrefixList } from "./prefix-list";
import type { RouteTable } from "./route-table";
import type { SecurityGroup } from "./security-group";
import type { Subnet } from "./subnet";
import type { TransitGateway, TransitGatewayAttachment, TransitGatewayRouteTable } from "./transit-gateway";
import type { Vpc } from "./vpc";
import type { VpcEndpoint } from "./vpc-endpoint";
import type { VpcPeeringConnection } from "./vpc-peering-connection";

/** Records by id. A record is never changed in place: another object means another content. */
export type Table<Key extends string, Value> = Readonly<Record<Key, Value>>;

/** What AWS would know of a design, as plain JSON. */
export type Network = Readonly<{
  vpcs: Table<VpcId, Vpc>;
  subnets: Table<SubnetId, Subnet>;
  instances: Table<InstanceId, Instance>;
  dbInstances: Table<DbInstanceId, DbInstance>;
  managedResources: Table<ManagedResourceId, ManagedResource>;
  loadBalancers: Table<LoadBalancerId, LoadBalancer>;
  networkInterfaces: Table<NetworkInterfaceId, NetworkInterface>;
  securityGroups: Table<SecurityGroupId, SecurityGroup>;
  prefixLists: Table<PrefixListId, PrefixList>;
  networkAcls: Table<NetworkAclId, NetworkAcl>;
  routeTables: Table<RouteTableId, RouteTable>;
  internetGateways: Table<InternetGatewayId, InternetGateway>;
  egressOnlyInternetGateways: Table<EgressOnlyInternetGatewayId, EgressOnlyInternetGateway>;
  natGateways: Table<NatGatewayId, NatGateway>;
  vpcPeeringConnections: Table<VpcPeeringConnectionId, VpcPeeringConnection>;
  transitGateways: Table<TransitGatewayId, TransitGateway>;
  transitGatewayAttachments: Table<TransitGatewayAttachmentId, TransitGatewayAttachment>;
  transitGatewayRouteTables: Table<TransitGatewayRouteTableId, TransitGatewayRouteTable>;
  vpcEndpoints: Table<VpcEndpointId, VpcEndpoint>;
  ipRanges: Table<IpRangeId, IpRange>;
}>;

export type TableName = keyof Network;

export const EMPTY_NETWORK: Network = {
  vpcs: {},
  subnets: {},
  instances: {},
  dbInstances: {},
  managedResources: {},
  loadBalancers: {},
  networkInterfaces: {},
  securityGroups: {},
  prefixLists: {},
  networkAcls: {},
  routeTables: {},
  internetGateways: {},
  egressOnlyInternetGateways: {},
  natGateways: {},
  vpcPeeringConnections: {},
  transitGateways: {},
  transitGatewayAttachments: {},
  transitGatewayRouteTables: {},
  vpcEndpoints: {},
  ipRanges: {},
};

/** All tables, in the order of `EMPTY_NETWORK`. */
export const TABLE_NAMES = Object.keys(EMPTY_NETWORK) as readonly TableName[];

/** A table's records in insertion order. */
export const recordsOf = <Value>(table: Readonly<Record<string, Value>>): readonly Value[] =>
  Object.values(table);

/** The record of this id, if there is one; safe against ids that name something of every object ("constructor"). */
export const recordOf = <Value>(table: Readonly<Record<string, Value>>, id: string): Value | undefined =>
  Object.hasOwn(table, id) ? table[id] : undefined;
