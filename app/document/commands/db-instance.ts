import {
  type DbEngine,
  type DbInstance,
  type DbInstanceId,
  type NetworkInterfaceId,
  refuse,
  type SecurityGroupId,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";

export type CreateDbInstance = Readonly<{
  dbInstanceId: DbInstanceId;
  networkInterfaceId: NetworkInterfaceId;
  subnetId: SubnetId;
  name: string;
  engine: DbEngine;
  /** None: the VPC's default group. */
  groupIds: readonly SecurityGroupId[];
  place: Place;
}>;

export type DbInstancePatch = Readonly<Partial<Pick<DbInstance, "name" | "engine">>>;

export const createDbInstance = (input: CreateDbInstance): Command =>
  commandOf(`Create database ${input.name}`, () => refuse("subnetNotFound"));

export const modifyDbInstance = (id: DbInstanceId, patch: DbInstancePatch, mergeKey?: string): Command =>
  commandOf(`Modify ${id} ${Object.keys(patch)}`, () => refuse("dbInstanceNotFound"), mergeKey);
