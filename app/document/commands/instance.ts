import {
  type Instance,
  type InstanceId,
  type NetworkInterfaceId,
  refuse,
  type SecurityGroupId,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";

export type RunInstances = Readonly<{
  instanceId: InstanceId;
  networkInterfaceId: NetworkInterfaceId;
  subnetId: SubnetId;
  name: string;
  instanceType: string;
  /** None: the VPC's default group. */
  groupIds: readonly SecurityGroupId[];
  place: Place;
}>;

export type InstancePatch = Readonly<Partial<Pick<Instance, "name" | "instanceType" | "state">>>;

export const runInstances = (input: RunInstances): Command =>
  commandOf(`Launch ${input.name}`, () => refuse("subnetNotFound"));

export const modifyInstance = (instanceId: InstanceId, patch: InstancePatch, mergeKey?: string): Command =>
  commandOf(`Modify ${instanceId} ${Object.keys(patch)}`, () => refuse("instanceNotFound"), mergeKey);
