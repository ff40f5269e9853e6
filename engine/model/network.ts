import type { DbInstance } from "./db-instance";
import type {
  DbInstanceId,
  InstanceId,
  IpRangeId,
  NetworkInterfaceId,
  PrefixListId,
  SecurityGroupId,
  SubnetId,
  VpcId,
} from "./id";
import type { Instance } from "./instance";
import type { IpRange } from "./ip-range";
import type { NetworkInterface } from "./network-interface";
import type { PrefixList } from "./prefix-list";
import type { SecurityGroup } from "./security-group";
import type { Subnet } from "./subnet";
import type { Vpc } from "./vpc";

/** Records by id. A record is never changed in place: another object means another content. */
export type Table<Key extends string, Value> = Readonly<Record<Key, Value>>;

/** What AWS would know of a design, as plain JSON. */
export type Network = Readonly<{
  vpcs: Table<VpcId, Vpc>;
  subnets: Table<SubnetId, Subnet>;
  instances: Table<InstanceId, Instance>;
  dbInstances: Table<DbInstanceId, DbInstance>;
  networkInterfaces: Table<NetworkInterfaceId, NetworkInterface>;
  securityGroups: Table<SecurityGroupId, SecurityGroup>;
  prefixLists: Table<PrefixListId, PrefixList>;
  ipRanges: Table<IpRangeId, IpRange>;
}>;

export type TableName = keyof Network;

export const EMPTY_NETWORK: Network = {
  vpcs: {},
  subnets: {},
  instances: {},
  dbInstances: {},
  networkInterfaces: {},
  securityGroups: {},
  prefixLists: {},
  ipRanges: {},
};

/** A table's records in insertion order. */
export const recordsOf = <Value>(table: Readonly<Record<string, Value>>): readonly Value[] =>
  Object.values(table);

/** The record of this id, if there is one; safe against ids that name something of every object ("constructor"). */
export const recordOf = <Value>(table: Readonly<Record<string, Value>>, id: string): Value | undefined =>
  Object.hasOwn(table, id) ? table[id] : undefined;
