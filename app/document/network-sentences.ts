/** Sentences about gateways, routes, network ACLs and services; the others are in refusal-sentences. */
import type { RefusalReason } from "../../engine";
import type { Sentence } from "./traffic-sentences";

const side = (direction: string): string => (direction === "egress" ? "outbound" : "inbound");

const gone =
  (what: string): Sentence =>
  (fact) =>
    `There is no ${what} ${fact("id")} any more.`;

export const NETWORK_SENTENCES = {
  vpcBlockRouted: (fact) =>
    `A route of this VPC leads ${fact("destination")} elsewhere: delete it before the VPC takes ${fact("cidr")}.`,
  vpcBlockOfPeer: (fact) =>
    `${fact("cidr")} overlaps ${fact("name")}, which is peered: choose another block.`,

  groupAssociated: (fact) =>
    `${fact("name")} is associated with ${fact("vpcs")}: end that first, or delete both together.`,
  groupWornInVpc: (fact) =>
    `${fact("interfaces")} in ${fact("vpc")} wear ${fact("name")}: take it off there first.`,
  groupDefaultNotShared: () => "A default group cannot be used in another VPC: choose another group.",
  groupOfOtherRegion: (fact) => `${fact("vpc")} is in another Region, where ${fact("name")} cannot be used.`,
  groupAtHome: (fact) => `${fact("name")} can be used in ${fact("vpc")} already.`,
  groupNotAssociated: (fact) => `${fact("name")} is not associated with ${fact("vpc")}.`,

  networkAclNotFound: gone("network ACL"),
  networkAclOfOtherVpc: (fact) =>
    `${fact("name")} belongs to another VPC: choose an ACL of this subnet's VPC.`,
  networkAclLimit: (fact) => `A VPC has at most ${fact("limit")} network ACLs.`,
  networkAclIsDefault: (fact) =>
    `${fact("name")} is its VPC's default network ACL and stays as long as the VPC does. You may delete its rules.`,
  networkAclInUse: (fact) => `${fact("name")} is the ACL of ${fact("subnets")}: give them another one first.`,
  aclEntryNumber: (fact) => `${fact("number")} is not a rule number: they run from 1 to 32766.`,
  aclEntryTaken: (fact) =>
    `There is an ${side(fact("direction"))} rule ${fact("number")} already: choose another number.`,
  aclEntryLimit: (fact) =>
    `A network ACL has at most ${fact("limit")} ${side(fact("direction"))} ${fact("family")} rules, the last one (*) included.`,
  aclEntryNotFound: (fact) => `There is no ${side(fact("direction"))} rule ${fact("number")} any more.`,

  routeTableNotFound: gone("route table"),
  routeTableOfOtherVpc: (fact) =>
    `${fact("name")} belongs to another VPC: choose a route table of this subnet's VPC.`,
  routeTableLimit: (fact) => `A VPC has at most ${fact("limit")} route tables.`,
  routeTableIsMain: (fact) =>
    `${fact("name")} is its VPC's main route table: make another one the main table first.`,
  routeTableInUse: (fact) => `${fact("name")} routes ${fact("subnets")}: give them another table first.`,
  routeTaken: (fact) => `The table has a route to ${fact("destination")} already: change that one.`,
  routeLimit: (fact) =>
    `A route table has at most ${fact("limit")} ${fact("family")} routes. A prefix list counts by its size.`,
  routeNotFound: (fact) => `There is no route to ${fact("destination")} any more.`,
  routeInsideLocal: (fact) =>
    `${fact("cidr")} is part of the VPC (${fact("local")}): only a route to exactly one of its subnets may lead elsewhere, to a NAT gateway or a network interface.`,
  routeReserved: (fact) => `AWS keeps ${fact("cidr")} for its own services: it cannot be routed.`,
  routeTargetFamily: (fact) =>
    `${fact("target")} takes ${fact("family")} only: choose an ${fact("family")} destination or another target.`,
  routeTargetOfOtherVpc: (fact) =>
    `${fact("id")} does not belong to this VPC: choose a target of this table's VPC.`,
  routeTargetUnattached: (fact) => `${fact("name")} is not attached to this VPC: attach it first.`,
  routeToEndpoint: (fact) => `${fact("name")} is a target for its own service's prefix list only.`,

  internetGatewayNotFound: gone("internet gateway"),
  internetGatewayLimit: (fact) => `A Region holds at most ${fact("limit")} internet gateways.`,
  internetGatewayAttached: (fact) => `${fact("name")} is attached to ${fact("vpc")}: detach it there first.`,
  vpcHasInternetGateway: (fact) =>
    `${fact("vpc")} has an internet gateway already (${fact("name")}): use that one, or detach it first.`,
  internetGatewayNotAttached: (fact) => `${fact("name")} is not attached to a VPC.`,
  internetGatewayInUse: (fact) =>
    `${fact("holders")} have public addresses through ${fact("name")}: take those away first.`,
  publicAddressNeedsGateway: (fact) =>
    `${fact("vpc")} has no internet gateway, which public addresses need: attach one first.`,
  egressOnlyInternetGatewayNotFound: gone("egress-only internet gateway"),

  natGatewayNotFound: gone("NAT gateway"),
  natGatewayLimit: (fact) => `${fact("zone")} holds at most ${fact("limit")} NAT gateways.`,
  natGatewayInOtherVpc: (fact) => `${fact("name")} serves another VPC: make a new NAT gateway there.`,

  peeringNotFound: gone("peering connection"),
  peeringExists: (fact) => `These two VPCs are peered already (${fact("name")}): use that connection.`,
  peeringWithItself: (fact) => `${fact("name")} cannot be peered with itself: choose another VPC.`,
  peeringOverlaps: (fact) =>
    `${fact("cidr")} overlaps ${fact("other")} of ${fact("name")}: VPCs with addresses in common cannot be peered.`,
  peeringTransition: (fact) => `A connection that is ${fact("before")} cannot become ${fact("after")}.`,

  transitGatewayNotFound: gone("transit gateway"),
  transitGatewayInOtherRegion: (fact) =>
    `${fact("vpc")} is in another Region: this transit gateway serves ${fact("region")}.`,
  attachmentNotFound: gone("transit gateway attachment"),
  attachmentExists: (fact) =>
    `The transit gateway is attached to this VPC already (${fact("name")}): use that attachment.`,
  attachmentOfOtherGateway: (fact) => `${fact("name")} belongs to another transit gateway.`,
  transitRouteTableNotFound: gone("transit gateway route table"),
  transitRouteTableOfOtherGateway: (fact) => `${fact("name")} belongs to another transit gateway.`,
  transitRouteTableInUse: (fact) =>
    `${fact("name")} is associated with ${fact("attachments")}: give them another table first.`,

  subnetsMissing: () => "Choose at least one subnet.",
  subnetOfOtherVpc: (fact) => `${fact("name")} belongs to another VPC: choose subnets of one VPC.`,
  subnetsInOneZone: (fact) =>
    `${fact("subnet")} is a second subnet in ${fact("zone")}: choose one subnet to a zone.`,
  endpointNotFound: gone("VPC endpoint"),
  endpointService: (fact) =>
    fact("service") === ""
      ? `Name the service, such as ${fact("services").split(" ")[0] ?? ""}.`
      : `${fact("service")} has no gateway endpoint in this Region: choose ${fact("services")}, or an interface endpoint.`,
  endpointIsGateway: (fact) =>
    `${fact("name")} is a gateway endpoint: it has no subnets and keeps its service. Make another endpoint instead.`,

  loadBalancerNotFound: gone("load balancer"),
  loadBalancerZones: (fact) =>
    `${fact("subnet")} is a second subnet in ${fact("zone")}: a load balancer has one subnet to a zone.`,
  loadBalancerWithoutGroups: (fact) =>
    `${fact("name")} was made without security groups and can never get one: make a new load balancer with groups.`,
  loadBalancerKeepsGroups: (fact) =>
    `${fact("name")} always wears a group: add another before you take this one off.`,
  listenerPort: (fact) =>
    `${fact("port")} is not a port: a listener's ports are whole numbers from 1 to 65535.`,
  listenerProtocol: () => "An application load balancer listens on TCP only.",
  listenerTwice: (fact) => `There are two listeners on port ${fact("port")}: leave one out.`,
  managedResourceNotFound: gone("resource"),
  functionWithoutGroups: () => "A function in a VPC needs a security group: choose one.",
} satisfies Partial<Record<RefusalReason, Sentence>>;
