import {
  checkAttach,
  checkInterfaceGroups,
  checkLoadBalancerGroups,
  deviceIndexOf,
  type InstanceId,
  interfacesOf,
  isPrimary,
  type Network,
  type NetworkInterface,
  type NetworkInterfaceId,
  ok,
  ownerOf,
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
import { placedAt, withoutPlaces } from "../places";
import { findInterface, findSubnet, withInterface } from "../records";

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

export type NetworkInterfacePatch = Readonly<{
  name?: string;
  groupIds?: readonly SecurityGroupId[];
  /** Off on what forwards for others: a NAT instance, a firewall. */
  sourceDestCheck?: boolean;
}>;

/** Attaches under the lowest device index that is free. */
const attached = (
  network: Network,
  networkInterface: NetworkInterface,
  instanceId: InstanceId,
): Result<Network, Refusal> => {
  const may = checkAttach(network, networkInterface, instanceId);
  if (!may.ok) return may;
  const taken = new Set(interfacesOf(network, instanceId).map(deviceIndexOf));
  let deviceIndex = 0;
  while (taken.has(deviceIndex)) deviceIndex += 1;
  const attachment = { kind: "instance", instanceId, deviceIndex } as const;
  const name = networkInterface.name || `eth${deviceIndex}`;
  return ok(withInterface(network, { ...networkInterface, name, attachment }));
};

/** An interface by itself, or attached to an instance at once. A nameless one is called after its device index. */
export const createNetworkInterface = (input: CreateNetworkInterface): Command =>
  commandOf(
    (network) =>
      input.attachTo === null
        ? `Create network interface ${input.name}`.trimEnd()
        : `Add network interface to ${nameOf(network, input.attachTo)}`,
    (diagram) => {
      const { attachTo, place, ...rest } = input;
      const added = addInterface(diagram.network, {
        ...rest,
        attachment: null,
        requesterManaged: false,
        publicIp: "never",
      });
      if (!added.ok) return added;
      if (attachTo === null) {
        return ok(placedAt({ ...diagram, network: added.value }, input.networkInterfaceId, place));
      }
      const made = findInterface(added.value, input.networkInterfaceId);
      const network = made.ok ? attached(added.value, made.value, attachTo) : made;
      return network.ok ? ok({ ...diagram, network: network.value }) : network;
    },
  );

/** The interfaces that change their groups together: a load balancer's and an endpoint's all wear the same. */
const dressedAlike = (network: Network, networkInterface: NetworkInterface): readonly NetworkInterface[] => {
  const { attachment } = networkInterface;
  const owner =
    attachment?.kind === "loadBalancer" || attachment?.kind === "vpcEndpoint"
      ? ownerOf(networkInterface)
      : null;
  if (owner === null) return [networkInterface];
  const others = interfacesOf(network, owner).filter(
    (each) => each.networkInterfaceId !== networkInterface.networkInterfaceId,
  );
  return [networkInterface, ...others];
};

/** A network load balancer's groups are none for ever, or some for ever. */
const checkBalancer = (
  network: Network,
  { attachment }: NetworkInterface,
  count: number,
): Result<void, Refusal> => {
  if (attachment?.kind !== "loadBalancer") return ok(undefined);
  const balancer = recordOf(network.loadBalancers, attachment.loadBalancerId);
  return balancer === undefined ? ok(undefined) : checkLoadBalancerGroups(network, balancer, count);
};

/** Replaces an interface's groups as EC2 does: by the whole list. */
const withGroups = (
  network: Network,
  networkInterface: NetworkInterface,
  groupIds: readonly SecurityGroupId[],
): Result<Network, Refusal> => {
  const subnet = findSubnet(network, networkInterface.subnetId);
  if (!subnet.ok) return subnet;
  const balancer = checkBalancer(network, networkInterface, groupIds.length);
  if (!balancer.ok) return balancer;
  const checked = checkInterfaceGroups(network, subnet.value.vpcId, groupIds, networkInterface.groupIds);
  if (!checked.ok) return checked;
  const alike = dressedAlike(network, networkInterface);
  return ok(alike.reduce((sum, each) => withInterface(sum, { ...each, groupIds: checked.value }), network));
};

const modifyLabel = (id: NetworkInterfaceId, patch: NetworkInterfacePatch) => (network: Network) => {
  if (patch.name !== undefined) return `Rename ${nameOf(network, id)} to ${patch.name}`;
  if (patch.sourceDestCheck === undefined) return `Change groups of ${nameOf(network, id)}`;
  return `Turn source/destination check of ${nameOf(network, id)} ${patch.sourceDestCheck ? "on" : "off"}`;
};

export const modifyNetworkInterfaceAttribute = (
  id: NetworkInterfaceId,
  patch: NetworkInterfacePatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    modifyLabel(id, patch),
    (network) => {
      const before = findInterface(network, id);
      if (!before.ok) return before;
      const { groupIds, ...rest } = patch;
      const changed = { ...before.value, ...rest };
      if (groupIds === undefined) return ok(withInterface(network, changed));
      return withGroups(network, changed, groupIds);
    },
    mergeKey,
  );

export const addGroup = (id: NetworkInterfaceId, groupId: SecurityGroupId): Command =>
  networkCommand(
    (network) => `Add ${nameOf(network, groupId)} to ${nameOf(network, id)}`,
    (network) => {
      const before = findInterface(network, id);
      return before.ok ? withGroups(network, before.value, [...before.value.groupIds, groupId]) : before;
    },
  );

/** The last group stays: an interface always wears one. */
export const removeGroup = (id: NetworkInterfaceId, groupId: SecurityGroupId): Command =>
  networkCommand(
    (network) => `Remove ${nameOf(network, groupId)} from ${nameOf(network, id)}`,
    (network) => {
      const before = findInterface(network, id);
      if (!before.ok) return before;
      return withGroups(
        network,
        before.value,
        before.value.groupIds.filter((each) => each !== groupId),
      );
    },
  );

export const attachNetworkInterface = (id: NetworkInterfaceId, instanceId: InstanceId): Command =>
  commandOf(
    (network) => `Attach ${nameOf(network, id)} to ${nameOf(network, instanceId)}`,
    (diagram) => {
      const before = findInterface(diagram.network, id);
      const network = before.ok ? attached(diagram.network, before.value, instanceId) : before;
      if (!network.ok) return network;
      return ok({
        ...diagram,
        network: network.value,
        layout: withoutPlaces(diagram.layout, new Set([id])),
      });
    },
  );

/** Primary interfaces and those of a service stay where they are. `place` is where it stands from then on, in its subnet. */
export const detachNetworkInterface = (id: NetworkInterfaceId, place: Place): Command =>
  commandOf(
    (network) => `Detach ${nameOf(network, id)}`,
    (diagram) => {
      const before = findInterface(diagram.network, id);
      if (!before.ok) return before;
      const facts = { name: nameOf(diagram.network, id) };
      if (before.value.requesterManaged) return refuse("interfaceManaged", facts);
      if (isPrimary(before.value)) return refuse("interfacePrimary", facts);
      const network = withInterface(diagram.network, { ...before.value, attachment: null });
      return ok(placedAt({ ...diagram, network }, id, place));
    },
  );
