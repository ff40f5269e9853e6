import { type Network, recordsOf } from "../model/network";

/** Something that interfaces belong to, which is asked about by its id or name. */
type Owner = Readonly<{ id: string; name: string }>;

/** Instances, databases, load balancers, other services, and endpoints with interfaces of their own. */
export const ownersIn = (network: Network): readonly Owner[] => [
  ...recordsOf(network.instances).map(({ instanceId, name }) => ({ id: instanceId, name })),
  ...recordsOf(network.dbInstances).map(({ dbInstanceId, name }) => ({ id: dbInstanceId, name })),
  ...recordsOf(network.loadBalancers).map(({ loadBalancerId, name }) => ({ id: loadBalancerId, name })),
  ...recordsOf(network.managedResources).map(({ managedResourceId, name }) => ({
    id: managedResourceId,
    name,
  })),
  ...recordsOf(network.vpcEndpoints)
    .filter(({ vpcEndpointType }) => vpcEndpointType === "interface")
    .map(({ vpcEndpointId, name }) => ({ id: vpcEndpointId, name })),
];

/** Is it the id of one of these? A gateway endpoint has no interface, so nothing is sent to it or from it. */
export const isOwnerId = (network: Network, id: string): boolean => {
  const { instances, dbInstances, loadBalancers, managedResources, vpcEndpoints } = network;
  const tables = [instances, dbInstances, loadBalancers, managedResources];
  if (tables.some((table) => Object.hasOwn(table, id))) return true;
  return recordsOf(vpcEndpoints).some(
    ({ vpcEndpointId, vpcEndpointType }) => vpcEndpointId === id && vpcEndpointType === "interface",
  );
};
