/** New things that stand in a subnet. */
import {
  asId,
  defaultGroupOf,
  fail,
  hasInternetGateway,
  type InstanceId,
  type ManagedResourceKind,
  type Network,
  ok,
  routeTableOf,
  type Subnet,
} from "../../engine";
import { createDbInstance } from "../document/commands/db-instance";
import { runInstances } from "../document/commands/instance";
import { createLoadBalancer } from "../document/commands/load-balancer";
import { createManagedResource } from "../document/commands/managed-resource";
import { createNatGateway } from "../document/commands/nat-gateway";
import { createNetworkInterface } from "../document/commands/network-interface";
import { createVpcEndpoint } from "../document/commands/vpc-endpoint";
import { newId } from "../document/new-id";
import { routeToInternet } from "../document/public-subnet";
import { NAT_SIZE } from "../scene/sizes";
import { type Adding, type Addition, cardPlace } from "./adding";
import { freeName } from "./free-name";

/** The subnet that the new thing is to stand in. */
const subnetOf = ({ network, target }: Adding): Subnet | null =>
  network.subnets[asId<"subnet">(target.subnetId ?? "")] ?? null;

/** Adds what needs a subnet, or says that there is none. */
const inSubnet =
  (add: (adding: Adding, subnet: Subnet) => Addition) =>
  (adding: Adding): Addition => {
    const subnet = subnetOf(adding);
    return subnet === null
      ? fail("It lies in a subnet. Add a subnet first, or drop it onto one.")
      : add(adding, subnet);
  };

/** What every service with one interface in one subnet is told. */
const oneInterface = (adding: Adding, { subnetId }: Subnet) => ({
  subnetIds: [subnetId],
  networkInterfaceIds: [newId("networkInterface")],
  groupIds: [],
  place: cardPlace(adding, subnetId),
});

export const addInstance = inSubnet((adding, { subnetId }) => {
  const instanceId = newId("instance");
  const command = runInstances({
    instanceId,
    networkInterfaceId: newId("networkInterface"),
    subnetId,
    name: freeName("instance", Object.values(adding.network.instances)),
    instanceType: "t3.micro",
    groupIds: [],
    place: cardPlace(adding, subnetId),
  });
  return ok({ command, id: instanceId });
});

export const addDatabase = inSubnet((adding, { subnetId }) => {
  const dbInstanceId = newId("dbInstance");
  const command = createDbInstance({
    dbInstanceId,
    networkInterfaceId: newId("networkInterface"),
    subnetId,
    name: freeName("database", Object.values(adding.network.dbInstances)),
    engine: "postgres",
    groupIds: [],
    place: cardPlace(adding, subnetId),
  });
  return ok({ command, id: dbInstanceId });
});

/** On an instance's card it is attached there; elsewhere in a subnet it stands alone. */
export const addInterface = inSubnet((adding, { subnetId }) => {
  const { network, target } = adding;
  const attachTo = network.instances[asId<"instance">(target.cardId ?? "")]?.instanceId ?? null;
  const networkInterfaceId = newId("networkInterface");
  const command = createNetworkInterface({
    networkInterfaceId,
    subnetId,
    name: attachTo
      ? nextEth(network, attachTo)
      : freeName("interface", Object.values(network.networkInterfaces)),
    groupIds: [],
    attachTo,
    place: attachTo ? null : cardPlace(adding, subnetId),
  });
  return ok({ command, id: networkInterfaceId });
});

const nextEth = (network: Network, instanceId: InstanceId): string => {
  const count = Object.values(network.networkInterfaces).filter(
    ({ attachment }) => attachment?.kind === "instance" && attachment.instanceId === instanceId,
  ).length;
  return `eth${count}`;
};

/** A public NAT gateway; a private one in a VPC that has no way to the Internet. */
export const addNatGateway = inSubnet((adding, { subnetId, vpcId }) => {
  const natGatewayId = newId("natGateway");
  const command = createNatGateway({
    natGatewayId,
    name: freeName("nat", Object.values(adding.network.natGateways)),
    subnetId,
    connectivityType: hasInternetGateway(adding.network, vpcId) ? "public" : "private",
    place: cardPlace(adding, subnetId, NAT_SIZE),
  });
  return ok({ command, id: natGatewayId });
});

const leadsToInternet = (network: Network, subnet: Subnet): boolean => {
  const table = routeTableOf(network, subnet);
  return table !== null && routeToInternet(network, table) !== undefined;
};

/** An application load balancer; in a public subnet it faces the Internet. */
export const addLoadBalancer = inSubnet((adding, subnet) => {
  const { network } = adding;
  const loadBalancerId = newId("loadBalancer");
  const command = createLoadBalancer({
    ...oneInterface(adding, subnet),
    loadBalancerId,
    name: freeName("load-balancer", Object.values(network.loadBalancers)),
    loadBalancerType: "application",
    scheme: leadsToInternet(network, subnet) ? "internet-facing" : "internal",
  });
  return ok({ command, id: loadBalancerId });
});

/** A service's resource with the VPC's default group, which a function has to be told. */
export const addManagedResource = (kind: ManagedResourceKind, name: string) =>
  inSubnet((adding, subnet) => {
    const { network } = adding;
    const group = defaultGroupOf(network, subnet.vpcId);
    const managedResourceId = newId("managedResource");
    const command = createManagedResource({
      ...oneInterface(adding, subnet),
      groupIds: group === null ? [] : [group.groupId],
      managedResourceId,
      name: freeName(name, Object.values(network.managedResources)),
      kind,
    });
    return ok({ command, id: managedResourceId });
  });

export const addInterfaceEndpoint = inSubnet((adding, subnet) => {
  const { network } = adding;
  const vpcEndpointId = newId("vpcEndpoint");
  const command = createVpcEndpoint({
    ...oneInterface(adding, subnet),
    vpcEndpointId,
    name: freeName("endpoint", Object.values(network.vpcEndpoints)),
    vpcId: subnet.vpcId,
    vpcEndpointType: "interface",
    serviceName: `com.amazonaws.${network.vpcs[subnet.vpcId]?.region ?? ""}.secretsmanager`,
    routeTableIds: [],
    prefixListId: newId("prefixList"),
  });
  return ok({ command, id: vpcEndpointId });
});
