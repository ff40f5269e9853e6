import {
  checkOnePerZone,
  checkRouteQuota,
  checkSubnets,
  checkVpcEndpoint,
  gatewayServiceOf,
  type Network,
  type NetworkInterfaceId,
  ok,
  type PrefixList,
  type PrefixListId,
  type Refusal,
  type Result,
  type Route,
  type RouteTableId,
  recordsOf,
  refuse,
  routesInUse,
  type SecurityGroupId,
  type SubnetId,
  type VpcEndpoint,
  type VpcEndpointId,
  type VpcId,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Diagram, Place } from "../diagram";
import { nameOf } from "../find";
import { addServiceInterfaces } from "../new-interface";
import { placedAt } from "../places";
import { checkNewIds, findRecord, withRecord } from "../records";
import { SERVICE_PREFIXES } from "../service-prefixes";
import { type SubnetChange, withServiceSubnets } from "../service-subnets";

export type CreateVpcEndpoint = Readonly<{
  vpcEndpointId: VpcEndpointId;
  name: string;
  vpcId: VpcId;
  vpcEndpointType: VpcEndpoint["vpcEndpointType"];
  serviceName: string;
  /** An interface endpoint's: one in each zone, with an interface for each. */
  subnetIds: readonly SubnetId[];
  networkInterfaceIds: readonly NetworkInterfaceId[];
  /** An interface endpoint's; none: the VPC's default group. */
  groupIds: readonly SecurityGroupId[];
  /** A gateway endpoint's: the tables that get a route to it. */
  routeTableIds: readonly RouteTableId[];
  /** For AWS's prefix list of a gateway endpoint's service, in case the design has none yet. */
  prefixListId: PrefixListId;
  /** An interface endpoint's. */
  place: Place | null;
}>;

const AWS = "AWS";

/** AWS's own prefix list of a service, made if it is not there. It weighs 1 in every quota. */
const withServiceList = (
  network: Network,
  serviceName: string,
  prefixListId: PrefixListId,
): Result<Readonly<{ network: Network; list: PrefixList }>, Refusal> => {
  const known = recordsOf(network.prefixLists).find(
    (each) => each.ownerId === AWS && each.prefixListName === serviceName,
  );
  if (known !== undefined) return ok({ network, list: known });
  const service = gatewayServiceOf(serviceName);
  const ids = checkNewIds(network, [prefixListId]);
  if (!ids.ok) return ids;
  const list: PrefixList = {
    prefixListId,
    prefixListName: serviceName,
    addressFamily: "IPv4",
    maxEntries: 1,
    ownerId: AWS,
    entries: (service === null ? [] : SERVICE_PREFIXES[service]).map((cidr) => ({ cidr, description: "" })),
  };
  return ok({ network: withRecord(network, "prefixLists", prefixListId, list), list });
};

/** Puts the endpoint's route into a table of its VPC; one for the same list that is there already is refused. */
const withEndpointRoute = (
  network: Network,
  { vpcEndpointId, vpcId }: CreateVpcEndpoint,
  tableId: RouteTableId,
  prefixListId: PrefixListId,
): Result<Network, Refusal> => {
  const table = findRecord(network, "routeTables", tableId, "routeTableNotFound");
  if (!table.ok) return table;
  if (table.value.vpcId !== vpcId) return refuse("routeTableOfOtherVpc", { name: nameOf(network, tableId) });
  const taken = table.value.routes.some(
    ({ destination }) => destination.kind === "prefixList" && destination.prefixListId === prefixListId,
  );
  if (taken) return refuse("routeTaken", { destination: nameOf(network, prefixListId) });
  const route: Route = {
    destination: { kind: "prefixList", prefixListId },
    target: { kind: "vpcEndpoint", id: vpcEndpointId },
    state: "active",
    isPropagated: false,
  };
  const routes = [...table.value.routes, route];
  const quota = checkRouteQuota(routesInUse(network, table.value.routes), routesInUse(network, routes));
  return quota.ok ? ok(withRecord(network, "routeTables", tableId, { ...table.value, routes })) : quota;
};

const gatewayEndpoint = (network: Network, input: CreateVpcEndpoint): Result<Network, Refusal> => {
  const listed = withServiceList(network, input.serviceName, input.prefixListId);
  if (!listed.ok) return listed;
  const { prefixListId } = listed.value.list;
  return [...new Set(input.routeTableIds)].reduce<Result<Network, Refusal>>(
    (result, tableId) => (result.ok ? withEndpointRoute(result.value, input, tableId, prefixListId) : result),
    ok(listed.value.network),
  );
};

