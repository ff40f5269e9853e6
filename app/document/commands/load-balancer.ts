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
import { type SubnetChange, withServiceSubnets } from "../service-subnets";

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

const checkPlaces = (
  network: Network,
  { subnetIds, scheme }: Pick<CreateLoadBalancer, "subnetIds" | "scheme">,
  vpcId: string | null,
): Result<void, Refusal> => {
  const subnets = checkSubnets(network, subnetIds, vpcId ?? undefined);
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
    const may = checkPlaces(diagram.network, input, null);
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
  if (patch.loadBalancerType !== undefined) return `Change type of ${name}`;
  if (patch.groupIds !== undefined) return `Change groups of ${name}`;
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
  const id = balancer.loadBalancerId;
  const isBare = balancer.loadBalancerType === "network" && groupIds.length === 0;
  const checked = isBare ? ok([]) : checkInterfaceGroups(network, vpcOf(network, id) ?? "", groupIds);
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

/** What it wears from now on; undefined: what it wore. One of another type is a new one, which may be made with or without groups. */
const groupsAfter = (
  network: Network,
  before: LoadBalancer,
  after: LoadBalancer,
  { groupIds, loadBalancerType }: LoadBalancerPatch,
): Result<readonly SecurityGroupId[] | undefined, Refusal> => {
  if (loadBalancerType !== undefined) return ok(groupIds ?? neededGroups(network, after));
  const may =
    groupIds === undefined ? ok(undefined) : checkLoadBalancerGroups(network, before, groupIds.length);
  return may.ok ? ok(groupIds) : may;
};

/**
 * Another type or scheme stands for another load balancer in the first one's place: AWS changes neither. A network one can be
 * told its groups along with its type only, or to have none for ever.
 */
export const modifyLoadBalancer = (
  id: LoadBalancerId,
  patch: LoadBalancerPatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    modifyLabel(id, patch),
    (network) => {
      const before = findRecord(network, "loadBalancers", id, "loadBalancerNotFound");
      if (!before.ok) return before;
      const { groupIds: _, ...rest } = patch;
      const { loadBalancerType: type = before.value.loadBalancerType } = rest;
      const asType = type === before.value.loadBalancerType ? {} : { preservesClientIp: type === "network" };
      const balancer: LoadBalancer = { ...before.value, ...asType, ...rest };
      const listeners = checkListeners(network, balancer, before.value);
      if (!listeners.ok) return listeners;
      const changed = withRecord(network, "loadBalancers", id, balancer);
      const wanted = groupsAfter(changed, before.value, balancer, patch);
      if (!wanted.ok) return wanted;
      const worn = wanted.value === undefined ? ok(changed) : withGroups(changed, balancer, wanted.value);
      return worn.ok && patch.scheme !== undefined ? withScheme(worn.value, id, patch.scheme) : worn;
    },
    mergeKey,
  );

/** Adds zones and takes zones away, at least one stays (Elastic Load Balancing API Reference, SetSubnets). */
export const setLoadBalancerSubnets = (id: LoadBalancerId, change: SubnetChange): Command =>
  commandOf(
    (network) => `Change subnets of ${nameOf(network, id)}`,
    (diagram) => {
      const { network } = diagram;
      const balancer = findRecord(network, "loadBalancers", id, "loadBalancerNotFound");
      if (!balancer.ok) return balancer;
      const { scheme, loadBalancerType } = balancer.value;
      const may = checkPlaces(network, { subnetIds: change.subnetIds, scheme }, vpcOf(network, id));
      if (!may.ok) return may;
      return withServiceSubnets(diagram, id, change, {
        attachment: { kind: "loadBalancer", loadBalancerId: id },
        publicIp: scheme === "internet-facing" ? "always" : "never",
        groupless: loadBalancerType === "network",
      });
    },
  );
