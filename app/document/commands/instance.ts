import {
  checkInterfaceCount,
  type Instance,
  type InstanceId,
  interfacesOf,
  limitsOf,
  type Network,
  type NetworkInterfaceId,
  ok,
  type Refusal,
  type Result,
  recordOf,
  refuse,
  type SecurityGroupId,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf } from "../find";
import { addInterface } from "../new-interface";
import { placedAt } from "../places";
import { checkNewIds, withRecord } from "../records";

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

/** An instance with its primary interface: a free address, and a public one where the subnet gives them. */
export const runInstances = (input: RunInstances): Command =>
  commandOf(`Launch ${input.name}`, (diagram) => {
    const { instanceId, name, instanceType, place, ...rest } = input;
    const ids = checkNewIds(diagram.network, [instanceId, input.networkInterfaceId]);
    if (!ids.ok) return ids;
    const instance: Instance = { instanceId, name, instanceType, state: "running" };
    const network = addInterface(withRecord(diagram.network, "instances", instanceId, instance), {
      ...rest,
      name: "eth0",
      attachment: { kind: "instance", instanceId, deviceIndex: 0 },
      requesterManaged: false,
      publicIp: "auto",
    });
    return network.ok ? ok(placedAt({ ...diagram, network: network.value }, instanceId, place)) : network;
  });

const modifyLabel = (instanceId: InstanceId, patch: InstancePatch) => (network: Network) => {
  const name = nameOf(network, instanceId);
  if (patch.name !== undefined) return `Rename ${name} to ${patch.name}`;
  return patch.instanceType === undefined ? `Change state of ${name}` : `Change type of ${name}`;
};

/** A smaller type takes fewer interfaces, and fewer addresses on each. */
const checkFits = (network: Network, { instanceId, name, instanceType }: Instance): Result<void, Refusal> => {
  const interfaces = interfacesOf(network, instanceId);
  const count = checkInterfaceCount(name, instanceType, interfaces.length);
  if (!count.ok) return count;
  const limit = limitsOf(instanceType)?.addressesPerInterface ?? Number.POSITIVE_INFINITY;
  const most = Math.max(...interfaces.map((each) => each.privateIpAddresses.length));
  return most > limit ? refuse("addressLimit", { name, instanceType, limit: `${limit}` }) : ok(undefined);
};

export const modifyInstance = (instanceId: InstanceId, patch: InstancePatch, mergeKey?: string): Command =>
  networkCommand(
    modifyLabel(instanceId, patch),
    (network) => {
      const before = recordOf(network.instances, instanceId);
      if (before === undefined) return refuse("instanceNotFound", { id: instanceId });
      const instance = { ...before, ...patch };
      const fits = patch.instanceType === undefined ? ok(undefined) : checkFits(network, instance);
      return fits.ok ? ok(withRecord(network, "instances", instanceId, instance)) : fits;
    },
    mergeKey,
  );
