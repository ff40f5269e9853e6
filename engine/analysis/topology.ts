/**
 * What walking a packet's way looks up: how the VPCs are joined, and which tables and ACLs are in force where. It holds no
 * interface but those that routes lead to.
 */

import type { SubnetId, VpcId } from "../model/id";
import type { InternetGateway } from "../model/internet-gateway";
import type { NatGateway } from "../model/nat-gateway";
import { type Network, recordOf, recordsOf, type TableName } from "../model/network";
import type { NetworkAcl } from "../model/network-acl";
import type { RouteTable } from "../model/route-table";
import type { Subnet } from "../model/subnet";
import type { TransitGatewayAttachment } from "../model/transit-gateway";
import { type Address, parseAddress } from "../net/cidr";
import { type Appliances, appliancesOf } from "./topology-appliances";
import { rememberedBy, type SubnetPlace, type VpcPlace, vpcBlocks } from "./topology-places";

/** A change of these tables asks for another topology; one of an interface or instance only if `appliances` holds it. */
export const TOPOLOGY_TABLES = [
  "vpcs",
  "subnets",
  "prefixLists",
  "networkAcls",
  "routeTables",
  "internetGateways",
  "egressOnlyInternetGateways",
  "natGateways",
  "vpcPeeringConnections",
  "transitGateways",
  "transitGatewayAttachments",
  "transitGatewayRouteTables",
  "vpcEndpoints",
] as const satisfies readonly TableName[];

export type Topology = Readonly<{
  network: Network;
  vpcs: ReadonlyMap<VpcId, VpcPlace>;
  /** Filled as subnets are asked for. */
  subnets: Map<SubnetId, SubnetPlace | null>;
  /** By the id of the route's target. */
  appliances: Appliances;
  /** By the VPC's id and the transit gateway's. */
  attachments: ReadonlyMap<string, TransitGatewayAttachment>;
}>;

/**
 * Makes what ways of this network look up. What is read from a record is remembered by that record, so after an edit only
 * the table or ACL that is another one is read again.
 */
export function topologyOf(network: Network): Topology {
  const attachments = inOrder(network.transitGatewayAttachments);
  return {
    network,
    vpcs: vpcPlaces(network),
    subnets: new Map(),
    appliances: appliancesOf(network),
    attachments: new Map(
      attachments.toReversed().map((each) => [attachmentKey(each.vpcId, each.transitGatewayId), each]),
    ),
  };
}

const attachmentKey = (vpcId: string, transitGatewayId: string): string => `${vpcId} ${transitGatewayId}`;

/** A VPC's attachment to a transit gateway; the first, if a drawing has several. */
export const attachmentOf = (
  topology: Topology,
  vpcId: VpcId,
  transitGatewayId: string,
): TransitGatewayAttachment | undefined => topology.attachments.get(attachmentKey(vpcId, transitGatewayId));

function vpcPlaces(network: Network): ReadonlyMap<VpcId, VpcPlace> {
  const tables = inOrder(network.routeTables);
  const hasTables = new Set(tables.map(({ vpcId }) => vpcId));
  const main = byVpc(tables.filter(({ isMain }) => isMain));
  const acls = byVpc(inOrder(network.networkAcls).filter(({ isDefault }) => isDefault));
  const gateways = byVpc<InternetGateway>(inOrder(network.internetGateways));
  const places = recordsOf(network.vpcs).map((vpc): VpcPlace => {
    const { vpcId, region } = vpc;
    return {
      vpcId,
      region,
      blocks: vpcBlocks(vpc),
      hasRouteTables: hasTables.has(vpcId),
      mainRouteTable: main.get(vpcId) ?? null,
      defaultNetworkAcl: acls.get(vpcId) ?? null,
      internetGateway: gateways.get(vpcId) ?? null,
    };
  });
  return new Map(places.map((place) => [place.vpcId, place]));
}

/** By id: where a drawing has two of what a VPC has once, the same counts whichever was drawn first. */
const inOrder = <Value>(table: Readonly<Record<string, Value>>): readonly Value[] =>
  Object.entries(table)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, record]) => record);

/** The first record of each VPC. */
const byVpc = <Value extends Readonly<{ vpcId: VpcId | null }>>(
  records: readonly Value[],
): ReadonlyMap<VpcId | null, Value> => new Map(records.toReversed().map((record) => [record.vpcId, record]));

/** A subnet with what is in force in it; null where it, or its VPC, is gone. */
export function subnetPlace(topology: Topology, subnetId: SubnetId): SubnetPlace | null {
  const known = topology.subnets.get(subnetId);
  if (known !== undefined) return known;
  const place = readSubnet(topology, recordOf(topology.network.subnets, subnetId));
  topology.subnets.set(subnetId, place);
  return place;
}

function readSubnet({ network, vpcs }: Topology, subnet: Subnet | undefined): SubnetPlace | null {
  const vpc = subnet === undefined ? undefined : vpcs.get(subnet.vpcId);
  if (subnet === undefined || vpc === undefined) return null;
  return {
    subnetId: subnet.subnetId,
    subnet,
    vpc,
    routeTable: ownRouteTable(network, subnet) ?? vpc.mainRouteTable,
    networkAcl: ownNetworkAcl(network, subnet) ?? vpc.defaultNetworkAcl,
  };
}

const ownRouteTable = (network: Network, { routeTableId }: Subnet): RouteTable | undefined =>
  routeTableId === null ? undefined : recordOf(network.routeTables, routeTableId);

const ownNetworkAcl = (network: Network, { networkAclId }: Subnet): NetworkAcl | undefined =>
  networkAclId === null ? undefined : recordOf(network.networkAcls, networkAclId);

/** The address that a NAT gateway sends from, and its public one; null while it has none. A private one has no public face. */
export const natAddresses: (
  nat: NatGateway,
) => Readonly<{ address: Address | null; publicAddress: Address | null }> = rememberedBy((nat) => {
  const [first] = nat.addresses;
  const isPublic = nat.connectivityType === "public";
  return {
    address: ipv4(first?.privateIpAddress ?? null),
    publicAddress: isPublic ? ipv4(first?.publicIp ?? null) : null,
  };
});

function ipv4(text: string | null): Address | null {
  const parsed = parseAddress(text ?? "");
  return parsed.ok && parsed.value.family === 4 ? parsed.value : null;
}
