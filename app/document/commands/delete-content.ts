/** What lies in what: the things that go when something is deleted, and that a copy of it holds. */
import { firstInterfaces, type Network, ownerOf, recordsOf } from "../../../engine";

const addAll = (goes: Set<string>, ids: readonly string[]): void => {
  for (const id of ids) goes.add(id);
};

/** What is made in a VPC and cannot live without it, the gateway that is attached to it included. */
const addContainers = (network: Network, goes: Set<string>): void => {
  const ofVpc = (table: Readonly<Record<string, Readonly<{ vpcId: string | null }>>>): readonly string[] =>
    Object.keys(table).filter((id) => goes.has(table[id]?.vpcId ?? ""));
  addAll(goes, ofVpc(network.subnets));
  addAll(goes, ofVpc(network.securityGroups));
  addAll(goes, ofVpc(network.networkAcls));
  addAll(goes, ofVpc(network.routeTables));
  addAll(goes, ofVpc(network.internetGateways));
  addAll(goes, ofVpc(network.egressOnlyInternetGateways));
  addAll(goes, ofVpc(network.vpcEndpoints));
};

/** A peering ends with either of its VPCs; a transit gateway's parts with it, an attachment also with its VPC or last subnet. */
const addConnections = (network: Network, goes: Set<string>): void => {
  for (const each of recordsOf(network.vpcPeeringConnections)) {
    if (goes.has(each.requesterVpcId) || goes.has(each.accepterVpcId)) goes.add(each.vpcPeeringConnectionId);
  }
  for (const each of recordsOf(network.transitGatewayRouteTables)) {
    if (goes.has(each.transitGatewayId)) goes.add(each.transitGatewayRouteTableId);
  }
  for (const each of recordsOf(network.transitGatewayAttachments)) {
    const isBare = each.subnetIds.length > 0 && each.subnetIds.every((id) => goes.has(id));
    if (isBare || goes.has(each.vpcId) || goes.has(each.transitGatewayId))
      goes.add(each.transitGatewayAttachmentId);
  }
};

/** What has its first interface in a subnet stands in it; another interface there goes alone. So do NAT gateways. */
const addStanding = (network: Network, goes: Set<string>): void => {
  for (const each of recordsOf(network.natGateways)) if (goes.has(each.subnetId)) goes.add(each.natGatewayId);
  for (const each of recordsOf(network.networkInterfaces)) {
    if (goes.has(each.subnetId)) goes.add(each.networkInterfaceId);
  }
  for (const [owner, first] of firstInterfaces(network)) {
    if (goes.has(first.subnetId)) goes.add(owner);
  }
};

const addInterfaces = (network: Network, goes: Set<string>): void => {
  for (const each of recordsOf(network.networkInterfaces)) {
    if (goes.has(ownerOf(each) ?? "")) goes.add(each.networkInterfaceId);
  }
};

/** These things with all that lies in them: a container's content, and the interfaces of what stands there. */
export const withContent = (network: Network, ids: readonly string[]): ReadonlySet<string> => {
  const all = new Set(ids);
  addContainers(network, all);
  addConnections(network, all);
  addStanding(network, all);
  addInterfaces(network, all);
  return all;
};