const interfaceEndpoint = (diagram: Diagram, input: CreateVpcEndpoint): Result<Diagram, Refusal> => {
  const subnets = checkSubnets(diagram.network, input.subnetIds, input.vpcId);
  if (!subnets.ok) return subnets;
  const zones = checkOnePerZone(subnets.value, "subnetsInOneZone");
  if (!zones.ok) return zones;
  const network = addServiceInterfaces(diagram.network, {
    networkInterfaceIds: input.networkInterfaceIds,
    subnetIds: input.subnetIds,
    groupIds: input.groupIds,
    attachment: { kind: "vpcEndpoint", vpcEndpointId: input.vpcEndpointId },
    publicIp: "never",
  });
  if (!network.ok) return network;
  return ok(placedAt({ ...diagram, network: network.value }, input.vpcEndpointId, input.place));
};

/**
 * A gateway endpoint brings a route for its service's prefix list into the tables named; an interface endpoint an interface
 * into each subnet (API Reference, CreateVpcEndpoint).
 */
export const createVpcEndpoint = (input: CreateVpcEndpoint): Command =>
  commandOf(`Create endpoint ${input.name || input.serviceName}`, (diagram) => {
    const may = checkVpcEndpoint(diagram.network, input);
    if (!may.ok) return may;
    const { vpcEndpointId, name, vpcId, vpcEndpointType, serviceName } = input;
    const ids = checkNewIds(diagram.network, [vpcEndpointId]);
    if (!ids.ok) return ids;
    const endpoint: VpcEndpoint = { vpcEndpointId, name, vpcId, vpcEndpointType, serviceName };
    const network = withRecord(diagram.network, "vpcEndpoints", vpcEndpointId, endpoint);
    if (vpcEndpointType === "interface") return interfaceEndpoint({ ...diagram, network }, input);
    const routed = gatewayEndpoint(network, input);
    return routed.ok ? ok({ ...diagram, network: routed.value }) : routed;
  });

export type VpcEndpointPatch = Readonly<Partial<Pick<VpcEndpoint, "name" | "serviceName">>>;

/** A gateway endpoint's routes name its service's prefix list: another service is another endpoint. */
const checkService = (
  network: Network,
  before: VpcEndpoint,
  { serviceName = before.serviceName }: VpcEndpointPatch,
): Result<void, Refusal> => {
  if (serviceName === before.serviceName) return ok(undefined);
  if (before.vpcEndpointType === "gateway")
    return refuse("endpointIsGateway", { name: nameOf(network, before.vpcEndpointId) });
  return checkVpcEndpoint(network, { ...before, serviceName });
};

/** Another service stands for another interface endpoint in the first one's place: AWS does not change it. */
export const modifyVpcEndpoint = (id: VpcEndpointId, patch: VpcEndpointPatch, mergeKey?: string): Command =>
  networkCommand(
    (network) =>
      patch.name === undefined
        ? `Change service of ${nameOf(network, id)}`
        : `Rename ${nameOf(network, id)} to ${patch.name}`,
    (network) => {
      const before = findRecord(network, "vpcEndpoints", id, "endpointNotFound");
      if (!before.ok) return before;
      const may = checkService(network, before.value, patch);
      return may.ok ? ok(withRecord(network, "vpcEndpoints", id, { ...before.value, ...patch })) : may;
    },
    mergeKey,
  );

/** Adds zones to an interface endpoint, or takes zones away; at least one stays (API Reference, ModifyVpcEndpoint). */
export const setVpcEndpointSubnets = (id: VpcEndpointId, change: SubnetChange): Command =>
  commandOf(
    (network) => `Change subnets of ${nameOf(network, id)}`,
    (diagram) => {
      const endpoint = findRecord(diagram.network, "vpcEndpoints", id, "endpointNotFound");
      if (!endpoint.ok) return endpoint;
      const { vpcId, vpcEndpointType } = endpoint.value;
      if (vpcEndpointType === "gateway")
        return refuse("endpointIsGateway", { name: nameOf(diagram.network, id) });
      const subnets = checkSubnets(diagram.network, change.subnetIds, vpcId);
      if (!subnets.ok) return subnets;
      const zones = checkOnePerZone(subnets.value, "subnetsInOneZone");
      if (!zones.ok) return zones;
      const attachment = { kind: "vpcEndpoint", vpcEndpointId: id } as const;
      return withServiceSubnets(diagram, id, change, { attachment, publicIp: "never" });
    },
  );
