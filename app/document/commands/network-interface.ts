import {
  type InstanceId,
  type NetworkInterfaceId,
  refuse,
  type SecurityGroupId,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";

export type CreateNetworkInterface = Readonly<{
  networkInterfaceId: NetworkInterfaceId;
  subnetId: SubnetId;
  name: string;
  /** None: the VPC's default group. */
  groupIds: readonly SecurityGroupId[];
  attachTo: InstanceId | null;
  /** Where it stands while unattached; null when it is attached. */
  place: Place | null;
}>;

export type NetworkInterfacePatch = Readonly<{ name?: string; groupIds?: readonly SecurityGroupId[] }>;

const soon = (label: string, mergeKey?: string): Command =>
  commandOf(label, () => refuse("interfaceNotFound"), mergeKey);

export const createNetworkInterface = (input: CreateNetworkInterface): Command =>
  soon(`Create interface ${input.name}`);

export const modifyNetworkInterfaceAttribute = (
  id: NetworkInterfaceId,
  patch: NetworkInterfacePatch,
  mergeKey?: string,
): Command => soon(`Modify ${id} ${Object.keys(patch)}`, mergeKey);

export const addGroup = (id: NetworkInterfaceId, groupId: SecurityGroupId): Command =>
  soon(`Add ${groupId} to ${id}`);

export const removeGroup = (id: NetworkInterfaceId, groupId: SecurityGroupId): Command =>
  soon(`Remove ${groupId} from ${id}`);

export const attachNetworkInterface = (id: NetworkInterfaceId, instanceId: InstanceId): Command =>
  soon(`Attach ${id} to ${instanceId}`);

/** `place` is where it stands from then on, in its subnet. */
export const detachNetworkInterface = (id: NetworkInterfaceId, place: Place): Command =>
  soon(`Detach ${id} ${place.x}`);
