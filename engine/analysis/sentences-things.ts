/** What people call the things on a way. */

import type { InternetGateway } from "../model/internet-gateway";
import { type Network, recordOf } from "../model/network";
import type { RouteTarget } from "../model/route-table";
import type { ComponentKind } from "./answer";

type Named = Readonly<Record<string, Readonly<{ name: string }>>>;

/** A record's name, else its id. */
const named = (table: Named, id: string): string => recordOf(table, id)?.name || id;

const vpcText = (network: Network, vpcId: string | null): string =>
  vpcId === null ? "its VPC" : named(network.vpcs, vpcId);

export const subnetText = (network: Network, subnetId: string): string => named(network.subnets, subnetId);

/** An internet gateway is known by its VPC, of which it is the only one. */
const internetGatewayText = (network: Network, id: string): string => {
  const gateway = recordOf<InternetGateway>(network.internetGateways, id);
  return `the internet gateway of ${vpcText(network, gateway === undefined ? id : gateway.vpcId)}`;
};

/** A transit gateway, or its attachment: the one that blocks may be either. */
const transitText = (network: Network, id: string): string => {
  const attachment = recordOf(network.transitGatewayAttachments, id);
  return attachment === undefined
    ? `transit gateway ${named(network.transitGateways, id)}`
    : `transit gateway attachment ${attachment.name || id}`;
};

/** The ACL and the route table that a VPC brings along have no name in AWS: they are called by what they are. */
const aclText = (network: Network, id: string): string => {
  const acl = recordOf(network.networkAcls, id);
  return acl?.isDefault === true && acl.name === ""
    ? "the default network ACL"
    : `network ACL ${acl?.name || id}`;
};

const routeTableText = (network: Network, id: string): string => {
  const table = recordOf(network.routeTables, id);
  return table?.isMain === true && table.name === ""
    ? "the main route table"
    : `route table ${table?.name || id}`;
};

const THINGS: Readonly<Partial<Record<ComponentKind, (network: Network, id: string) => string>>> = {
  "network-acl": aclText,
  "route-table": routeTableText,
  "internet-gateway": internetGatewayText,
  "egress-only-internet-gateway": (network, id) =>
    `egress-only internet gateway ${named(network.egressOnlyInternetGateways, id)}`,
  "nat-gateway": (network, id) => `NAT gateway ${named(network.natGateways, id)}`,
  "vpc-peering-connection": (network, id) => `peering connection ${named(network.vpcPeeringConnections, id)}`,
  "transit-gateway": transitText,
  "transit-gateway-route-table": (network, id) =>
    `transit gateway route table ${named(network.transitGatewayRouteTables, id)}`,
  "vpc-endpoint": (network, id) => `endpoint ${named(network.vpcEndpoints, id)}`,
  "load-balancer": (network, id) => `load balancer ${named(network.loadBalancers, id)}`,
  "network-interface": (network, id) => named(network.networkInterfaces, id),
  vpc: (network, id) => `VPC ${vpcText(network, id)}`,
};

/** A component with its kind: "route table public". */
export const thingText = (network: Network, component: ComponentKind, id: string): string =>
  THINGS[component]?.(network, id) ?? id;

const COMPONENTS: Readonly<Record<Exclude<RouteTarget["kind"], "other" | "instance">, ComponentKind>> = {
  internetGateway: "internet-gateway",
  egressOnlyInternetGateway: "egress-only-internet-gateway",
  natGateway: "nat-gateway",
  vpcPeeringConnection: "vpc-peering-connection",
  transitGateway: "transit-gateway",
  networkInterface: "network-interface",
  vpcEndpoint: "vpc-endpoint",
};

/** What a route leads to. */
export const targetText = (network: Network, target: RouteTarget): string => {
  if (target.kind === "other") return target.id;
  if (target.kind === "instance") return named(network.instances, target.id);
  return thingText(network, COMPONENTS[target.kind], target.id);
};
