/** Which subnets are public: a matter of routes. https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html */
import {
  type Network,
  type Route,
  type RouteTable,
  recordOf,
  recordsOf,
  routeTableOf,
  type Subnet,
  type VpcId,
} from "../../engine";

/** The route that leads to the internet gateway of the table's VPC: it makes public whatever subnets the table routes. */
export const routeToInternet = (network: Network, { vpcId, routes }: RouteTable): Route | undefined =>
  routes.find(
    ({ state, target }) =>
      state === "active" &&
      target.kind === "internetGateway" &&
      recordOf(network.internetGateways, target.id)?.vpcId === vpcId,
  );

/** Has the VPC any route table? One without any comes from an input that told no routes. */
export const hasRouteTables = (network: Network, vpcId: VpcId): boolean =>
  recordsOf(network.routeTables).some((table) => table.vpcId === vpcId);

/** Where nobody told of routes, a subnet that gives public addresses counts as public. */
export const isPublicSubnet = (network: Network, subnet: Subnet): boolean => {
  const table = routeTableOf(network, subnet);
  if (table !== null) return routeToInternet(network, table) !== undefined;
  return !hasRouteTables(network, subnet.vpcId) && subnet.mapPublicIpOnLaunch;
};
