import {
  checkHasInternetGateway,
  checkInterfaceGroups,
  checkListeners,
  checkLoadBalancerGroups,
  checkOnePerZone,
  checkSubnets,
  defaultGroupOf,
  freePublicAddress,
  interfacesOf,
  type LoadBalancer,
  type LoadBalancerId,
  type Network,
  type NetworkInterface,
  type NetworkInterfaceId,
  ok,
  type Refusal,
  type Result,
  type SecurityGroupId,
  type SubnetId,
  wearsGroups,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf, vpcOf } from "../find";
import { addServiceInterfaces } from "../new-interface";
import { placedAt } from "../places";
import { checkNewIds, findRecord, withInterface, withRecord } from "../records";

export type CreateLoadBalancer = Readonly<{
  loadBalancerId: LoadBalancerId;
  name: string;
  loadBalancerType: LoadBalancer["loadBalancerType"];
  scheme: LoadBalancer["scheme"];
  /** One in each zone, with an interface for each. */
  subnetIds: readonly SubnetId[];
  networkInterfaceIds: readonly NetworkInterfaceId[];
  /** None: an application load balancer takes the default group, a network one wears none, for ever. */
  groupIds: readonly SecurityGroupId[];
  place: Place;
}>;

export type LoadBalancerPatch = Readonly<
  Partial<Pick<LoadBalancer, "name" | "loadBalancerType" | "scheme" | "preservesClientIp" | "listeners">> & {
    /** Of all its interfaces. */
    groupIds?: readonly SecurityGroupId[];
  }
>;

const checkPlaces = (network: Network, { subnetIds, scheme }: CreateLoadBalancer): Result<void, Refusal> => {
  const subnets = checkSubnets(network, subnetIds);
  if (!subnets.ok) return subnets;
  const zones = checkOnePerZone(subnets.value, "loadBalancerZones");
  const [first] = subnets.value;
  if (!zones.ok || first === undefined) return zones;
  return scheme === "internet-facing" ? checkHasInternetGateway(network, first.vpcId) : ok(undefined);
};

/** A load balancer without listeners, with an interface in each subnet; one that faces the Internet has public addresses. */
export const createLoadBalancer = (input: CreateLoadBalancer): Command =>
  commandOf(`Create load balancer ${input.name}`.trimEnd(), (diagram) => {
    const { loadBalancerId, name, loadBalancerType, scheme, place, ...interfaces } = input;
    const may = checkPlaces(diagram.network, input);
    if (!may.ok) return may;
    const ids = checkNewIds(diagram.network, [loadBalancerId, ...input.networkInterfaceIds]);
    if (!ids.ok) return ids;
    const balancer: LoadBalancer = {
      loadBalancerId,
      name,
      loadBalancerType,
      scheme,
      preservesClientIp: loadBalancerType === "network",
      listeners: [],
    };
    const network = addServiceInterfaces(
      withRecord(diagram.network, "loadBalancers", loadBalancerId, balancer),
      {
        ...interfaces,
        attachment: { kind: "loadBalancer", loadBalancerId },
        publicIp: scheme === "internet-facing" ? "always" : "never",
        groupless: loadBalancerType === "network",
      },
    );
    return network.ok ? ok(placedAt({ ...diagram, network: network.value }, loadBalancerId, place)) : network;
  });

const modifyLabel = (id: LoadBalancerId, patch: LoadBalancerPatch) => (network: Network) => {
  const name = nameOf(network, id);
  if (patch.name !== undefined) return `Rename ${name} to ${patch.name}`;
  if (patch.listeners !== undefined) return `Change listeners of ${name}`;
  if (patch.groupIds !== undefined) return `Change groups of ${name}`;
  if (patch.loadBalancerType !== undefined) return `Change type of ${name}`;
  return patch.scheme === undefined ? `Change client addresses of ${name}` : `Change scheme of ${name}`;
};

/** Changes each of its interfaces; the first refusal wins. */
const eachInterface = (
  network: Network,
  id: LoadBalancerId,
  change: (networkInterface: NetworkInterface, network: Network) => Result<NetworkInterface, Refusal>,
): Result<Network, Refusal> => {
  let changed = network;
  for (const each of interfacesOf(network, id)) {
    const after = change(each, changed);
    if (!after.ok) return after;
    changed = withInterface(changed, after.value);
  }
  return ok(changed);
};

const withGroups = (
  network: Network,
  balancer: LoadBalancer,
  groupIds: readonly SecurityGroupId[],
): Result<Network, Refusal> => {
  const may = checkLoadBalancerGroups(network, balancer, groupIds.length);
  if (!may.ok) return may;
  const id = balancer.loadBalancerId;
  const checked =
    groupIds.length === 0 ? ok([]) : checkInterfaceGroups(network, vpcOf(network, id) ?? "", groupIds);
  if (!checked.ok) return checked;
  return eachInterface(network, id, (each) => ok({ ...each, groupIds: checked.value }));
};

/** AWS would replace the load balancer: its interfaces gain or lose their public addresses. */
const withScheme = (
  network: Network,
  id: LoadBalancerId,
  scheme: LoadBalancer["scheme"],
): Result<Network, Refusal> => {
  const isPublic = scheme === "internet-facing";
  const may = isPublic ? checkHasInternetGateway(network, vpcOf(network, id) ?? "") : ok(undefined);
  if (!may.ok) return may;
  return eachInterface(network, id, (each, around) => {
    const [primary, ...others] = each.privateIpAddresses;
    if (primary === undefined || (primary.publicIp !== null) === isPublic) return ok(each);
    const publicIp = isPublic ? freePublicAddress(around) : ok(null);
    if (!publicIp.ok) return publicIp;
    return ok({ ...each, privateIpAddresses: [{ ...primary, publicIp: publicIp.value }, ...others] });
  });
};

/** A network load balancer may wear no group; an application one takes the default group then. */
const neededGroups = (
  network: Network,
  { loadBalancerId: id, loadBalancerType }: LoadBalancer,
): readonly SecurityGroupId[] | undefined => {
  const vpcId = vpcOf(network, id);
  if (loadBalancerType === "network" || vpcId === null || wearsGroups(network, id)) return undefined;
  return [defaultGroupOf(network, vpcId)?.groupId ?? []].flat();
};

/** Another type or scheme stands for another load balancer in the first one's place: AWS changes neither. */
export const modifyLoadBalancer = (
  id: LoadBalancerId,
  { groupIds, ...patch }: LoadBalancerPatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    modifyLabel(id, { ...patch, ...(groupIds === undefined ? {} : { groupIds }) }),
    (network) => {
      const before = findRecord(network, "loadBalancers", id, "loadBalancerNotFound");
      if (!before.ok) return before;
      const { loadBalancerType: type } = patch;
      const asType = type === undefined ? {} : { preservesClientIp: type === "network" };
      const balancer: LoadBalancer = { ...before.value, ...asType, ...patch };
      const listeners = checkListeners(network, balancer);
      if (!listeners.ok) return listeners;
      const changed = withRecord(network, "loadBalancers", id, balancer);
      const wanted = groupIds ?? (type === undefined ? undefined : neededGroups(changed, balancer));
      const worn = wanted === undefined ? ok(changed) : withGroups(changed, balancer, wanted);
      return worn.ok && patch.scheme !== undefined ? withScheme(worn.value, id, patch.scheme) : worn;
    },
    mergeKey,
  );
